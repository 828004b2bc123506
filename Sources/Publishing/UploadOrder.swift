/// The files of a site in batches, those first that others lead to: files, articles, contents,
/// other pages, feeds.
///
/// - Parameter paths: below the output folder.
/// - Returns: batches that hold each path once, in the order of the paths.
package func uploadBatches(of paths: [String]) -> [[String]] {
  var batches: [[String]] = Array(repeating: [], count: 5)
  for path in paths { batches[batch(of: path)].append(path) }
  return batches
}

private func batch(of path: String) -> Int {
  let parts = path.split(separator: "/")
  let name = parts.last ?? ""
  if name.hasSuffix(".xml") || name == "robots.txt" || name.hasPrefix("manifest-") {
    return parts.contains("articles") ? 0 : 4
  }
  guard name.hasSuffix(".html") else { return 0 }
  // Below the root or below the folder of a language.
  for folder in parts.prefix(2) {
    if folder == "articles" { return 1 }
    if folder == "issues" { return 2 }
  }
  return 3
}
