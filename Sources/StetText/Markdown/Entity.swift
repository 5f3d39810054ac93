import StetICU

/// What a character reference such as `&nbsp;` or `&#8217;` stands for, as far as tokens need to know.
enum Entity {
  case space
  /// A punctuation mark or symbol.
  case mark(Unicode.Scalar)
  /// A soft hyphen or a joiner: nothing a reader sees.
  case invisible
  /// A letter, or a name not known here.
  case other

  init(_ text: [UInt8], _ span: Span) {
    guard let scalar = Entity.scalar(text[span.range].dropFirst().dropLast()) else {
      self = .other
      return
    }
    switch CharacterTable.shared.properties(of: scalar.value).characterClass {
    case .space, .newline: self = .space
    case .ignorable, .control: self = .invisible
    case .letter, .mark, .digit: self = .other
    case .symbol, .punctuation, .apostrophe: self = .mark(scalar)
    }
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else {
      return names[String(decoding: name, as: UTF8.self)].flatMap(Unicode.Scalar.init)
    }
    let digits = name.dropFirst()
    let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(number, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  /// The marks and spaces of HTML 4 that stand in news copy.
  private static let names: [String: UInt32] = [
    "quot": 0x22, "amp": 0x26, "apos": 0x27, "lt": 0x3C, "gt": 0x3E, "nbsp": 0xA0, "iexcl": 0xA1, "cent": 0xA2, "pound": 0xA3,
    "yen": 0xA5, "sect": 0xA7, "copy": 0xA9, "laquo": 0xAB, "shy": 0xAD, "reg": 0xAE, "deg": 0xB0, "plusmn": 0xB1,
    "para": 0xB6, "middot": 0xB7, "raquo": 0xBB, "iquest": 0xBF, "times": 0xD7, "divide": 0xF7, "ensp": 0x2002, "emsp": 0x2003,
    "numsp": 0x2007, "puncsp": 0x2008, "thinsp": 0x2009, "hairsp": 0x200A, "zwnj": 0x200C, "zwj": 0x200D, "ndash": 0x2013,
    "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
    "dagger": 0x2020, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039,
    "rsaquo": 0x203A, "euro": 0x20AC, "numero": 0x2116, "trade": 0x2122, "minus": 0x2212,
  ]
}
