import Publishing
import Testing

@Suite struct DestinationTests {
  @Test func readsEachKind() {
    #expect(Destination("rsync:me@host:/var/www/") == .rsync("me@host:/var/www/"))
    #expect(Destination("rclone:remote:site") == .rclone("remote:site"))
    #expect(
      Destination("git:git@example.org:a/b.git#gh-pages")
        == .git(repository: "git@example.org:a/b.git", branch: "gh-pages"))
    #expect(Destination("git:/srv/b.git") == .git(repository: "/srv/b.git", branch: "pages"))
  }

  @Test(arguments: [
    "", "rsync:", "ftp:host", "rsync:--rsh=sh", "git:x#-b", "git:x#a b", "git:x#../y", "git:x#a//b",
    "git:x#a/", "git:x#a.lock", "git:x#.a", "rclone:a\nb",
  ]) func refuses(text: String) {
    #expect(Destination(text) == nil)
  }
}
