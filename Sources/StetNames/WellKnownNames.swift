/// Names that news copy prints daily, known without any glossary.
public enum WellKnownNames {
  /// A person, a place, or a word that has a capital wherever it stands, in UTF-8.
  public struct Name: Sendable {
    public enum Kind: String, Sendable { case person, place, word }
    public let kind: Kind
    /// The words of the name as English prints it.
    public let words: [ArraySlice<UInt8>]
    /// Other spellings of its last word that English copy prints.
    public let admitted: [ArraySlice<UInt8>]
    /// Forms of its last word that only other languages have.
    public let foreign: [ArraySlice<UInt8>]
  }

  /// All of them, read anew each time: whoever needs them keeps what is needed, and few need them as strings.
  public static var all: [Name] {
    var names: [Name] = []
    let tab = UInt8(ascii: "\t")
    func forms(_ cell: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] { cell.isEmpty ? [] : cell.pieces(between: UInt8(ascii: ",")) }
    DataFile.forEachRow(DataFile.wellKnownNames) { row in
      guard let kind = Name.Kind(rawValue: String(decoding: row.cut(at: tab), as: UTF8.self)), !row.isEmpty else { return }
      names.append(
        Name(kind: kind, words: row.cut(at: tab).pieces(between: 0x20), admitted: forms(row.cut(at: tab)), foreign: forms(row.cut(at: tab))))
    }
    return names
  }
}
