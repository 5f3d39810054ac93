import Foundation
import StetFindings
import StetGlossary
import StetGlossaryFiles
import StetICU
import StetTestSupport
import StetText
import Testing

@testable import StetKit

/// The shipped glossaries of names, read and indexed once for all tests here.
private struct Shipped {
  static let shared = Result { try Shipped() }

  let index: GlossaryIndex
  let ids: [EntryID]

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Glossaries")
    let glossaries = try ["ukraine-people", "ukraine-places", "ukraine-terms"].map { name in
      let bytes = try Data(contentsOf: folder.appending(path: "\(name).yml"))
      return try #require(GlossaryReader.read(Array(bytes), path: "\(name).yml").glossary)
    }
    index = try GlossaryIndex(glossaries)
    ids = glossaries.enumerated().flatMap { g, glossary in
      glossary.entries.indices.map { EntryID(glossary: g, entry: $0) }.filter { !glossary.entries[$0.entry].term.isEmpty }
    }
  }

  /// Every derived form of an entry as it may stand in copy, with its row.
  func forms(of id: EntryID, _ forms: inout VariantForms) throws -> [(text: String, row: NameVariants.Row, isGiven: Bool)] {
    let entry = index[id]
    guard let family = entry.familyName, entry.term.contains(" ") else {
      return try forms.rows(of: entry, .whole).map { ($0.text, $0, false) }
    }
    return try forms.rows(of: entry, .family).map { ($0.text, $0, false) }
      + forms.rows(of: entry, .given).map { ("\($0.text) \(family)", $0, true) }
  }
}

/// The ways in which one form reaches a draft.
private enum Writing: CaseIterable {
  case composed, decomposed, upperCase, possessive, typewriterPossessive, wrapped

  func apply(_ form: String) -> String {
    switch self {
    case .composed: form.precomposedStringWithCanonicalMapping
    case .decomposed: form.decomposedStringWithCanonicalMapping
    case .upperCase: form.uppercased()
    case .possessive: form + "’s"
    case .typewriterPossessive: form + "'s"
    case .wrapped: form.replacing(" ", with: "\n")
    }
  }
}

@Suite("Every form of the shipped glossaries")
struct VariantPropertyTests {
  private let shipped: Shipped
  init() throws { shipped = try Shipped.shared.get() }

  /// The forms that lead to their entry nowhere in a draft of one paragraph for each.
  private func lost(_ texts: [String], _ id: EntryID) -> [String] {
    var text = "", spans: [Span] = []
    for form in texts {
      text += "On Monday they saw "
      spans.append(Span(text.utf8.count, text.utf8.count + form.utf8.count))
      text += form + " there.\n\n"
    }
    let draft = Draft(path: "forms.md", text: text)
    let matches = shipped.index.matches(in: draft, isTracing: true)
    let known = matches.all.filter { $0.entry == id }.map(\.tokens) + matches.held.filter { $0.entry == id }.map(\.tokens)
    let found = known.map { Span(Int(draft.tokens[$0.lowerBound].start), draft.tokens[$0.upperBound - 1].end) }
    return zip(texts, spans).filter { pair in !found.contains { $0.overlaps(pair.1) } }.map(\.0)
  }

  @Test("leads to its entry, however it is typed")
  func found() throws {
    var dice = Dice(20_261_122), all = VariantForms(), count = 0
    var lost: [String] = []
    for id in shipped.ids {
      // One way of writing for each form; every way for those of every twentieth entry.
      let ways = dice.roll(0..<20) == 0 ? Writing.allCases : [dice.pick(Writing.allCases)]
      // A table's ” for a hard sign is typed as a letter where it is no quotation mark.
      let forms = try shipped.forms(of: id, &all).map { $0.text.replacing("”", with: "ʺ") }
      // "AE’S" is a possessive to every reader.
      let texts = forms.filter { !$0.hasSuffix("’S") }.flatMap { form in ways.map { $0.apply(form) } }
      count += texts.count
      lost += self.lost(texts, id).map { "\($0) of \(shipped.index[id].term)" }
    }
    #expect(count > 50_000)
    #expect(lost == [], "\(lost.count) of \(count)")
  }

  @Test("is reported, or a gate is named that holds it back")
  func reportedOrHeld() throws {
    let linter = Linter(index: shipped.index)
    var dice = Dice(1), all = VariantForms(), reported = 0, held = 0
    for id in shipped.ids where dice.roll(0..<10) == 0 {
      let probe = VariantProbe(shipped.index, id)
      for form in try shipped.forms(of: id, &all) where dice.roll(0..<4) == 0 {
        let row = probe.judged(form.row, besideFamily: form.isGiven)
        let draft = Draft(path: "form.md", text: "On Monday they saw \(form.text) there.")
        let place = Span(19, 19 + form.row.text.utf8.count)
        let isReported = linter.lint(draft).contains { $0.span.overlaps(place) && $0.entry != nil }
        let isOwn = ["preferred", "admitted"].contains(row.status)
        if isOwn || row.gate != nil { held += 1 } else { reported += 1 }
        #expect(row.gate != "not taken for this name", "\(form.text)")
        // What is another entry's name, or fits one better, may be reported for that.
        if row.gate == nil { #expect(isReported != isOwn, "\(form.text): \(row)") }
      }
    }
    #expect(reported > held && held > 0)
  }

  @Test("that is preferred or admitted is never reported", arguments: [0, 1, 2, 3, 4, 5])
  func ownForms(_ way: Int) throws {
    let writing = Writing.allCases[way]
    var accused: [String] = []
    for id in shipped.ids {
      let entry = shipped.index[id]
      for form in [entry.term] + entry.admit + [entry.familyName].compactMap({ $0 }) {
        let text = "On Monday they saw \(writing.apply(form)) there."
        let matches = shipped.index.matches(in: Draft(path: "form.md", text: text))
        accused += matches.variants.map { _ in text }
      }
    }
    #expect(accused == [])
  }
}
