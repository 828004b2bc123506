/// What the preview adds to a page that a browser opens: a script that listens for builds.
package enum ReloadScript {
  package static let path = "/.fascicle/reload.js"
  package static let eventsPath = "/.fascicle/events"

  /// The page with the script before its end.
  package static func added(to page: [UInt8], build: Int) -> [UInt8] {
    let tag = Array("<script src=\"\(path)\" data-build=\"\(build)\" defer></script>".utf8)
    let end = lastIndex(of: Array("</body>".utf8), in: page) ?? page.count
    return page[..<end] + tag + page[end...]
  }

  /// The message for a page as a server-sent event; a lost connection is taken up again at once.
  package static func event(_ news: BuildState.News) -> String {
    var lines = ["retry: 300", "id: \(news.build)"]
    if let failure = news.failure {
      lines.append("event: failed")
      lines += failure.split(separator: "\n", omittingEmptySubsequences: false).map {
        "data: \($0)"
      }
    } else {
      lines += ["event: built", "data: \(news.build)"]
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Without news: keeps the browser from taking the connection for dead.
  package static let noEvent = "retry: 300\n: no news\n\n"

  /// The page shown while there is no site yet because the first build has failed.
  package static let emptyPage = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>No site yet</title></head>
    <body><p>There is no site yet. It appears here as soon as it is built.</p></body></html>

    """

  package static let source = """
    // Follows the builds of the preview. Added by `fascicle serve` alone; no part of the site.
    {
      const build = document.currentScript.dataset.build;
      const show = event => {
        document.getElementById("fascicle-report")?.remove();
        const sheet = document.createElement("dialog");
        sheet.id = "fascicle-report";
        sheet.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;" +
          "max-height:none;margin:0;padding:2rem;box-sizing:border-box;overflow:auto;border:0;" +
          "background:#1c1917f2;color:#fafaf9;text-align:left;direction:ltr";
        const title = document.createElement("p");
        title.textContent = "The last change was not built. Behind this is the last good site.";
        title.style.cssText = "font:1.1rem/1.5 sans-serif;margin:0 0 1rem";
        const text = document.createElement("pre");
        text.textContent = event.data;
        text.style.cssText = "font:0.95rem/1.5 ui-monospace,monospace;white-space:pre-wrap";
        const close = document.createElement("button");
        close.textContent = "Show the page";
        close.onclick = () => sheet.remove();
        sheet.append(title, text, close);
        document.body.append(sheet);
        sheet.showModal();
      };
      let events;
      // A browser has few connections for all its tabs: one that nobody sees needs none.
      const listen = () => {
        events?.close();
        if (document.hidden) return;
        events = new EventSource("\(eventsPath)?seen=" + build);
        events.addEventListener("built", () => location.reload());
        events.addEventListener("failed", show);
      };
      document.addEventListener("visibilitychange", listen);
      listen();
    }

    """

  private static func lastIndex(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= needle.count else { return nil }
    return (0...bytes.count - needle.count).reversed().first { start in
      bytes[start..<start + needle.count].elementsEqual(needle) {
        $0 == $1 || ($0 | 0x20) == $1
      }
    }
  }
}
