/// Sentences of our own writing in the languages drafts quote, and the charsets each was written in.
struct LanguageSample: CustomStringConvertible, Sendable {
  let language: String
  let charsets: [String]
  let sentences: [String]
  var description: String { language }

  /// Three paragraphs.
  var long: String { (0..<3).map { _ in sentences.joined(separator: " ") }.joined(separator: "\n\n") + "\n" }

  static let western = ["windows-1252", "ISO-8859-1", "ISO-8859-15", "macintosh"]
  static let cyrillic = ["windows-1251", "ISO-8859-5", "x-mac-cyrillic"]

  static let all: [LanguageSample] = [
    LanguageSample(
      language: "Ukrainian", charsets: cyrillic + ["KOI8-U"],
      sentences: [
        "Уряд ухвалив рішення про відбудову лікарні, яку зруйнували минулої зими.",
        "Мешканці Херсона чекають, коли відновлять міст через річку, бо інший шлях задовгий.",
        "Його дружина, вчителька з Луцька, розповіла, що діти їздять до школи автобусом.",
        "За словами міністра, Європейський Союз надасть ґранти на ремонт доріг і енергетику.",
        "«Ми не знаємо, що буде завтра», – каже пані Ольга з Маріуполя.",
      ]),
    LanguageSample(
      language: "Russian", charsets: cyrillic + ["KOI8-R", "KOI8-U", "IBM866"],
      sentences: [
        "Правительство приняло решение о восстановлении больницы, разрушенной прошлой зимой.",
        "Жители города ждут, когда откроют мост через реку, потому что другой путь слишком долог.",
        "Его жена, учительница из Смоленска, рассказала, что дети ездят в школу на автобусе.",
        "Объём помощи ещё не известен, сообщил представитель министерства в среду.",
        "Цены на хлеб выросли, а зарплаты остались прежними.",
      ]),
    LanguageSample(
      language: "Belarusian", charsets: cyrillic + ["KOI8-U"],
      sentences: [
        "Жыхары Мінска чакаюць, калі адчыняць новую бальніцу каля ракі.",
        "Ягоная жонка працуе ў школе і распавядае дзецям пра гісторыю краіны.",
        "Улады паведамілі, што цэны на хлеб зноў вырастуць у наступным месяцы.",
        "Журналісты выйшлі на волю пасля двух гадоў зняволення.",
        "Людзі на вуліцах гавораць пра надвор’е, але думаюць пра вайну.",
      ]),
    LanguageSample(
      language: "Bulgarian", charsets: cyrillic + ["IBM866"],
      sentences: [
        "Правителството прие решение за възстановяване на болницата в Пловдив.",
        "Жителите на града чакат мостът да бъде отворен преди края на годината.",
        "Съпругата му е учителка и разказва, че децата пътуват с автобус.",
        "Цените на хляба се повишиха, а заплатите останаха същите.",
        "Министърът обяви, че помощта ще пристигне още тази седмица.",
      ]),
    LanguageSample(
      language: "Polish", charsets: ["windows-1250", "ISO-8859-2"],
      sentences: [
        "Rząd przyjął uchwałę o odbudowie szpitala, który został zniszczony zeszłej zimy.",
        "Mieszkańcy miasta czekają, aż zostanie otwarty most przez rzekę.",
        "Jego żona, nauczycielka z Łodzi, mówi, że dzieci jeżdżą do szkoły autobusem.",
        "Ceny chleba wzrosły, ale płace pozostały takie same.",
        "Śledczy badają, kto podłożył ogień w magazynie pod Gdańskiem.",
      ]),
    LanguageSample(
      language: "Lithuanian", charsets: ["windows-1257", "ISO-8859-13", "ISO-8859-4"],
      sentences: [
        "Vyriausybė priėmė nutarimą atstatyti ligoninę, kuri buvo sugriauta praėjusią žiemą.",
        "Miesto gyventojai laukia, kada bus atidarytas tiltas per upę.",
        "Jo žmona, mokytoja iš Šiaulių, pasakoja, kad vaikai į mokyklą važiuoja autobusu.",
        "Duonos kainos pakilo, o atlyginimai liko tokie patys.",
        "Prezidentas Gitanas Nausėda ir premjerė Ingrida Šimonytė susitiko Vilniuje.",
      ]),
    LanguageSample(
      language: "Latvian", charsets: ["windows-1257", "ISO-8859-13", "ISO-8859-4"],
      sentences: [
        "Valdība pieņēma lēmumu atjaunot slimnīcu, kas tika sagrauta pagājušajā ziemā.",
        "Pilsētas iedzīvotāji gaida, kad tiks atvērts tilts pār upi.",
        "Viņa sieva, skolotāja no Daugavpils, stāsta, ka bērni uz skolu brauc ar autobusu.",
        "Maizes cenas ir augušas, bet algas palikušas tādas pašas.",
        "Ministrs ceturtdien paziņoja, ka palīdzība pienāks jau šonedēļ.",
      ]),
    LanguageSample(
      language: "Czech", charsets: ["windows-1250", "ISO-8859-2"],
      sentences: [
        "Vláda přijala rozhodnutí o obnově nemocnice, která byla zničena minulou zimu.",
        "Obyvatelé města čekají, kdy bude otevřen most přes řeku.",
        "Jeho žena, učitelka z Plzně, vypráví, že děti jezdí do školy autobusem.",
        "Ceny chleba vzrostly, ale mzdy zůstaly stejné.",
        "Příliš mnoho lidí už ztratilo důvěru v úřady, řekl ministr ve čtvrtek.",
      ]),
    LanguageSample(
      language: "German", charsets: western,
      sentences: [
        "Die Regierung beschloss, das im vorigen Winter zerstörte Krankenhaus wieder aufzubauen.",
        "Die Bewohner der Stadt warten darauf, dass die Brücke über den Fluss geöffnet wird.",
        "Seine Frau, eine Lehrerin aus Köln, erzählt, dass die Kinder mit dem Bus zur Schule fahren.",
        "Der Brotpreis ist gestiegen, die Löhne sind gleich geblieben, heißt es in Österreich.",
        "Am Dienstag äußerte sich der Außenminister zu den Gesprächen.",
      ]),
    LanguageSample(
      language: "French", charsets: western,
      sentences: [
        "Le gouvernement a décidé de reconstruire l'hôpital détruit l'hiver dernier.",
        "Les habitants de la ville attendent l'ouverture du pont à la fin de l'année.",
        "Sa femme, institutrice à Besançon, raconte que les élèves prennent le car dès l'aube.",
        "Le prix du pain a augmenté, mais les salaires sont restés les mêmes.",
        "Où ira l'argent ? « Personne ne le sait », répond le maire, déçu.",
      ]),
    LanguageSample(
      language: "English with curly quotes", charsets: ["windows-1252", "windows-1250", "windows-1251", "windows-1257", "macintosh"],
      sentences: [
        "“We don’t know what tomorrow brings,” she said in Kherson on Tuesday.",
        "The bridge – the city’s only one – was closed again after the storm.",
        "Officials wouldn’t say when the hospital’s roof will be repaired…",
        "“Bread is dear,” the mayor told reporters. “Wages haven’t moved.”",
        "Soldiers’ families wait by the phone, but nobody calls.",
      ]),
    LanguageSample(
      language: "English with an accent", charsets: ["windows-1252", "windows-1250", "windows-1257", "macintosh", "ISO-8859-1"],
      sentences: [
        "They met in a café near the station and talked until midnight.",
        "His résumé mentions two years with a charity in Dnipro.",
        "The exposé ran on the front page of a paper that has since closed.",
        "A former attaché at the embassy confirmed the report on Friday.",
        "Her fiancé was called up in March and has not been home since.",
      ]),
    LanguageSample(
      language: "English newsroom", charsets: ["windows-1252", "macintosh"],
      sentences: [
        "“It’s a cliché,” he said, “but it’s true.”",
        "The minister’s aide – a protégé of the mayor – won’t resign.",
        "Zelenskyy’s visit to the Élysée Palace didn’t end the row over aid.",
        "“We’re tired,” said Zoë Keating, a nurse from Leeds who hasn’t left since 2022.",
        "The crème de la crème of the army’s officers met at a château near Lyon.",
      ]),
    LanguageSample(
      language: "Spanish", charsets: western,
      sentences: [
        "El gobierno decidió reconstruir el hospital destruido el invierno pasado.",
        "Los niños van a la escuela en autobús, cuenta su mujer, maestra en Logroño.",
        "¿Quién pagará el puente? Nadie lo sabe todavía, admitió el señor Muñoz.",
        "El precio del pan subió, pero los salarios no cambiaron, según el año anterior.",
      ]),
    LanguageSample(
      language: "Turkish", charsets: ["windows-1254", "ISO-8859-9"],
      sentences: [
        "Hükümet geçen kış yıkılan hastanenin yeniden yapılmasına karar verdi.",
        "Şehirde yaşayanlar köprünün yıl sonuna doğru açılmasını bekliyor.",
        "Öğretmen olan eşi, çocukların okula otobüsle gittiğini söyledi.",
        "Ekmeğin fiyatı arttı ama maaşlar değişmedi.",
      ]),
    LanguageSample(
      language: "Greek", charsets: ["windows-1253", "ISO-8859-7"],
      sentences: [
        "Η κυβέρνηση αποφάσισε να ξαναχτίσει το νοσοκομείο που καταστράφηκε τον χειμώνα.",
        "Οι κάτοικοι της πόλης περιμένουν να ανοίξει η γέφυρα πάνω από το ποτάμι.",
        "Η τιμή του ψωμιού ανέβηκε αλλά οι μισθοί έμειναν ίδιοι.",
      ]),
  ]

  /// Text in charsets the detector does not know: it must not be taken for another's beyond doubt.
  static let unknown: [LanguageSample] = [
    LanguageSample(
      language: "Hebrew", charsets: ["windows-1255", "ISO-8859-8"],
      sentences: ["הממשלה החליטה לבנות מחדש את בית החולים שנהרס בחורף שעבר.", "תושבי העיר מחכים לפתיחת הגשר."]),
    LanguageSample(
      language: "Arabic", charsets: ["windows-1256", "ISO-8859-6"],
      sentences: ["قررت الحكومة إعادة بناء المستشفى الذي دمر في الشتاء الماضي.", "ينتظر سكان المدينة فتح الجسر."]),
    LanguageSample(
      language: "Japanese", charsets: ["Shift_JIS", "EUC-JP"],
      sentences: ["政府は昨年の冬に破壊された病院を再建することを決めた。", "町の人々は橋が開くのを待っている。"]),
    LanguageSample(
      language: "Chinese", charsets: ["GB18030", "Big5"],
      sentences: ["政府決定重建去年冬天被毀的醫院。", "城市的居民在等待大橋開放。"]),
    LanguageSample(
      language: "Korean", charsets: ["EUC-KR"],
      sentences: ["정부는 지난겨울 파괴된 병원을 다시 짓기로 했다.", "도시 주민들은 다리가 열리기를 기다린다."]),
    LanguageSample(
      language: "Thai", charsets: ["TIS-620"],
      sentences: ["รัฐบาลตัดสินใจสร้างโรงพยาบาลขึ้นใหม่", "ชาวเมืองรอการเปิดสะพาน"]),
    LanguageSample(
      language: "English in DOS", charsets: ["IBM437", "IBM850"],
      sentences: ["They met in a café near the station.", "His résumé mentions two years in Dnipro."]),
    LanguageSample(
      language: "Vietnamese", charsets: ["windows-1258"],
      sentences: ["Chính phủ quyết đi\u{323}nh xây la\u{323}i bê\u{323}nh viê\u{323}n bi\u{323} phá hu\u{309}y.".replacing("phủ", with: "phu\u{309}").replacing("quyết", with: "quyê\u{301}t")]),
  ]
}
