import Foundation
import StetNames
import StetTestSupport
import Testing

@Suite("Declension")
struct DeclensionTests {
  /// One name a line and forms it must have; `=` for all its forms, `!` after what is a woman's name in the nominative too.
  static let ukrainian = """
    place Одеса = Одеси Одесі Одесу Одесою Одесо
    place Ялта : Ялти Ялті Ялту Ялтою
    place Прага : Праги Празі Прагу Прагою
    place Балаклія : Балаклії Балаклію Балаклією
    place Жмеринка : Жмеринки Жмеринці Жмеринкою
    place Бородянка : Бородянці
    place Авдіївка : Авдіївки Авдіївці Авдіївку Авдіївкою
    place Гостомель : Гостомеля Гостомелем Гостомелі
    place Чернігів = Чернігова Чернігову Черніговом Чернігові Чернігове
    place Львів : Львова Львову Львовом Львові
    place Чугуїв : Чугуєва Чугуєву Чугуєвом Чугуєві
    place Ржищів : Ржищева Ржищевом
    place Глухів : Глухова Глухові
    place Бориспіль : Борисполя Борисполю Борисполем Борисполі
    place Маріуполь : Маріуполя Маріуполем Маріуполі
    place Ковель : Ковеля Ковелем
    place Сокаль : Сокаля Сокалем
    place Ізмаїл : Ізмаїла Ізмаїлу Ізмаїлі
    place Бахмут = Бахмута Бахмутові Бахмуту Бахмутом Бахмуті Бахмуте
    place Краматорськ : Краматорська Краматорську Краматорськом
    place Сєвєродонецьк : Сєвєродонецька Сєвєродонецьку
    place Івано-Франківськ : Івано-Франківська Івано-Франківську
    place Бровари : Броварів Броварам Броварами Броварах
    place Черкаси : Черкас Черкасам Черкасами Черкасах
    place Прилуки : Прилук Прилукам Прилуках
    place Ромни : Ромен Ромнам Ромнах
    place Кринички : Криничок Криничкам Криничках
    place Підгайці : Підгайців Підгайцям Підгайцях
    place Локачі : Локачів Локачам Локачах
    place Вишгород : Вишгорода Вишгороді
    place Трускавець : Трускавця Трускавцем Трускавці
    place Хмельницький = Хмельницького Хмельницькому Хмельницьким Хмельницькім
    place Трипілля = Трипіллю Трипіллям Трипіллі
    place Щастя = Щастю Щастям Щасті
    place Казань : Казані Казанню
    place Кам'янське : Кам'янського Кам'янському Кам'янським
    place Курахове : Курахового Кураховому Кураховим
    place Галич : Галича Галичу Галичем
    place Збараж : Збаража Збаражем Збаражі
    place Токмак : Токмака Токмаку Токмаком
    place Вугледар : Вугледара Вугледару Вугледарі
    place Люботин : Люботина! Люботином Люботині
    place Ростов : Ростова! Ростову Ростовом Ростові
    place Стара : Старої Старій Стару Старою
    place Тростянець : Тростянця Тростянцем
    place Попасна : Попасної Попасній Попасну
    place Нові : Нових Новим Новими
    place Високі = Високих Високим Високими
    place Крим : Криму Кримом
    place Бар : Бара Бару Баром Барі
    place КИЇВ : КИЄВА КИЄВІ КИЄВОМ
    place Тбілісі =
    place Баку =
    place Токіо =
    surname-m Порошенко = Порошенка Порошенкові Порошенку Порошенком
    surname-m Єрмак : Єрмака Єрмакові Єрмаку Єрмаком
    surname-m Шмигаль : Шмигаля Шмигалеві Шмигалю Шмигалем
    surname-m Залужний = Залужного Залужному Залужним Залужнім
    surname-m Сирський : Сирського Сирському Сирським
    surname-m Федоров : Федорова! Федорову Федоровим
    surname-m Ільїн : Ільїна! Ільїну Ільїним
    surname-m Ковалишин : Ковалишина! Ковалишину Ковалишиним
    surname-m Саакашвілі =
    surname-m Ткач : Ткача Ткачеві Ткачем
    surname-m Кравець : Кравця Кравцеві Кравцем
    surname-m Чорноволець : Чорновольця
    surname-m Гнатюк : Гнатюка Гнатюкові Гнатюком
    surname-m Тимчук : Тимчука Тимчуком
    surname-m Бондар : Бондаря Бондареві Бондарем
    surname-m Стельмах : Стельмаха Стельмахові
    surname-m Сирота : Сироти Сироті Сироту Сиротою
    surname-m Лисиця : Лисиці Лисицю Лисицею
    surname-m Тягнибок : Тягнибока Тягнибокові Тягнибоком
    surname-m Бабій : Бабія Бабієві Бабієм
    surname-m Середній : Середнього Середньому
    surname-m Байден : Байдена Байденові Байденом
    surname-m Шольц : Шольца Шольцові Шольцом
    surname-m Буш : Буша Бушем
    surname-m Дуда : Дуди Дуді Дуду Дудою
    surname-m Галушка : Галушки Галушці
    surname-m Рябошапка : Рябошапці
    surname-m Стрижевський : Стрижевського
    surname-m Перебийніс : Перебийноса Перебийносом
    surname-m Дзюбенків : Дзюбенківа Дзюбенкова!
    surname-f Тимошенко =
    surname-f Верещук =
    surname-f Макаревич =
    surname-f Зеленська = Зеленської Зеленській Зеленську Зеленською
    surname-f Левицька : Левицької Левицьку
    surname-f Федорова : Федорової Федоровій Федорову Федоровою
    surname-f Пономарьова : Пономарьової Пономарьовою
    surname-f Ільїна : Ільїної Ільїній Ільїною
    surname-f Сорока : Сороки Сороці Сорокою
    surname-f Задорожня : Задорожньої Задорожній Задорожню
    surname-f Мала : Малої Малій
    given-m Володимир : Володимира Володимирові Володимиром Володимире
    given-m Андрій : Андрія Андрієві Андрію Андрієм
    given-m Олег : Олега Олегові Олегу Олегом
    given-m Ілля : Іллі Іллю Іллею
    given-m Микола : Миколи Миколі Миколу Миколою Миколо
    given-m Петро : Петра Петрові Петру Петром
    given-m Марко : Марка Маркові Марком
    given-m Василь : Василя Василеві Василем
    given-m Лазар : Лазаря Лазареві
    given-m Тихін : Тихона Тихонові
    given-m Олександр : Олександра! Олександрові Олександром
    given-m Віталій : Віталія! Віталієві Віталієм
    given-m Станіслав : Станіслава! Станіславові
    given-m Ян : Яна! Янові Яном
    given-m Демян : Демяна Демяном
    given-m Кузьма : Кузьми Кузьмі Кузьмою
    given-f Олена : Олени Олені Олену Оленою
    given-f Юлія : Юлії Юлію Юлією
    given-f Наталя : Наталі Наталю Наталею
    given-f Анжеліка : Анжеліки Анжеліці
    given-f Соломія : Соломії Соломією
    given-f Любов : Любові Любов’ю
    patronymic-m Миколайович : Миколайовича Миколайовичу Миколайовичем
    patronymic-f Іванівна : Іванівни Іванівні Іванівну Іванівною
    """

  static let russian = """
    place Вологда : Вологды Вологде Вологду Вологдой
    place Самара : Самары Самаре Самарой
    place Рязань : Рязани Рязанью
    place Тверь : Твери Тверью
    place Ярославль : Ярославля Ярославлем Ярославле
    place Омск = Омска Омску Омском Омске
    place Воронеж : Воронежа Воронежу Воронежем Воронеже
    place Мытищи : Мытищ Мытищам Мытищах
    place Кириши : Киришей Киришах
    place Сочи =
    place Баку =
    place Великий : Великого Великому Великим Великом
    place Нижний : Нижнего Нижнему Нижним Нижнем
    place Грозный = Грозного Грозному Грозным Грозном
    place Липецк : Липецка Липецке
    place Иваново : Иванова! Иванову Ивановом Иванове
    place Бородино : Бородина! Бородине
    place Саратов : Саратова! Саратову Саратовом Саратове
    place Майкоп : Майкопа Майкопе
    place Якутия = Якутии Якутию Якутией
    place Чечня : Чечни Чечне Чечню Чечнёй
    place Киев : Киева! Киеву Киевом Киеве
    place Одесса : Одессы Одессе Одессу Одессой
    place Запорожье : Запорожья Запорожью Запорожьем
    place Черкассы : Черкасс Черкассах
    place Кременец : Кременца Кременце
    place Красное : Красного Красному Красным Красном
    place Углич : Углича Угличе
    place Полевской : Полевского Полевским
    place Белая : Белой Белую
    place Старые : Старых Старым Старыми
    surname-m Лавров = Лаврова! Лаврову Лавровым Лаврове
    surname-m Пригожин : Пригожина! Пригожину Пригожиным Пригожине
    surname-m Пугачёв : Пугачёва! Пугачёвым
    surname-m Шойгу =
    surname-m Порошенко =
    surname-m Белых =
    surname-m Медведчук : Медведчука Медведчуку Медведчуком
    surname-m Жириновский : Жириновского Жириновскому Жириновским Жириновском
    surname-m Кобзон : Кобзона Кобзоном
    surname-m Броневой : Броневого Броневому Броневым
    surname-m Шмидт : Шмидта Шмидтом
    surname-m Дерипаска : Дерипаски Дерипаске Дерипаску Дерипаской
    surname-m Чайка : Чайки Чайке
    surname-m Борец : Борца Борцом
    surname-m Гайдай : Гайдая Гайдаю Гайдаем
    surname-m Гусь : Гуся Гусю Гусем
    surname-m Пашинян : Пашиняна Пашиняну Пашиняном
    surname-f Захарова = Захаровой Захарову Захаровою
    surname-f Матвиенко =
    surname-f Собчак =
    surname-f Набиуллина : Набиуллиной Набиуллину
    surname-f Волчанская : Волчанской Волчанскую
    surname-f Толстая : Толстой Толстую
    given-m Владимир : Владимира Владимиру Владимиром
    given-m Сергей : Сергея Сергею Сергеем
    given-m Юрий = Юрия Юрию Юрием Юрии
    given-m Георгий : Георгия Георгием
    given-m Никита : Никиты Никите Никитой
    given-m Лука : Луки Луке Лукой
    given-m Лев : Льва Льву Львом
    given-m Александр : Александра! Александру Александром
    given-f Наталья : Натальи Наталье Наталью Натальей
    given-f Анна : Анны Анне Анну Анной
    given-f Ольга : Ольги Ольге
    given-f Майя : Майи Майю
    given-f Рахиль : Рахили Рахилью
    patronymic-m Владимирович : Владимировича Владимировичу Владимировичем
    patronymic-f Ивановна : Ивановны Ивановне Ивановну
    """

  static func unit(_ name: some StringProtocol) -> Declension.Unit? {
    let gender: Declension.Gender = name.hasSuffix("-m") ? .masculine : .feminine
    return switch name.prefix(while: { $0 != "-" }) {
    case "place": .place
    case "surname": .surname(gender)
    case "given": .given(gender)
    case "patronymic": .patronymic(gender)
    default: nil
    }
  }

  @Test("names of every class", arguments: [("uk", ukrainian), ("ru", russian)])
  func examples(_ language: String, _ table: String) throws {
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: " ")
      let forms = Declension.forms(of: String(cells[1]), language: language, unit: try #require(Self.unit(cells[0])))
      let found = forms.map { $0.text + ($0.isAlsoFeminine ? "!" : "") }
      let expected = cells.dropFirst(3).map(String.init)
      if cells[2] == "=" {
        #expect(Set(found) == Set(expected), "\(language) \(line): \(found)")
      } else {
        #expect(Set(found).isSuperset(of: expected), "\(language) \(line): \(found)")
      }
    }
  }

  @Test("cases are told")
  func cases() throws {
    func cases(_ form: String, _ word: String, _ language: String, _ unit: Declension.Unit) -> [Declension.Case] {
      Declension.forms(of: word, language: language, unit: unit).first { $0.text == form }?.cases ?? []
    }
    #expect(cases("Сирського", "Сирський", "uk", .surname(.masculine)) == [.genitive, .accusative])
    #expect(cases("Буковелю", "Буковель", "uk", .place) == [.dative, .locative])
    #expect(cases("Бучі", "Буча", "uk", .place) == [.genitive, .dative, .locative])
    #expect(cases("Лавровым", "Лавров", "ru", .surname(.masculine)) == [.instrumental])
    #expect(cases("Андрію", "Андрій", "uk", .given(.masculine)) == [.dative, .locative, .vocative])
    #expect(cases("Твери", "Тверь", "ru", .place) == [.genitive, .dative, .locative])
  }

  @Test("an unknown gender gives the forms of both")
  func unknownGender() {
    func texts(_ gender: Declension.Gender) -> Set<String> {
      Set(Declension.forms(of: "Калина", language: "uk", unit: .surname(gender)).map(\.text))
    }
    #expect(texts(.unknown) == texts(.masculine).union(texts(.feminine)))
    #expect(texts(.feminine).contains("Калиної") && !texts(.masculine).contains("Калиної"))
  }

  @Test("apostrophes, stress marks and decomposed letters change nothing")
  func spellings() {
    func first(_ word: String) -> String? { Declension.forms(of: word, language: "uk", unit: .place).first?.text }
    #expect(first("Прип'ять") == "Прип'яті")
    #expect(first("Прип’ять") == "Прип’яті")
    #expect(first("Ки\u{301}їв") == "Києва")
    #expect(first("Киї\u{301}в".decomposedStringWithCanonicalMapping) == "Києва")
  }

  @Test("what has no rules has no forms", arguments: [("", "uk"), ("Й", "uk"), ("Kyiv", "uk"), ("Мінск", "be"), ("  ", "ru")])
  func nothing(_ word: String, _ language: String) {
    #expect(Declension.forms(of: word, language: language, unit: .place).isEmpty)
  }

  @Test("every row of the data file is sound and gives its own example")
  func rows() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CStetData/declensions.tsv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 7, "\(line)")
      let cut = try #require(Int(cells[3]))
      for ending in cells[2].split(separator: ",") {
        let letters = ending.filter { $0 != "^" }
        #expect(cut <= letters.count && !["C", "V"].contains(letters.last), "\(line)")
        let areKnown = letters.unicodeScalars.allSatisfy { "CV’".unicodeScalars.contains($0) || (0x400...0x4FF).contains($0.value) }
        #expect(areKnown, "\(line)")
      }
      let forms = cells[4].split(separator: ";").map { $0.split(separator: "=") }
      for form in forms {
        try #require(form.count == 2, "\(line)")
        let known = form[1].split(separator: ",").allSatisfy { ["gen", "dat", "acc", "ins", "loc", "voc"].contains($0) }
        #expect(known, "\(line)")
      }
      #expect(cells[5].isEmpty || forms.contains { $0[0] == cells[5] }, "\(line)")
      guard !forms.isEmpty else { continue }
      let example = cells[6].split(separator: " ").map(String.init)
      try #require(example.count == 3, "\(line)")
      let units = cells[1].split(separator: ",").map { ["m", "f"].contains($0) ? "surname-\($0) given-\($0)" : String($0) }
        .flatMap { $0.split(separator: " ") }
      let given = try units.flatMap { Declension.forms(of: example[0], language: cells[0], unit: try #require(Self.unit($0))) }
      #expect(given.contains { $0.text == example[2] }, "\(line)")
    }
  }

  @Test("any word: no form is empty, twice there or the nominative, and there are at most twelve", arguments: 1...20)
  func anyWord(_ seed: Int) {
    var dice = Dice(seed)
    let letters = Array("абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя’-")
    let endings = ["ський", "ів", "їв", "ець", "ова", "ські", "ой", "ень", "ия", "ок", "іль", "чі", "цы", "ая", ""]
    for _ in 0..<100 {
      var word = String((0..<dice.roll(0..<8)).map { _ in dice.pick(letters) }) + dice.pick(endings)
      if dice.roll(0..<3) == 0 { word = word.uppercased() }
      let gender = dice.pick(Declension.Gender.allCases)
      for language in Declension.languages {
        for unit in [Declension.Unit.place, .surname(gender), .given(gender), .patronymic(gender)] {
          let forms = Declension.forms(of: word, language: language, unit: unit)
          #expect(forms == Declension.forms(of: word, language: language, unit: unit))
          #expect(forms.allSatisfy { !$0.text.isEmpty && $0.text != word && !$0.cases.isEmpty && $0.cases == $0.cases.sorted() })
          #expect(Set(forms.map(\.text)).count == forms.count && forms.count <= 12, "\(word) \(unit)")
        }
      }
    }
  }
}
