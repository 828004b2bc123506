extension String {
  /// Whether it is the first subtag of a language that is written from right to left, such as `ur`.
  package var isLanguageFromRightToLeft: Bool { languagesFromRightToLeft.contains(self) }
}

/// So few that one is found sooner by comparing than by a hash; `search.js` has them too.
private let languagesFromRightToLeft = [
  "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
]
