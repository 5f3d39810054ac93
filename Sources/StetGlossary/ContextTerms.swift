/// Which entries the context words of a glossary name: "context: [Kharkiv]" is met by “Kharkov” too.
struct ContextTerms: Sendable {
  /// By term, without case.
  private var entries: [String: [EntryID]] = [:]

  init(_ glossaries: [Glossary]) {
    let wanted = Set(glossaries.lazy.flatMap(\.entries).flatMap(\.context).map { $0.lowercased() })
    guard !wanted.isEmpty else { return }
    for (g, glossary) in glossaries.enumerated() {
      for (e, entry) in glossary.entries.enumerated() {
        // A person is meant by the family name as well.
        for form in Set([entry.term, entry.familyName ?? entry.term].map { $0.lowercased() }) where wanted.contains(form) {
          entries[form, default: []].append(EntryID(glossary: g, entry: e))
        }
      }
    }
  }

  func entries(of entry: Entry) -> Set<EntryID> { Set(entry.context.flatMap { entries[$0.lowercased()] ?? [] }) }
}
