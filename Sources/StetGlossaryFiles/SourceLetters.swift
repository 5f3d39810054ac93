/// A source form looked at letter by letter: what does not belong to its language, and the form with look-alikes put right.
///
///     SourceLetters("Kиїв", language: "uk").repaired  // "Київ", with a Cyrillic К
///
/// Words wholly in Latin letters beside words of the script ("компанія SpaceX") are left alone.
struct SourceLetters {
  struct Fault {
    let message: String
    let hint: String
  }

  /// The form with the letters of its own script in place of Latin ones that look the same.
  private(set) var repaired: String
  private(set) var fault: Fault?

  init(_ form: String, language code: String) {
    repaired = form
    let language = LanguageCode.language(of: code)
    guard !code.contains("-Latn"), let alphabet = Alphabets.byLanguage[language] else { return }
    guard SourceLetters.isSuspect(form, alphabet) else { return }
    let letters = form.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.contains(where: { !$0.isLatin }) else {
      // Serbian is written in both scripts.
      if language != "sr" { fault = SourceLetters.wrongScript(form, code, alphabet) }
      return
    }
    inspect(form, language: language, alphabet: alphabet)
  }

  private static func isSuspect(_ form: String, _ alphabet: Alphabet) -> Bool {
    form.unicodeScalars.contains { !alphabet.contains($0) && $0.properties.isAlphabetic }
  }

  private static func wrongScript(_ form: String, _ code: String, _ alphabet: Alphabet) -> Fault {
    Fault(
      message: "‘\(form)’ is in Latin letters, though it stands under ‘\(code)’",
      hint: "‘from’ takes the name in its own script, here \(alphabet.script)")
  }

  private mutating func inspect(_ form: String, language: String, alphabet: Alphabet) {
    let twins = Alphabets.lookAlikes[alphabet.script] ?? [:]
    var scalars = Array(form.unicodeScalars), first: (place: Int, letter: Unicode.Scalar)?
    for word in SourceLetters.words(of: scalars) where !SourceLetters.isLatinWord(scalars[word], twins) {
      for i in word where !alphabet.contains(scalars[i]) && scalars[i].properties.isAlphabetic {
        if first == nil { first = (i + 1, scalars[i]) }
        if let twin = twins[scalars[i]], alphabet.contains(twin) { scalars[i] = twin }
      }
    }
    guard let first else { return }
    repaired = String(String.UnicodeScalarView(scalars))
    describe(first.letter, at: first.place, in: form, language: language, alphabet: alphabet)
  }

  private mutating func describe(_ letter: Unicode.Scalar, at place: Int, in form: String, language: String, alphabet: Alphabet) {
    guard letter.isLatin else {
      let owners = Alphabets.byLanguage.filter { $0.value.isExact && $0.value.contains(letter) }.map(\.value.name).sorted()
      fault = Fault(
        message: "‘\(form)’ has ‘\(letter)’ as character \(place), which is no letter of \(alphabet.name)",
        hint: owners.isEmpty ? "write it with letters of \(alphabet.name)" : "‘\(letter)’ is a letter of \(listed(owners))")
      return
    }
    let readAs = repaired == form ? "" : "; it is read as ‘\(repaired)’"
    fault = Fault(
      message: "‘\(form)’ has the Latin letter ‘\(letter)’ as character \(place)",
      hint: "retype it in \(alphabet.script) letters\(readAs)")
  }

  /// Runs of letters, marks, digits and apostrophes.
  private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    scalars.indices.split(whereSeparator: { i in
      let scalar = scalars[i]
      return scalar.properties.isWhitespace || "-‐–—.,()«»„“”\"/&".unicodeScalars.contains(scalar)
    }).map { $0.startIndex..<$0.endIndex }
  }

  /// Whether a word was meant in Latin letters: it has no others, and not only look-alikes (an initial "I.").
  private static func isLatinWord(_ word: ArraySlice<Unicode.Scalar>, _ twins: [Unicode.Scalar: Unicode.Scalar]) -> Bool {
    let letters = word.filter(\.properties.isAlphabetic)
    return letters.allSatisfy(\.isLatin) && (letters.count > 1 || letters.contains { twins[$0] == nil })
  }
}

extension Unicode.Scalar {
  /// A letter of the Latin blocks.
  var isLatin: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF5A: properties.isAlphabetic
    default: false
    }
  }
}
