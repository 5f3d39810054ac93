import Foundation

/// One file of `Sources/`, read as lines. The tests here look at what is written, not at what the compiler makes of it.
struct SourceFile: CustomStringConvertible {
  /// From `Sources/` on: `StetText/Markdown/Entity.swift`.
  let path: String
  let lines: [String]

  var description: String { path }
  var target: String { String(path.prefix { $0 != "/" }) }

  /// What it imports, without attributes and access levels.
  var imports: Set<String> {
    Set(code.compactMap { line in line.split(separator: " ").drop { $0 != "import" }.dropFirst().first.map(String.init) })
  }

  /// The lines without comments and without what stands in quotation marks.
  var code: [String] {
    lines.map { line in
      let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
      return outside.map(\.element).joined().components(separatedBy: "//")[0]
    }
  }

  /// Whether a word stands in the code, as a whole word.
  func says(_ word: String) -> Bool {
    code.contains { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "!" }.contains(Substring(word)) }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let all: [SourceFile] = {
    let sources = root.appending(path: "Sources").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "swift" }.map { file in
      let path = file.resolvingSymlinksInPath().path.dropFirst(sources.path.count + 1)
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return SourceFile(path: String(path), lines: text.components(separatedBy: "\n"))
    }.sorted { $0.path < $1.path }
  }()
}
