import StetFindings
import StetText

extension DraftWork {
  /// A draft that is too large to be read at once, in parts; nil for one that is read whole.
  ///
  /// What a baseline, an ignore list or a revision has to say is said of whole drafts, and so is what is fixed. A file that cannot
  /// be read is left to `run`, which says why.
  public func parts(of source: DraftSource) -> [DraftPart]? {
    guard case .lint = task, case .file(let path) = source, reader.encoding == nil, let plan = plan(source),
      plan.ignored.isEmpty, plan.changed == nil, !plan.hasBaseline, let size = Files.status(of: path)?.size, size >= sizes.threshold
    else { return nil }
    guard let file = try? SharedFile(path) else { return nil }
    return try? DraftPart.parts(of: source, file, sizes)
  }

  /// The same as `run` for a part of a draft: its findings are those that begin in it.
  public func run(_ part: DraftPart) -> DraftOutcome {
    var outcome = DraftOutcome(part.source)
    outcome.origin = DraftOrigin(offset: part.read.lowerBound, line: part.line)
    guard let plan = plan(part.source) else { return outcome }
    do throws(DraftFailure) {
      let (draft, examined) = try examined(part.source, part.bytes(), part.file.status, plan)
      outcome.draft = draft
      outcome.take(part.own(examined), plan, nil)
    } catch {
      outcome.failure = error
    }
    return outcome
  }
}
