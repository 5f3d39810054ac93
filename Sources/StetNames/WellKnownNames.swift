/// Names that news copy prints daily, known without any glossary.
public struct WellKnownNames: Sendable {
  public static let shared = WellKnownNames()

  /// A person, a place, or a word that has a capital wherever it stands.
  public struct Name: Sendable {
    public enum Kind: String, Sendable { case person, place, word }
    public let kind: Kind
    /// As English prints it.
    public let name: String
    /// Other spellings of its last word that English copy prints.
    public let admitted: [String]
    /// Forms of its last word that only other languages have.
    public let foreign: [String]
    public var words: [String] { strings(name.utf8, separator: " ") }
  }

  public let all: [Name]

  private init() {
    all = DataFile.rows(DataFile.wellKnownNames, columns: 4).compactMap { row in
      Name.Kind(rawValue: String(row[0])).map {
        Name(kind: $0, name: String(row[1]), admitted: strings(row[2].utf8, separator: ","), foreign: strings(row[3].utf8, separator: ","))
      }
    }
  }
}

/// Text cut at a character, by its bytes, which is many times quicker than by characters.
private func strings(_ text: some Collection<UInt8>, separator: Unicode.Scalar) -> [String] {
  text.split(separator: UInt8(ascii: separator)).map { String(decoding: $0, as: UTF8.self) }
}
