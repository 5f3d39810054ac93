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
    let bytes = Array(DataFile.wellKnownNames.utf8)
    return bytes[...].pieces(between: UInt8(ascii: "\n")).compactMap { line in
      let cells = line.pieces(between: UInt8(ascii: "\t"))
      guard cells.count > 1, let kind = Name.Kind(rawValue: String(decoding: cells[0], as: UTF8.self)) else { return nil }
      func forms(_ cell: Int) -> [ArraySlice<UInt8>] {
        cell < cells.count && !cells[cell].isEmpty ? cells[cell].pieces(between: UInt8(ascii: ",")) : []
      }
      return Name(kind: kind, words: cells[1].pieces(between: UInt8(ascii: " ")), admitted: forms(2), foreign: forms(3))
    }
  }
}
