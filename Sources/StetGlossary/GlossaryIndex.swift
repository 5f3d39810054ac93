import StetText

/// Finds the names of all its glossaries in a draft.
public struct GlossaryIndex: Sendable {
  public let glossaries: [Glossary]

  public init(_ glossaries: [Glossary]) { self.glossaries = glossaries }

  public subscript(id: EntryID) -> Entry { glossaries[id.glossary].entries[id.entry] }

  /// The matches in a draft, by place.
  public func matches(in draft: Draft) -> DraftMatches { DraftMatches(index: self, all: []) }
}
