import StetNames
import StetText

/// From a written given name to its other forms.
struct GivenNameIndex: Sendable {
  private var names: [TokenKey: [Int]] = [:]
  private var allForms: [[WordForms.Form]] = []

  /// `originals` are the words of each name of `GivenNames`; none if no person needs them.
  init(_ originals: [[(language: Int, word: Int)]], _ forms: WordForms) {
    for (number, name) in zip(originals, GivenNames.shared.all).enumerated() {
      var known: [WordForms.Form] = []
      for original in name.0 { known += forms.forms(original.language, original.word) }
      known += name.1.others.map { WordForms.Form(key: TokenKey($0), systems: 0) }
      allForms.append(known)
      for form in known where names[form.key]?.contains(number) != true { names[form.key, default: []].append(number) }
    }
  }

  /// Every form of the names that a written form may stand for.
  func forms(of key: TokenKey) -> [WordForms.Form] { (names[key] ?? []).flatMap { allForms[$0] } }
}
