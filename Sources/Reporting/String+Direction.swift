extension String {
  /// Whether it is the first subtag of a language that is written from right to left, such as `ur`.
  package var isLanguageFromRightToLeft: Bool { languagesFromRightToLeft.contains(self) }
}

/// `search.js` has them too.
private let languagesFromRightToLeft: Set = [
  "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
]
