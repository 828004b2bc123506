/// Where a site is published to.
package enum Destination: Sendable, Hashable {
  /// A folder here or on another machine, as rsync names it: `user@host:/var/www/journal`.
  case rsync(String)
  /// A remote of rclone: `name:path`.
  case rclone(String)
  /// A branch of a repository from which a host serves pages.
  case git(repository: String, branch: String)

  /// Reads `rsync:…`, `rclone:…` or `git:REPOSITORY#BRANCH` (branch `pages` if none is named).
  ///
  /// Nil when it is none of them, or begins like an option of a program.
  package init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let target = String(text[text.index(after: colon)...])
    guard !target.isEmpty, target.first != "-", !target.contains(where: \.isNewline) else {
      return nil
    }
    switch text[..<colon] {
    case "rsync": self = .rsync(target)
    case "rclone": self = .rclone(target)
    case "git":
      let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      guard parts.count <= 2, !parts[0].isEmpty, parts.count == 1 || Self.isBranch(parts[1]) else {
        return nil
      }
      self = .git(repository: parts[0], branch: parts.count == 2 ? parts[1] : "pages")
    default: return nil
    }
  }

  /// The program that must be installed.
  package var program: String {
    switch self {
    case .rsync: "rsync"
    case .rclone: "rclone"
    case .git: "git"
    }
  }

  /// As `git check-ref-format` has it; such a name leads out of no folder either.
  private static func isBranch(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return name.first != "-" && !name.contains("..")
      && parts.allSatisfy {
        !$0.isEmpty && $0.first != "." && $0.last != "." && !$0.hasSuffix(".lock")
      }
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
  }
}
