import Glibc

/// A pattern of `--exclude`, read as git reads a line of `.gitignore`.
///
/// - `drafts` or `*.tmp.md`, without a `/`: any file or folder of that name, at any depth.
/// - `old/*.md`, `/notes`: the path from the working folder, or from the folder named on the command line.
/// - `build/`: folders only. `**` stands for any number of folders.
///
/// What lies in an excluded folder is excluded with it.
public struct Pattern: Sendable {
  private let parts: [[UInt8]]
  private let foldersOnly: Bool
  private let matchesAnyDepth: Bool

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    foldersOnly = bytes.last == slash
    parts = bytes.split(separator: slash).map(Array.init).filter { $0 != [point] }
    matchesAnyDepth = parts.count == 1 && bytes.first != slash
  }

  /// Whether a path below a folder, or a folder on the way to it, matches.
  func excludes(_ path: Path, in folder: Path, isFolder: Bool) -> Bool {
    if matchesAnyDepth { return matches(path, isFolder) { Pattern.matches(parts[0], $0[$0.endIndex - 1]) } }
    return [path, folder.appending(path)].contains { matches($0, isFolder) { Pattern.matches(parts[...], $0) } }
  }

  /// Whether a beginning of the path does, up to all of it.
  private func matches(_ path: Path, _ isFolder: Bool, _ test: (ArraySlice<[UInt8]>) -> Bool) -> Bool {
    let components = path.components.map(Array.init)
    return components.indices.contains { last in
      if foldersOnly, last == components.count - 1, !isFolder { return false }
      return test(components[...last])
    }
  }

  private static func matches(_ parts: ArraySlice<[UInt8]>, _ components: ArraySlice<[UInt8]>) -> Bool {
    guard let part = parts.first else { return components.isEmpty }
    if part == Array("**".utf8) {
      if parts.count == 1 { return !components.isEmpty }
      return (components.startIndex...components.endIndex).contains { matches(parts.dropFirst(), components[$0...]) }
    }
    guard let component = components.first, matches(part, component) else { return false }
    return matches(parts.dropFirst(), components.dropFirst())
  }

  /// One component, with `*`, `?` and `[…]`.
  private static func matches(_ part: [UInt8], _ component: [UInt8]) -> Bool {
    unsafe cString(part) { pattern in unsafe cString(component) { unsafe fnmatch(pattern, $0, 0) } } == 0
  }

  private static func cString(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    unsafe (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe body($0) } ?? FNM_NOMATCH
    }
  }
}
