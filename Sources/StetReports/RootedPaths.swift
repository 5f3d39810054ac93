/// Paths as a forge wants them: from the repository's root, whatever folder Stet was started in.
public struct RootedPaths: Sendable {
  private let root: [ArraySlice<UInt8>]
  private let workingFolder: [ArraySlice<UInt8>]

  /// Both absolute.
  ///
  /// - Parameter root: The repository's root, or the working folder outside one.
  public init(root: [UInt8], workingFolder: [UInt8]) {
    self.root = RootedPaths.components(root)
    self.workingFolder = RootedPaths.components(workingFolder)
  }

  /// Paths stay as they are, but for `./`.
  public init() { self.init(root: [], workingFolder: []) }

  /// A path seen from the root; one outside it stays absolute.
  func path(_ path: [UInt8]) -> [UInt8] {
    let isAbsolute = path.first == UInt8(ascii: "/")
    var whole = isAbsolute ? [] : workingFolder
    for part in RootedPaths.components(path) {
      if part.elementsEqual("..".utf8), let last = whole.last, !last.elementsEqual("..".utf8) {
        whole.removeLast()
      } else {
        whole.append(part)
      }
    }
    if whole.starts(with: root, by: ==), !(isAbsolute && root.isEmpty) {
      return Array(whole.dropFirst(root.count).joined(separator: [UInt8(ascii: "/")]))
    }
    return [UInt8(ascii: "/")] + whole.joined(separator: [UInt8(ascii: "/")])
  }

  /// The same as a relative address, or as one of a file outside the root.
  func address(_ path: [UInt8]) -> (uri: String, isBelowRoot: Bool) {
    let path = self.path(path)
    let isBelowRoot = path.first != UInt8(ascii: "/")
    let encoded = RootedPaths.encoded(path)
    return (isBelowRoot ? encoded : "file://" + encoded, isBelowRoot)
  }

  /// RFC 3986: unreserved characters and `/` as they are, every other byte as `%E9`.
  static func encoded(_ path: [UInt8]) -> String {
    var result = ""
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func components(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
    path.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
  }
}
