import Foundation
import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// Where each format says that a finding is, in the unit the format counts in.
@Suite("Positions in every format")
struct FormatPositionsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// Lines and columns of the one mark: scalars, UTF-16 units, bytes.
    let line: Int
    let scalars: Range<Int>
    let utf16: Range<Int>
    let bytes: Range<Int>
    var isUTF16 = false

    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "ASCII", text: "in ⟦Kiev⟧", line: 1, scalars: 4..<8, utf16: 4..<8, bytes: 4..<8),
    Row(name: "emoji", text: "👩‍👩‍👧 in ⟦Kiev⟧", line: 1, scalars: 10..<14, utf16: 13..<17, bytes: 23..<27),
    Row(name: "combining marks", text: "e\u{301}le\u{300}ve ⟦Kie\u{301}v⟧", line: 1, scalars: 9..<14, utf16: 9..<14, bytes: 11..<17),
    Row(name: "Cyrillic", text: "в ⟦Киеве⟧ они", line: 1, scalars: 3..<8, utf16: 3..<8, bytes: 4..<14),
    Row(name: "CR LF", text: "one\r\ntwo ⟦Kiev⟧\r\n", line: 2, scalars: 5..<9, utf16: 5..<9, bytes: 5..<9),
    Row(name: "a tab", text: "\tin\t⟦Kiev⟧", line: 1, scalars: 5..<9, utf16: 5..<9, bytes: 5..<9),
    Row(name: "an emoji inside", text: "a ⟦b🇺🇦c⟧ d", line: 1, scalars: 3..<7, utf16: 3..<9, bytes: 3..<13),
    Row(name: "a byte-order mark", text: "\u{FEFF}in ⟦Kiev⟧", line: 1, scalars: 4..<8, utf16: 4..<8, bytes: 7..<11),
    Row(name: "UTF-16", text: "𝒳 in ⟦Київ⟧", line: 1, scalars: 6..<10, utf16: 7..<11, bytes: 9..<17, isUTF16: true),
  ]

  /// The draft as a file of its encoding would be read, with a finding at the mark and a fix for it.
  private func report(_ row: Row) throws -> (DraftReport, Draft, String) {
    let marked = Marked(row.text)
    var draft = marked.draft(path: "a b/ж.md"), span = marked.spans[0]
    if row.isUTF16 {
      let units = [0xFEFF] + Array(marked.text.utf16)
      draft = try Draft(path: "a b/ж.md", bytes: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      // Its UTF-8 form begins with the mark, which is no character.
      span = Span(span.start + 3, span.end + 3)
    }
    var finding = Finding(check: "name-variant", severity: .error, span: span, message: "m")
    finding.fix = Fix([Edit(span, "X")], .safe)
    return (DraftReport(draft, findings: [finding]), draft, draft.string(span))
  }

  private func object(_ json: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(json.utf8)) }

  private func value<T>(_ root: Any, _ path: [Any], as: T.Type = T.self) throws -> T {
    var value: Any? = root
    for step in path {
      if let key = step as? String {
        value = (value as? [String: Any])?[key]
      } else if let index = step as? Int {
        value = (value as? [Any])?[index]
      }
    }
    return try #require(value as? T, "\(path)")
  }

  @Test("SARIF counts UTF-16 units", arguments: rows)
  func sarif(_ row: Row) throws {
    let (report, draft, text) = try report(row)
    let log = try object(SARIFReport(Tool(version: "1")).whole([report]))
    #expect(try value(log, ["runs", 0, "columnKind"]) == "utf16CodeUnits")
    let result = try value(log, ["runs", 0, "results", 0], as: [String: Any].self)
    for path in [["locations", 0, "physicalLocation", "region"], ["fixes", 0, "artifactChanges", 0, "replacements", 0, "deletedRegion"]] {
      let region: [String: Any] = try value(result, path)
      #expect(region["startLine"] as? Int == row.line && region["endLine"] as? Int == row.line)
      #expect(region["startColumn"] as? Int == row.utf16.lowerBound && region["endColumn"] as? Int == row.utf16.upperBound)
    }
    // What those columns cut out of the line is what was meant.
    let line = Array(try lines(draft)[row.line - 1].utf16)
    #expect(String(decoding: line[row.utf16.lowerBound - 1..<row.utf16.upperBound - 1], as: UTF16.self) == text)
    #expect(try value(result, ["locations", 0, "physicalLocation", "artifactLocation", "uri"]) == "a%20b/%D0%B6.md")
  }

  @Test("rdjson counts bytes", arguments: rows)
  func rdjson(_ row: Row) throws {
    let (report, draft, text) = try report(row)
    let diagnostic: [String: Any] = try value(try object(RDJSONReport(Tool(version: "1")).whole([report])), ["diagnostics", 0])
    for path in [["location", "range"], ["suggestions", 0, "range"]] {
      let range: [String: Any] = try value(diagnostic, path)
      #expect(try value(range, ["start", "line"]) == row.line && value(range, ["end", "line"]) == row.line)
      #expect(try value(range, ["start", "column"]) == row.bytes.lowerBound && value(range, ["end", "column"]) == row.bytes.upperBound)
    }
    if !row.isUTF16 {
      let start = draft.lines.starts[row.line - 1]
      let bytes = draft.text[start + row.bytes.lowerBound - 1..<start + row.bytes.upperBound - 1]
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
    let line = RDJSONReport(Tool(version: "1"), isLines: true).whole([report])
    #expect(try value(try object(line), ["location", "range", "end", "column"]) == row.bytes.upperBound)
  }

  @Test("all others count scalars", arguments: rows)
  func scalars(_ row: Row) throws {
    let (report, draft, text) = try report(row)
    let (line, start, end) = (row.line, row.scalars.lowerBound, row.scalars.upperBound)
    let scalars = Array(try lines(draft)[line - 1].unicodeScalars)
    #expect(scalars[start - 1..<end - 1].map(String.init).joined() == text)

    #expect(UnixReport().whole([report]) == "a b/ж.md:\(line):\(start): error: m [name-variant]\n")
    #expect(TextReport().whole([report]).hasPrefix("a b/ж.md:\(line):\(start): "))
    #expect(CheckstyleReport().whole([report]).contains("<error line=\"\(line)\" column=\"\(start)\" severity=\"error\""))
    #expect(JUnitReport().whole([report]).contains("<testcase name=\"name-variant \(line):\(start)\" classname=\"a b/ж.md\""))
    #expect(
      GitHubReport().whole([report]).hasPrefix(
        "::error file=a b/ж.md,line=\(line),endLine=\(line),col=\(start),endColumn=\(end),title=name-variant::m\n"))
    let json = try object(JSONReport(version: "1").whole([report]))
    #expect(try value(json, ["drafts", 0, "findings", 0, "end", "column"]) == end)
    let gitlab = try object(GitLabReport().whole([report]))
    #expect(try value(gitlab, [0, "location", "lines", "begin"]) == line && value(gitlab, [0, "location", "path"]) == "a b/ж.md")
    #expect(
      HTMLReport(Tool(version: "1")).whole([report]).contains(
        "<a href=\"#\(HTMLDraft(report, Tool(version: "1")).id)-n1\">\(text)</a></mark>"))
  }

  /// As an editor has them: without line breaks and without a byte-order mark.
  private func lines(_ draft: Draft) throws -> [String] {
    var text = try #require(String(validating: draft.text, as: UTF8.self))
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }
}
