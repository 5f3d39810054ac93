import CStetData
import StetGlossary

/// The glossaries that are compiled into Stet.
public enum BuiltInGlossary {
  /// How messages show the file.
  public static let garbleEnPath = "garble-en (built in)"

  /// Damage that machine translation does to English copy on any subject; a test makes sure that it has no faults.
  public static func garbleEn() -> (glossary: Glossary?, faults: [Fault]) {
    GlossaryReader.read(garbleEnBytes, path: garbleEnPath)
  }

  /// The file itself.
  public static var garbleEnBytes: [UInt8] {
    var length = 0
    let data = unsafe stet_data_garble_en(&length)
    return unsafe Array(UnsafeBufferPointer(start: data, count: length))
  }
}
