import StetGlossary

extension GlossaryReader {
  /// Where glossaries that are used together speak of the same form: one term in two of them, or a form that one forbids
  /// and another prefers or admits. Warnings, by glossary and entry: the first at the later of the two entries, the second
  /// at the one that forbids.
  public static func overlaps(_ glossaries: [Glossary]) -> [Fault] {
    var right: [String: [RightForm]] = [:], faults: [Fault] = []
    for (number, glossary) in glossaries.enumerated() {
      for entry in glossary.entries {
        if !entry.term.isEmpty { right[entry.term.lowercased(), default: []].append(RightForm(entry.term, "preferred", entry, number)) }
        for form in entry.admit { right[form.lowercased(), default: []].append(RightForm(form, "admitted", entry, number)) }
      }
    }
    for (number, glossary) in glossaries.enumerated() {
      for entry in glossary.entries {
        let own = right[entry.term.lowercased(), default: []]
        if let other = own.first(where: { $0.glossary < number && $0.status == "preferred" }) {
          let message = "‘\(entry.term)’ is also a term of \(glossaries[other.glossary].name)"
          faults.append(warning(message, entry, glossary, hint: "the other is at \(other.place(in: glossaries))"))
        }
        faults += forbidden(by: entry, in: glossary, number, right, glossaries)
      }
    }
    return faults
  }

  private struct RightForm {
    let text: String
    let status: String
    let entry: Entry
    let glossary: Int

    init(_ text: String, _ status: String, _ entry: Entry, _ glossary: Int) {
      self.text = text
      self.status = status
      self.entry = entry
      self.glossary = glossary
    }

    func place(in glossaries: [Glossary]) -> String {
      "\(glossaries[glossary].path ?? glossaries[glossary].name):\(entry.line)"
    }
  }

  /// The forms of an entry that are right in another glossary.
  private static func forbidden(
    by entry: Entry, in glossary: Glossary, _ number: Int, _ right: [String: [RightForm]], _ glossaries: [Glossary]
  ) -> [Fault] {
    entry.forbid.compactMap { form in
      let rivals = right[form.lowercased(), default: []]
      guard let rival = rivals.first(where: { $0.glossary != number && (entry.caseMatching != .exact || $0.text == form) }) else {
        return nil
      }
      let message = "‘\(form)’ is forbidden here and \(rival.status) in \(glossaries[rival.glossary].name)"
      return warning(message, entry, glossary, hint: "the other is at \(rival.place(in: glossaries))")
    }
  }

  private static func warning(_ message: String, _ entry: Entry, _ glossary: Glossary, hint: String) -> Fault {
    Fault(.warning, path: glossary.path ?? glossary.name, line: entry.line, column: entry.column, message: message, hint: hint)
  }
}
