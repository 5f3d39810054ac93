import StetGlossary
import StetText

/// Finds `except` phrases in which no form of their entry can stand.
struct UselessExceptions {
  let log: FaultLog
  let renderings: ((Entry) -> [String])?

  func report(_ entries: [ReadEntry]) {
    for entry in entries where !entry.except.isEmpty { report(entry) }
  }

  private func report(_ read: ReadEntry) {
    let entry = read.entry
    var words = keys(of: [entry.term] + entry.admit + entry.forbid + entry.acronyms + entry.calques + entry.phrases)
    var open = read.except.filter { !shares($0.string, words) }
    guard !open.isEmpty else { return }
    if !entry.from.isEmpty {
      guard let renderings else { return }
      words.formUnion(keys(of: renderings(entry)))
      open.removeAll { shares($0.string, words) || soundsLike(entry.term, $0.string) }
    }
    for phrase in open {
      let form = (entry.forbid.first ?? entry.calques.first ?? entry.term)
      log.warning(
        "‘\(phrase.string)’ can never apply: no form of this entry is in it", at: phrase.position,
        hint: "an exception holds the form it allows, such as ‘\(form)’")
    }
  }

  private func keys(of forms: [String]) -> Set<TokenKey> {
    Set(forms.flatMap { UselessExceptions.words(of: $0).map { TokenKey(String($0)) } })
  }

  /// "Tinkoff Bank" may hold a spelling near "Tinkov": names are recognised by their sound, too.
  private func soundsLike(_ term: String, _ phrase: String) -> Bool {
    let beginnings = keys(of: UselessExceptions.words(of: term).filter { $0.count > 4 }.map { String($0.prefix(4)) })
    return UselessExceptions.words(of: phrase).contains { $0.count > 4 && beginnings.contains(TokenKey(String($0.prefix(4)))) }
  }

  /// A word counts with any ending: "Kievan" holds "Kiev".
  private func shares(_ phrase: String, _ keys: Set<TokenKey>) -> Bool {
    UselessExceptions.words(of: phrase).contains { word in
      keys.contains(TokenKey(String(word)))
        || word.count > 3 && (3..<word.count).contains { keys.contains(TokenKey(String(word.prefix($0)))) }
    }
  }

  /// Letters, marks, digits and apostrophes belong to words.
  private static func words(of text: String) -> [Substring] {
    text.split { $0.isWhitespace || ($0.isPunctuation && $0 != "'" && $0 != "’") }
  }
}
