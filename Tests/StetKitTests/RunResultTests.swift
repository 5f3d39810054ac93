import StetFindings
import StetText
import Testing

@testable import StetKit

@Suite struct RunResultTests {
  private func status(_ severities: [Severity], failOn: FailOn, exitZero: Bool = false, failed: Bool = false) -> RunStatus {
    var outcome = DraftOutcome(.standardInput(name: "-"))
    outcome.findings = severities.map { Finding(check: "x", severity: $0, span: Span(0, 1), message: "") }
    if failed { outcome.failure = DraftFailure(outcome.source, "gone") }
    var result = RunResult(failOn: failOn, exitZero: exitZero)
    result.add(outcome)
    return result.status
  }

  @Test func findingsCountFromTheLowestSeverityThatFails() {
    #expect(status([.warning, .note], failOn: .error) == .clean)
    #expect(status([.note, .error], failOn: .error) == .findings)
    #expect(status([.error], failOn: .warning) == .findings)
    #expect(status([.note], failOn: .warning) == .clean)
    #expect(status([.note], failOn: .note) == .findings)
    #expect(status([.error], failOn: .never) == .clean)
  }

  @Test func nothingHidesAFailure() {
    #expect(status([], failOn: .never, failed: true) == .failure)
    #expect(status([.error], failOn: .error, exitZero: true) == .clean)
    #expect(status([.error], failOn: .error, exitZero: true, failed: true) == .failure)
  }

  @Test func suggestsTheNearestNames() {
    #expect(nearest(to: "splt-name", among: ["split-name", "mojibake"]) == ["split-name"])
    #expect(nearest(to: "suppression", among: ["unused-suppression", "mojibake"]) == ["unused-suppression"])
    #expect(nearest(to: "zzz", among: ["split-name"]).isEmpty)
  }
}
