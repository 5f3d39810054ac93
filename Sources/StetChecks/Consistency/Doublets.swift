import StetText

/// Names that English copy has in two forms which neither sound nor letters unite.
enum Doublets {
  private static let all = [
    "Kyiv Kiev", "Kharkiv Kharkov", "Lviv Lvov", "Odesa Odessa", "Mykolaiv Nikolaev", "Chornobyl Chernobyl", "Dnipro Dnepr",
    "Zaporizhzhia Zaporozhye", "Beijing Peking", "Mumbai Bombay", "Kolkata Calcutta", "Chennai Madras", "Yangon Rangoon",
    "Myanmar Burma", "Kyivan Kievan",
  ]

  /// By either form, a number that both have.
  static let numbers: KeyTable = all.enumerated().reduce(into: KeyTable()) { numbers, line in
    for word in line.element.split(separator: " ") { numbers.add(TokenKey(String(word)), UInt64(line.offset + 1)) }
  }

  /// A number that both forms have.
  static func partner(of key: TokenKey) -> UInt64? {
    let number = numbers.value(of: key.rawValue)
    return number == 0 ? nil : number
  }
}
