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
    public var words: [Substring] { name.split(separator: " ") }
  }

  public let all: [Name]

  private init() {
    all = DataFile.rows(DataFile.wellKnownNames, columns: 4).compactMap { row in
      Name.Kind(rawValue: String(row[0])).map {
        Name(kind: $0, name: String(row[1]), admitted: row[2].split(separator: ",").map(String.init), foreign: row[3].split(separator: ",").map(String.init))
      }
    }
  }
}
