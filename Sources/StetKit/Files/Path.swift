/// A path as the system keeps it: bytes, which need not be UTF-8 and may hold line breaks.
///
/// Reports show `display`; files are opened by `bytes`, so that no name is out of reach.
public struct Path: Hashable, Sendable {
  /// Neither empty components (`a//b`) nor a leading `./` nor a trailing `/`; `..` stays, since links make it mean more than text.
  public let bytes: [UInt8]

  /// Keeps the path's meaning and drops what adds none: `./a//b/` is `a/b`.
  public init(bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    let parts = bytes.split(separator: slash).filter { $0 != [point] }
    let joined = Array(parts.joined(separator: [slash]))
    self.bytes = bytes.first == slash ? [slash] + joined : joined.isEmpty ? [point] : joined
  }

  public init(_ text: String) { self.init(bytes: text.utf8) }

  /// The working folder.
  public static let current = Path(".")
  private static let root = Path("/")

  /// For people and reports: the path itself where it is UTF-8, every other byte as `\xE9`.
  public var display: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var shown = ""
    forEachScalar(of: bytes) { piece in
      switch piece {
      case .scalar(let scalar): shown.unicodeScalars.append(scalar)
      case .stray(let byte): shown += "\\x" + String(byte, radix: 16, uppercase: true)
      }
    }
    return shown
  }

  public var isAbsolute: Bool { bytes.first == slash }
  var components: [ArraySlice<UInt8>] { bytes.split(separator: slash) }

  /// The last component: `c.md` of `a/b/c.md`.
  public var name: Path { Path(bytes: components.last ?? []) }

  /// What holds it: `a/b` for `a/b/c.md`, the working folder for `c.md`, `/` for `/`.
  public var folder: Path {
    guard let cut = bytes.lastIndex(of: slash) else { return .current }
    return Path(bytes: bytes[..<max(cut, 1)])
  }

  /// The path below this one; an absolute one replaces it.
  public func appending(_ other: Path) -> Path {
    if self == .current || other.isAbsolute { return other }
    // Neither has anything to be dropped, but the root ends in a slash of its own.
    return self == .root || other == .current ? Path(bytes: bytes + [slash] + other.bytes) : Path(clean: bytes + [slash] + other.bytes)
  }

  private init(clean bytes: [UInt8]) { self.bytes = bytes }

  public func appending(_ name: String) -> Path { appending(Path(name)) }

  /// Whether the name, without its point, ends in one of these, whatever their case.
  func hasEnding(_ endings: Set<String>) -> Bool {
    guard let last = components.last, let cut = last.lastIndex(of: point), cut > last.startIndex else { return false }
    return endings.contains(String(decoding: last[(cut + 1)...], as: UTF8.self).lowercased())
  }
}

extension Path: Comparable {
  /// By bytes, so that the order depends on no locale.
  public static func < (a: Path, b: Path) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension Path: CustomStringConvertible {
  public var description: String { display }
}

let slash = UInt8(ascii: "/")
let point = UInt8(ascii: ".")

/// A piece of bytes that may not be UTF-8.
enum Utf8Piece {
  case scalar(Unicode.Scalar)
  /// A byte that belongs to no valid sequence.
  case stray(UInt8)
}

/// Goes through the scalars of bytes, and through what is none.
func forEachScalar(of bytes: [UInt8], _ body: (Utf8Piece) -> Void) {
  var rest = bytes.makeIterator()
  var parser = UTF8.ForwardParser()
  var at = 0
  while true {
    switch parser.parseScalar(from: &rest) {
    case .valid(let encoded):
      body(.scalar(UTF8.decode(encoded)))
      at += encoded.count
    case .error(let length):
      for byte in bytes[at..<at + length] { body(.stray(byte)) }
      at += length
    case .emptyInput: return
    }
  }
}
