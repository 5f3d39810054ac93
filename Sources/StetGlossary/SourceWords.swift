import StetNames
import StetText

/// A source form as the index reads it: words, with a person's family name and patronymic told apart.
struct SourceWords: Sendable {
  let language: String
  /// Words without the patronymic; each is split at hyphens.
  let words: [[String]]
  /// A patronymic that may stand before the family name.
  let patronymic: [String]?

  /// `termWords` is how many words the entry's term has; a person's source form with one more has a patronymic before the
  /// last.
  init(_ form: Entry.SourceForm, isPerson: Bool, termWords: Int) {
    language = SourceWords.language(of: form)
    var words = form.text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { word in
      word.split(whereSeparator: { $0 == "-" || $0 == "‐" || $0 == "‑" }).map(String.init)
    }.filter { !$0.isEmpty }
    if isPerson, words.count == termWords + 1, words.count >= 3 {
      patronymic = words.remove(at: words.count - 2)
    } else {
      patronymic = nil
    }
    self.words = words
  }

  /// A Ukrainian name labelled Russian, and the like, is read by the tables of the language whose letters it has.
  private static func language(of form: Entry.SourceForm) -> String {
    let letters = Set(form.text.lowercased().unicodeScalars)
    switch form.language {
    case "ru" where !letters.isDisjoint(with: ["і", "ї", "є", "ґ"]) && letters.isDisjoint(with: ["ы", "э", "ъ", "ё"]): return "uk"
    case "uk" where !letters.isDisjoint(with: ["ы", "э", "ъ", "ё"]) && letters.isDisjoint(with: ["і", "ї", "є", "ґ"]): return "ru"
    default: return form.language
    }
  }
}
