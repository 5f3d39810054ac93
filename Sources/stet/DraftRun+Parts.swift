import StetFindings
import StetKit
import StetReports

// A draft that is too large to be read at once.
extension DraftRun {
  /// Works on a draft's parts side by side and prints them in order.
  mutating func add(
    _ parts: [DraftPart], _ draft: DraftInParts, _ plan: RunPlan, jobs: Int, work: @escaping @Sendable (DraftPart) -> Rendering.DonePart,
    end: (inout DraftInParts, DraftFailure?) -> Rendering.Done
  ) async {
    var draft = draft, notes = NotesOnce(), failure: DraftFailure?
    await forEachInOrder(parts, jobs: jobs, work: work) { part in
      failure = part.outcome.failure
      let items = part.items.filter { notes.admits($0.finding) }
      let findings = items.map(\.finding).filter { $0.silence == nil }
      result.add(findings, failOn: plan.failOn(in: part.outcome.source))
      self.end.add(findings)
      if options.statistics { statistics.add(findings) }
      output.write(draft.add(items))
      return failure == nil && !output.isClosed
    }
    add(end(&draft, failure), plan)
  }
}
