import StetGlossary
import Testing

@Suite("Letters of source forms")
struct SourceLetterTests {
  struct LetterCase: Sendable, CustomTestStringConvertible {
    let language: String, form: String, read: String, fault: String?
    init(_ language: String, _ form: String, _ read: String? = nil, _ fault: String? = nil) {
      (self.language, self.form, self.read, self.fault) = (language, form, read ?? form, fault)
    }
    var testDescription: String { "\(language): \(form)" }
  }

  @Test("foreign letters are told, look-alikes put right", arguments: [
    LetterCase("uk", "Kиїв", "Київ", "‘Kиїв’ has the Latin letter ‘K’ as character 1 (retype it in Cyrillic letters; it is read as ‘Київ’)"),
    LetterCase("uk", "Днiпро", "Дніпро", "‘Днiпро’ has the Latin letter ‘i’ as character 3 (retype it in Cyrillic letters; it is read as ‘Дніпро’)"),
    LetterCase("uk", "I. Франко", "І. Франко", "‘I. Франко’ has the Latin letter ‘I’ as character 1 (retype it in Cyrillic letters; it is read as ‘І. Франко’)"),
    LetterCase("ru", "Днiпро", nil, "‘Днiпро’ has the Latin letter ‘i’ as character 3 (retype it in Cyrillic letters)"),
    LetterCase("ru", "Київ", nil, "‘Київ’ has ‘ї’ as character 3, which is no letter of Russian (‘ї’ is a letter of Ukrainian)"),
    LetterCase("uk", "Крывий Ріг", nil, "‘Крывий Ріг’ has ‘ы’ as character 3, which is no letter of Ukrainian (‘ы’ is a letter of Belarusian, Kazakh and Russian)"),
    LetterCase("uk", "Кијев", nil, "‘Кијев’ has ‘ј’ as character 3, which is no letter of Ukrainian (‘ј’ is a letter of Macedonian and Serbian)"),
    LetterCase("uk", "Kyiv", nil, "‘Kyiv’ is in Latin letters, though it stands under ‘uk’ (‘from’ takes the name in its own script, here Cyrillic)"),
    LetterCase("zh", "Xi 近平"), LetterCase("zh-Hant", "習近平"), LetterCase("zh", "Xi", nil,
      "‘Xi’ is in Latin letters, though it stands under ‘zh’ (‘from’ takes the name in its own script, here Chinese)"),
    LetterCase("el", "Aθήνα", "Αθήνα", "‘Aθήνα’ has the Latin letter ‘A’ as character 1 (retype it in Greek letters; it is read as ‘Αθήνα’)"),
    LetterCase("he", "ירושלים א", nil, nil), LetterCase("he", "القدس", nil,
      "‘القدس’ has ‘ا’ as character 1, which is no letter of Hebrew (write it with letters of Hebrew)"),
    LetterCase("uk", "компанія SpaceX"), LetterCase("uk", "Слов’янськ"), LetterCase("uk", "Слов'янськ"), LetterCase("uk", "Івано-Франківськ"),
    LetterCase("uk", "Київ".decomposed), LetterCase("ru", "Сто́лбцы"), LetterCase("ru", "Ёлкин"), LetterCase("ru", "Су-35"),
    LetterCase("be", "Магілёў"), LetterCase("bg", "Търново"), LetterCase("sr", "Ђоковић"), LetterCase("sr", "Đoković"), LetterCase("sr-Latn", "Niš"),
    LetterCase("mk", "Ѓорѓи Ќосе"), LetterCase("kk", "Қызылорда"), LetterCase("ka", "თბილისი"), LetterCase("hy", "Երևան"),
    LetterCase("ar", "محمد بن سلمان"), LetterCase("fa", "گچساران"), LetterCase("ja", "安倍 シンゾー"), LetterCase("ko", "김정은"), LetterCase("lt", "Nausėda"),
  ])
  func letters(_ c: LetterCase) {
    let line = "- {term: a, from: {\(c.language): \"\(c.form)\"}}"
    let column = 20 + c.language.count + 2
    #expect(faults("entries:\n\(line)") == (c.fault.map { ["g.yml:2:\(column): warning: \($0)"] } ?? []))
    #expect(entries(line).first?.from.first?.text.unicodeScalars.map(\.value) == c.read.unicodeScalars.map(\.value))
  }
}

extension String {
  /// й and ї as letter and mark.
  fileprivate var decomposed: String {
    String(unicodeScalars.flatMap { scalar -> [Character] in
      switch scalar {
      case "ї": ["і", "\u{308}"]
      case "й": ["и", "\u{306}"]
      default: [Character(scalar)]
      }
    })
  }
}
