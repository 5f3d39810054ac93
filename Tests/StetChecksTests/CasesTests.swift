import Foundation
import StetChecks
import Testing

@Suite("Awkward cases")
struct CasesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  private static let files = ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
    .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }

  @Test("every case holds as it stands and bent", arguments: files)
  func cases(_ file: URL) throws {
    for specimen in try CaseFile(file).specimens { try specimen.verify() }
  }
}

/// Cases for one check in a Markdown file that is named after it: prose that says why, and blocks fenced by ~~~ whose first
/// word says what they are.
///
///     ~~~ flags          copy with ⟦ ⟧ marks; "flags markdown" for a Markdown draft
///     ~~~ fixed          what `stet fix` makes of the copy before
///     ~~~ reviewed       what `stet fix --review` makes of it, where `stet fix` must leave it
///     ~~~ allows         copy in which nothing is found
///     ~~~ glossary       an entry a line, for the cases that follow; an empty block: none
struct CaseFile {
  private(set) var specimens: [Specimen] = []
  private let check: any Check.Type
  private let file: URL
  private var glossary: [String] = []

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ file: URL) throws {
    self.file = file
    let id = file.deletingPathExtension().lastPathComponent
    guard let check = Catalogue.all.first(where: { $0.about.id == id }) else {
      throw Malformed(description: "\(file.path): there is no check “\(id)”")
    }
    self.check = check
    var block: (info: [Substring], line: Int, lines: [Substring])?
    let text = try String(contentsOf: file, encoding: .utf8)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("~~~") else {
        block?.lines.append(line)
        continue
      }
      if let whole = block {
        try add(whole.info, whole.lines.joined(separator: "\n"), line: whole.line)
        block = nil
      } else {
        block = (line.dropFirst(3).split(separator: " "), number + 1, [])
      }
    }
    if let block { throw Malformed(description: "\(file.path):\(block.line): the block is not closed") }
  }

  private mutating func add(_ info: [Substring], _ text: String, line: Int) throws {
    let isMarkdown = info.dropFirst().first == "markdown"
    let location = SourceLocation(
      fileID: "StetChecksTests/\(file.lastPathComponent)", filePath: file.path, line: line, column: 1)
    switch info.first {
    case "flags": specimens.append(Specimen(check, .flags, text, glossary: glossary, isMarkdown: isMarkdown, location: location))
    case "allows": specimens.append(Specimen(check, .allows, text, glossary: glossary, isMarkdown: isMarkdown, location: location))
    case "fixed" where !specimens.isEmpty: specimens[specimens.count - 1].fixed = text
    case "reviewed" where !specimens.isEmpty: specimens[specimens.count - 1].reviewed = text
    case "glossary": glossary = text.split(separator: "\n").map(String.init)
    default: throw Malformed(description: "\(file.path):\(line): a block must be flags, fixed, reviewed, allows or glossary")
    }
  }
}
