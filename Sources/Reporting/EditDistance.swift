/// The one candidate that is close enough to a misspelt word to be meant.
///
/// Close is one edit, in words of eight letters and more one in four, an exchange of neighbours
/// being one edit; a tie has no answer, and neither has a word of one or two letters.
package func closest(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = Array(word.unicodeScalars)
  guard letters.count > 2 else { return nil }
  let limit = max(1, letters.count / 4)
  var best: (distance: Int, candidate: String)?
  var isTie = false
  for candidate in candidates where candidate != best?.candidate {
    let distance = editDistance(letters, Array(candidate.unicodeScalars), limit: limit)
    guard distance <= limit else { continue }
    if let current = best, distance >= current.distance {
      if distance == current.distance { isTie = true }
    } else {
      best = (distance, candidate)
      isTie = false
    }
  }
  return isTie ? nil : best?.candidate
}

/// What a message adds when a candidate is close.
package func didYouMean(_ candidate: String?) -> String {
  candidate.map { "; did you mean '\($0)'?" } ?? ""
}

/// Optimal string alignment; more than `limit` when the lengths alone are too far apart.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
