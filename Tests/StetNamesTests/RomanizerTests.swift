import StetICU
import StetNames
import Testing

@Suite("Romanization systems")
struct RomanizerTests {
  @Test("69 letter tables are read, and ICU's own systems beside them")
  func tables() {
    let all = RomanizationSystems.shared.all
    #expect(all.filter { $0.check != "ICU" }.count == 69)
    #expect(RomanizationSystems.shared.systems(for: "uk").count == 25)
    #expect(RomanizationSystems.shared.systems(for: "ru").count == 24)
    #expect(Set(all.map(\.id)).count == all.count)
  }

  @Test("every system opens and leaves no letter of the original script")
  func everySystem() throws {
    let samples = [
      "uk": "Щербаківська Їжакевич’єва Ґалаґан", "ru": "Объездчиков Щёголев Цыганков", "be": "Уладзімір Зміцер Аб’ядкоў",
      "bg": "Българският Щъркелово", "sr": "Љубиша Његошевић Ђурђина Џајић", "mk": "Ѓорѓиевски Ќосевски Ѕвездан",
      "kk": "Қасымжомарт Тоқаев", "ky": "Садыр Жапаров", "mn": "Ухнаагийн Хүрэлсүх", "az": "Әлијев", "tk": "Гурбангулы",
      "el": "Κυριάκος Μητσοτάκης", "ka": "სალომე ზურაბიშვილი", "hy": "Նիկոլ Փաշինյան", "zh": "单霁翔", "ko": "문재인",
      "ja": "スズキ", "he": "נתניהו", "ar": "القاهرة", "fa": "تهران",
    ]
    var romanizer = Romanizer()
    for system in RomanizationSystems.shared.all where system.name != "Hepburn-hiragana" {
      let sample = try #require(samples[system.language], "\(system.language)")
      let latin = try romanizer.romanize([sample], by: system)
      for scalar in latin[0].unicodeScalars where CharacterTable.shared.properties(of: scalar.value).characterClass == .letter {
        #expect(scalar.script == "Latn" || scalar.script == "Zyyy" || scalar.script == "Zinh", "\(system.id): \(latin[0])")
      }
    }
  }

  @Test("published examples", arguments: [
    ("uk", "KMU2010", "Володимир Зеленський", "Volodymyr Zelenskyi"), ("uk", "KMU2010", "Згурський", "Zghurskyi"),
    ("uk", "KMU2010", "Мар’їне", "Marine"), ("uk", "KMU2010", "Яготин", "Yahotyn"), ("uk", "KMU2010", "Костянтин", "Kostiantyn"),
    ("uk", "Press-en", "Залужний", "Zaluzhny"), ("uk", "Press-de", "Зеленський", "Selenskyj"),
    ("uk", "Press-pl", "Ложкін", "Łożkin"), ("uk", "Press-fr", "Залужний", "Zaloujny"),
    ("uk", "BGN-PCGN-1965", "Луганськ", "Luhans’k"), ("uk", "Press-es", "Харків", "Jarkiv"),
    ("ru", "BGN-PCGN-1947", "Ельцин", "Yel’tsin"), ("ru", "BGN-PCGN-1947", "Достоевский", "Dostoyevskiy"),
    ("ru", "Press-en", "Хрущёв", "Khrushchov"), ("ru", "Press-de", "Горбачёв", "Gorbatschow"),
    ("ru", "Press-fr", "Путин", "Poutine"), ("ru", "Press-pl", "Ельцин", "Jelcin"), ("ru", "Press-hu", "Путин", "Putyin"),
    ("ru", "GOST7.79-B", "Цицерон", "Ciceron"), ("be", "National2007", "Лукашэнка", "Lukašenka"),
    ("bg", "Streamlined2009", "София", "Sofia"), ("sr", "Gajica", "Ђорђевић", "Đorđević"),
    ("uk", "KMU2010", "КИЇВ", "KYIV"), ("uk", "KMU2010", "Івано-Франківськ", "Ivano-Frankivsk"),
  ])
  func examples(_ language: String, _ system: String, _ name: String, _ latin: String) throws {
    var romanizer = Romanizer()
    let system = try #require(RomanizationSystems.shared.system(system, language: language))
    #expect(try romanizer.romanize([name], by: system) == [latin])
  }

  @Test("names together give what each gives alone")
  func batches() throws {
    let names = ["Зеленський", "", "Юлія", "Є", "Ірпінь Буча", "Б’ють"]
    var romanizer = Romanizer()
    for system in RomanizationSystems.shared.systems(for: "uk") {
      let together = try romanizer.romanize(names, by: system)
      let alone = try names.map { try romanizer.romanize([$0], by: system)[0] }
      #expect(together == alone)
    }
  }
}
