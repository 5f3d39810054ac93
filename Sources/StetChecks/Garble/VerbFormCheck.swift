import StetFindings
import StetGlossary
import StetText

/// A verb in a form that never stands where it does: "did not went", "must been", "cannot be condone".
struct VerbFormCheck: Check {
  static let about = About(
    id: "verb-form", group: .garble, severity: .warning, fix: .none,
    summary: "A verb stands in a form that cannot follow the word before it.",
    why: "The source language builds its verbs otherwise, and the machine put in the wrong form.",
    specificity: 59,
    examples: [
      .flags("The minister ⟦did not took⟧ part. She ⟦didn’t went⟧ home."),
      .flags("Such acts ⟦cannot be condone⟧, and the files ⟦have been destroy⟧."),
      .flags("The party ⟦does not knows⟧ what it wants."),
      .flags("Kyiv ⟦must withdrew⟧ its troops; London ⟦would announced⟧ its own."),
      .flags("The army was ⟦able to took⟧ the town. They ⟦want to went⟧ home."),
      .flags("It ⟦could have went⟧ wrong. The bank ⟦has announce⟧ a cut."),
      .flags("This road is ⟦more longer⟧ than that. It is ⟦the most biggest⟧ of them."),
      .flags("⟦They was⟧ late, because ⟦we has⟧ no car. ⟦He have⟧ two."),
      .allows("Those who could fled; all that would left, and he ran as fast as he could went the tale."),
      .allows("The man I spoke to took the stand. The life she was used to went on. The school he belongs to became a hotel."),
      .allows("What he did made her famous; what they did not made no difference."),
      .allows("All he had to do was accept. If need be, notify us. To be or not to be: ensure that it is asked."),
      .allows("The resources it has enable the firm to grow. Everything he had went up in smoke."),
      .allows("There are more better-paid jobs, and more higher education. Two more larger ships came. What is more, better roads help."),
      .allows("One of them was late. Neither of you has a car. The problem they have is cost. Should he have time, he will come."),
      .allows("She insisted that he have a say. It is time he had it. Does he know? Did not Brown go? Don’t lost sheep come home?"),
      .allows("“They was robbed,” he sang. A must made of iron. The can opened. His will forbade it. Left undone, it must spread."),
      .allows("He would, said the mayor, go. She could not. Found guilty, he left. They should not. Had it been so!"),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    let tokens = draft.tokens
    for (segment, i) in context.survey.each(.verbHelper) {
      guard segment.isRunningText || segment.role == .listItem, let fault = VerbForms(draft: draft, segment: segment).fault(at: i),
        fault.upperBound - fault.lowerBound <= 6
      else { continue }
      let span = Span(Int(tokens[fault.lowerBound].start), tokens[fault.upperBound - 1].end)
      findings.append(
        Finding(
          check: Self.about.id, severity: Self.about.severity, span: span,
          message: "‘\(draft.quoted(span))’: ‘\(draft.string(tokens[fault.upperBound - 1]))’ cannot stand in this form here"))
    }
    return findings
  }
}
