import StetFindings
import StetText

/// What became of one draft.
public struct DraftOutcome: Sendable {
  public let source: DraftSource
  /// As it stands after the work, that is what `findings` speak of; nil when it could not be read.
  public var draft: Draft?
  public var findings: [Finding] = []
  /// Findings that somebody has silenced, or that a baseline knows.
  public var setAside: [Finding] = []
  public var failure: DraftFailure?
  /// What fixing changed, or would change.
  public var fix: Fixer.Outcome?

  init(_ source: DraftSource) { self.source = source }
}

/// What is done to each draft.
public struct DraftWork: Sendable {
  /// What is to become of the draft.
  public enum Task: Sendable {
    case lint
    /// Fixes are worked out, and written to the file if it is one.
    case fix(review: Bool)
    /// Fixes are worked out and not written.
    case preview(review: Bool)
  }

  private let linter: Linter
  private let reader: DraftReader
  private let task: Task

  public init(_ task: Task, _ linter: Linter, _ reader: DraftReader = DraftReader()) {
    self.task = task
    self.linter = linter
    self.reader = reader
  }

  /// Never throws: what goes wrong with a draft is told in its outcome.
  public func run(_ source: DraftSource) -> DraftOutcome {
    var outcome = DraftOutcome(source)
    do throws(DraftFailure) {
      let read = try reader.read(source)
      outcome.draft = read.draft
      switch task {
      case .lint: judge(read.draft, &outcome)
      case .fix(let review): try fix(read, review, isWritten: true, &outcome)
      case .preview(let review): try fix(read, review, isWritten: false, &outcome)
      }
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  private func fix(_ read: ReadDraft, _ review: Bool, isWritten: Bool, _ outcome: inout DraftOutcome) throws(DraftFailure) {
    do throws(DraftFailure) {
      let fixed = try Fixer(linter, review: review).fix(read, by: reader)
      if isWritten, fixed.isChanged { try write(fixed, to: read) }
      outcome.draft = fixed.after
      outcome.findings = fixed.findings
      outcome.setAside = fixed.setAside
      outcome.fix = fixed
    } catch {
      // The draft is as it was, and so are its faults.
      judge(read.draft, &outcome)
      throw error
    }
  }

  private func judge(_ draft: Draft, _ outcome: inout DraftOutcome) {
    (outcome.findings, outcome.setAside) = linter.judge(draft)
  }

  private func write(_ fixed: Fixer.Outcome, to read: ReadDraft) throws(DraftFailure) {
    guard case .file(let path) = read.source, let status = read.status else { return }
    do throws(FileError) {
      try Files.replace(path, with: fixed.bytes, expected: status)
    } catch {
      throw DraftFailure(read.source, error)
    }
  }
}
