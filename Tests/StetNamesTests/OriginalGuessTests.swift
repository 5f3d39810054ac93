import StetNames
import Testing

@Suite("Originals are guessed from Latin spellings")
struct OriginalGuessTests {
  /// The guesses, best first, of one language.
  private func guesses(_ name: String, _ language: String) throws -> [OriginalGuess] {
    var guesser = OriginalGuesser()
    return try guesser.guesses(for: name, languages: [language])
  }

  @Test("the likeliest first", arguments: [
    ("Zaluzhnyi", "uk", "Залужний"), ("Khmelnytskyi", "uk", "Хмельницький"), ("Luhansk", "uk", "Луганськ"), ("Shcherbyna", "uk", "Щербина"),
    ("Volodymyr", "uk", "Володимир"), ("IHOR", "uk", "ІГОР"), ("Svetlana", "ru", "Светлана"), ("Lukashenko", "ru", "Лукашенко"), ("Dmitry", "ru", "Дмитрий"),
    ("Tsikhanouskaya", "be", "Ціханоўская"), ("Borisov", "bg", "Борисов"), ("Zaev", "mk", "Заев"), ("Papandreou", "el", "Παπανδρεου"),
  ])
  func best(_ name: String, _ language: String, _ wanted: String) throws {
    #expect(try guesses(name, language).first?.text == wanted)
  }

  @Test("among the guesses", arguments: [
    ("Kharkov", "ru", "Харьков"), ("Zelensky", "uk", "Зеленський"), ("Selenskyj", "uk", "Зеленський"), ("Vučić", "sr", "Вучић"),
    ("Saakashvili", "ka", "Სააკაშვილი"), ("Pashinyan", "hy", "Փաշինյան"),
  ])
  func among(_ name: String, _ language: String, _ wanted: String) throws {
    #expect(try guesses(name, language).contains { $0.text == wanted })
  }

  @Test("every system that is named writes the guess so", arguments: ["Zaluzhnyi", "Wolodymyr Selenskyj", "Kryvyi Rih", "Ivano-Frankivsk"])
  func systems(_ name: String) throws {
    var romanizer = Romanizer()
    let found = try guesses(name, "uk")
    #expect(!found.isEmpty)
    for guess in found where !name.contains(" ") {
      for system in guess.systems {
        let written = try romanizer.romanize([guess.text], by: system)[0]
        #expect(written.filter(\.isLetter).lowercased() == name.filter(\.isLetter).lowercased() || written.contains { !$0.isASCII })
      }
    }
  }

  @Test("what no table writes has no original; what is endless ends")
  func none() throws {
    #expect(try guesses("123", "uk").isEmpty)
    #expect(try guesses("", "uk").isEmpty)
    #expect(try guesses(String(repeating: "shch", count: 40), "uk").isEmpty)
    #expect(try guesses("Kyiv", "xx").isEmpty)
  }
}
