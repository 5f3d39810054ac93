import StetNames

extension Entry {
  /// The originals that are derived where only one is given: the Russian forms of a Ukrainian name. Likeliest first.
  public var guessedOriginals: [SourceForm] { SourceWordCollector.secondOriginals(of: self) }

  /// Whether names are derived for it beyond the tables: persons and places have case forms and guessed originals.
  public var isName: Bool { kind == .person || kind == .place }

  /// The case forms of one of its source forms in its own script, whole; of a person's, of the given or the family name.
  ///
  /// - Parameter words: Which words of the source form `form` is: a family name's case endings are its own.
  public func caseForms(of form: SourceForm, isFamily: Bool) -> [InflectedForm] {
    let language = form.tableLanguage
    guard isName, Declension.languages.contains(language) else { return [] }
    let gender: Declension.Gender = gender == .m ? .masculine : gender == .f ? .feminine : .unknown
    let unit: Declension.Unit = kind == .place ? .place : isFamily && family != .none ? .surname(gender) : .given(gender)
    let words = form.text.split(separator: " ").map { Declension.forms(of: String($0), language: language, unit: unit) }
    guard words.count > 1 else { return words.first ?? [] }
    // All words in one case, each in its first form; a word that has none stays as it is.
    return Declension.Case.allCases.compactMap { wanted in
      let chosen = words.map { $0.first { $0.cases.contains(wanted) } }
      guard chosen.contains(where: { $0 != nil }) else { return nil }
      let text = zip(chosen, form.text.split(separator: " ")).map { $0?.text ?? String($1) }.joined(separator: " ")
      return InflectedForm(text: text, cases: [wanted], isAlsoFeminine: false)
    }
  }
}

extension RomanizationSystems {
  /// The systems in which case forms are recognised: the commonest of the language.
  public func caseFormSystems(for language: String) -> [RomanizationSystem] {
    (DeclinedForms.systems[language] ?? []).compactMap { system($0, language: language) }
  }
}
