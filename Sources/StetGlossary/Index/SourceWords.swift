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
    language = form.tableLanguage
    var words = form.text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { word in
      word.split(whereSeparator: { $0 == "-" || $0 == "‐" || $0 == "‑" }).map { String($0) }
    }.filter { !$0.isEmpty }
    if isPerson, words.count == termWords + 1, words.count >= 3 {
      patronymic = words.remove(at: words.count - 2)
    } else {
      patronymic = nil
    }
    self.words = words
  }
}

extension Entry.SourceForm {
  /// The language whose tables write the form: its own, but a Ukrainian name labelled Russian, and the other way round, is
  /// read by the tables of the language whose letters it has.
  public var tableLanguage: String {
    guard language == "uk" || language == "ru" else { return language }
    var isUkrainian = false, isRussian = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "і", "ї", "є", "ґ", "І", "Ї", "Є", "Ґ": isUkrainian = true
      case "ы", "э", "ъ", "ё", "Ы", "Э", "Ъ", "Ё": isRussian = true
      default: continue
      }
    }
    switch language {
    case "ru" where isUkrainian && !isRussian: return "uk"
    case "uk" where isRussian && !isUkrainian: return "ru"
    default: return language
    }
  }
}
