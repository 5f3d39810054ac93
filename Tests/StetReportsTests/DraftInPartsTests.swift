import StetFindings
import StetTestSupport
import StetText
import Testing

@testable import StetReports

/// What is printed of a draft part by part is what is printed of the whole.
@Suite struct DraftInPartsTests {
  static let formats: [any PartedReport] = [TextReport(width: 60), UnixReport(), JSONReport(version: "1"), JSONLinesReport()]

  @Test(arguments: 0..<20) func partsMakeTheWhole(seed: Int) throws {
    var dice = Dice(seed)
    // Whole paragraphs, many of them equal, so that fingerprints are numbered across parts.
    let paragraphs = (0..<30).map { _ in
      dice.pick(["They met in Kiev.\n\n", "Ünïcode 👩‍👩‍👧 Kiev, Київ.\r\n\r\n", "Kiev and Kiev\rand Kiev.\n\n", "Nothing.\n\n"])
    }
    let text = paragraphs.joined(), draft = Draft(path: "drafts/“a”.md", text: text)
    let findings = draft.tokens.filter { draft.string($0) == "Kiev" }.map { finding(at: $0.span, &dice) }
    let whole = report(draft, findings, from: 0)
    var parts: [DraftReport] = [], start = 0, next = 0
    while next < paragraphs.count {
      let end = min(paragraphs.count, next + dice.roll(1..<5))
      let piece = paragraphs[next..<end].joined(), size = piece.utf8.count
      let own = findings.filter { (start..<start + size).contains($0.span.start) }
      var part = report(Draft(path: draft.path, text: piece), own, from: start)
      part.origin = DraftOrigin(offset: start, line: draft.lines.line(of: start))
      parts.append(part)
      (start, next) = (start + size, end)
    }
    for format in Self.formats {
      for isFirst in [true, false] {
        var printed = DraftInParts(format, path: draft.path, isFirst: isFirst)
        let pieces = parts.flatMap { printed.add(format.items(of: $0)) } + printed.end(failure: nil)
        #expect(pieces == format.draft(whole, isFirst: isFirst).bytes)
      }
    }
  }

  @Test func aFailureEndsTheDraft() {
    for format in Self.formats.dropFirst() {
      var printed = DraftInParts(format, path: "a.md", isFirst: true)
      let failed = DraftReport(path: "a.md", failure: "gone \"away\"")
      #expect(printed.end(failure: "gone \"away\"") == format.draft(failed, isFirst: true).bytes)
    }
  }

  @Test func countsOneDraft() {
    var end = ReportEnd()
    end.add([finding(at: Span(0, 1)), finding(at: Span(1, 2))])
    end.add([finding(at: Span(2, 3))])
    end.add(DraftReport(path: "a.md", failure: nil), ReportPart(""))
    #expect(end.summary.drafts == 1 && end.summary.findings == 3 && end.summary.failures == 0)
  }

  private func finding(at span: Span, _ dice: inout Dice) -> Finding {
    var finding = finding(at: span)
    if dice.roll(0..<6) == 0 { finding.silence = Silence(.inSource, reason: "a \"fingerprint\": \"v1-\" of it") }
    return finding
  }

  private func finding(at span: Span) -> Finding {
    var finding = Finding(check: "name-variant", severity: .error, span: span, message: "‘Kiev’ should be ‘Kyiv’")
    finding.related = [Finding.Related(span, "\"fingerprint\": \"v1-0000000000000000\"")]
    return finding
  }

  /// Findings of the whole as a part has them, which begins at `start`.
  private func report(_ draft: Draft, _ findings: [Finding], from start: Int) -> DraftReport {
    let moved = findings.map { old in
      let span = Span(old.span.start - start, old.span.end - start)
      var finding = finding(at: span)
      finding.silence = old.silence
      return finding
    }
    return DraftReport(draft, findings: moved.filter { $0.silence == nil }, setAside: moved.filter { $0.silence != nil })
  }
}
