import Foundation
import Testing

/// Where dangerous things may stand, how long files may be, what lies where.
@Suite struct WallTests {
  /// Folders and files in which `unsafe` may stand: at ICU, at md4c, at libyaml, at the system, where the compiled-in data is read, and
  /// where bytes are written eight at a time.
  static let unsafe = [
    "StetICU/", "StetText/Markdown/", "StetGlossary/Mapped/", "StetKit/Files/", "StetNames/DataFile.swift",
    "StetNames/WordList.swift", "StetGlossaryFiles/BuiltInGlossary.swift", "StetGlossaryFiles/YAML/YAMLParser.swift", "StetReports/ByteBuffer.swift",
  ]

  @Test func unsafeStandsBehindItsWalls() {
    for file in SourceFile.all where file.says("unsafe") {
      #expect(Self.unsafe.contains { file.path.hasPrefix($0) }, "\(file) says “unsafe”")
    }
  }

  /// Whatever a draft or a glossary holds, Stet does not crash on it.
  @Test(arguments: ["try!", "fatalError", "as!"])
  func nothingGivesUp(word: String) {
    #expect(SourceFile.all.filter { $0.says(word) }.map(\.path) == [], "throw, or return what can be said")
  }

  /// A file is one thought; a longer one holds two.
  @Test func filesAreShort() {
    let limit = 300
    for file in SourceFile.all { #expect(file.lines.count <= limit, "\(file) has \(file.lines.count) lines: split it") }
  }

  /// Members explain themselves or are explained; a type without a sentence leaves its reader to guess.
  @Test func publicTypesSayWhatTheyAre() {
    for file in SourceFile.all {
      for (number, line) in file.lines.enumerated() where declaresPublicType(line) {
        let before = file.lines[..<number].last { !$0.contains(/^ *@/) } ?? ""
        #expect(before.contains(/^ *\/\/\//), "\(file):\(number + 1) has no /// comment")
      }
    }
  }

  /// An enumeration that fits its line is all there is to say.
  private func declaresPublicType(_ line: String) -> Bool {
    line.contains(/^ *(@\w+ )*public (indirect |final )?(struct|enum|class|actor|protocol)\b/) && !line.contains(/\{ case .*\}$/)
  }

  @Test func theTopLevelIsShort() throws {
    let allowed: Set<String> = [
      "CHANGELOG.md", "Examples", "Glossaries", "LICENSE", "Makefile", "Package.swift", "README.md", "Sources", "Tests", "action.yml",
      // Ignored by git.
      "Package.resolved",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceFile.root.path).filter { !$0.hasPrefix(".") }
    #expect(Set(names).subtracting(allowed).sorted() == [])
  }

  /// What a continuous integration would find broken only there.
  @Test(arguments: ["run", "needs", "demo", "check-install", "check-instructions", "check-formats"])
  func scriptsCanBeRun(name: String) throws {
    let file = SourceFile.root.appending(path: ".ci").appending(path: name)
    #expect(FileManager.default.isExecutableFile(atPath: file.path))
    #expect(try String(contentsOf: file, encoding: .utf8).contains("\nset -euo pipefail\n"))
  }
}
