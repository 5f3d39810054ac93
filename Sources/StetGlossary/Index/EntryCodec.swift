import StetFindings

/// Writes values one after the other: numbers of seven bits a byte, texts with their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    var rest = UInt64(truncatingIfNeeded: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }

  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }
}

/// Reads what `ByteWriter` wrote. Past the end everything is zero and empty.
struct ByteReader {
  private let bytes: Flat<UInt8>
  private var at: Int
  private let end: Int

  init(_ bytes: Flat<UInt8>, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func number() -> Int {
    var number: UInt64 = 0, shift: UInt64 = 0
    while at < end, shift < 63 {
      let byte = bytes[at]
      at += 1
      number |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return Int(number & UInt64(Int32.max))
  }

  mutating func text() -> String {
    let length = min(number(), end - at)
    defer { at += length }
    return bytes.text(at..<at + length)
  }

  mutating func texts() -> [String] { list { $0.text() } }
  mutating func optionalText() -> String? { number() == 0 ? nil : text() }

  /// A list never has more items than there are bytes left.
  mutating func list<Item>(_ item: (inout ByteReader) -> Item) -> [Item] {
    let count = min(number(), end - at)
    return (0..<count).map { _ in item(&self) }
  }

  mutating func choice<Value: CaseIterable>(_: Value.Type) -> Value? where Value.AllCases == [Value] {
    let number = number()
    return number > 0 && number <= Value.allCases.count ? Value.allCases[number - 1] : nil
  }
}

extension ByteWriter {
  /// A case by its place, counted from 1; 0 is none.
  fileprivate mutating func put<Value: CaseIterable & Equatable>(_ value: Value?) where Value.AllCases == [Value] {
    put(value.flatMap { Value.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }

  /// An entry but for its tests, which no lint needs.
  mutating func put(_ entry: Entry) {
    put(entry.term)
    put(entry.kind)
    switch entry.family {
    case .lastWord: put(0)
    case .none: put(1)
    case .form(let form):
      put(2)
      put(form)
    }
    put(entry.from.count)
    for form in entry.from {
      put(form.language)
      put(form.text)
    }
    put(entry.gender)
    for texts in [entry.admit, entry.forbid, entry.except, entry.exceptIf.before, entry.exceptIf.after, entry.exceptIf.inDraft] { put(texts) }
    for texts in [entry.context, entry.acronyms, entry.calques, entry.phrases] { put(texts) }
    put(entry.within)
    put(entry.caseMatching)
    put(entry.accents)
    put(entry.quotes)
    put(entry.saysQuotes ? 1 : 0)
    put(entry.severity)
    for text in [entry.note, entry.link, entry.source, entry.date] { put(text) }
    put(entry.line)
    put(entry.column)
  }

  /// What a file says of all its entries.
  mutating func put(head glossary: Glossary) {
    put(glossary.name)
    put(glossary.language)
    put(glossary.house.count)
    for (language, system) in glossary.house.sorted(by: { $0.key < $1.key }) {
      put(language)
      put(system)
    }
    put(glossary.path)
    put(glossary.entries.count)
  }

  mutating func put(_ fault: Fault) {
    put(fault.severity == .error ? 1 : 0)
    put(fault.path)
    put(fault.line)
    put(fault.column)
    put(fault.message)
    put(fault.hint)
  }
}

extension ByteReader {
  mutating func entry() -> Entry {
    var entry = Entry(term: text())
    entry.kind = choice(Entry.Kind.self) ?? .concept
    switch number() {
    case 1: entry.family = .none
    case 2: entry.family = .form(text())
    default: entry.family = .lastWord
    }
    entry.from = list { Entry.SourceForm(language: $0.text(), text: $0.text()) }
    entry.gender = choice(Entry.Gender.self)
    entry.admit = texts()
    entry.forbid = texts()
    entry.except = texts()
    entry.exceptIf = Entry.Exceptions(before: texts(), after: texts(), inDraft: texts())
    entry.context = texts()
    entry.acronyms = texts()
    entry.calques = texts()
    entry.phrases = texts()
    entry.within = choice(Entry.Reach.self) ?? entry.within
    entry.caseMatching = choice(Entry.Matching.self)
    entry.accents = choice(Entry.Matching.self) ?? entry.accents
    entry.quotes = choice(Entry.QuotationPolicy.self) ?? entry.quotes
    entry.saysQuotes = number() != 0
    entry.severity = choice(Severity.self)
    entry.note = optionalText()
    entry.link = optionalText()
    entry.source = optionalText()
    entry.date = optionalText()
    entry.line = number()
    entry.column = number()
    return entry
  }

  mutating func head() -> (glossary: Glossary, entries: Int) {
    let name = text(), language = text()
    let house = list { ($0.text(), $0.text()) }
    let glossary = Glossary(name: name, language: language, house: Dictionary(house) { first, _ in first }, path: optionalText())
    return (glossary, number())
  }

  mutating func fault() -> Fault {
    Fault(number() == 1 ? .error : .warning, path: text(), line: number(), column: number(), message: text(), hint: optionalText())
  }
}
