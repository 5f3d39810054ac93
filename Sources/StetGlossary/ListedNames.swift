import StetText

/// How an entry is named: what checks ask of all entries at once.
public struct ListedName: Sendable {
  /// The family name of a person where it may stand alone, else the whole name.
  public let name: String
  /// The entry’s preferred form.
  public let term: String
  public let kind: Entry.Kind
  /// The name of its glossary.
  public let glossary: String
}

extension GlossaryIndex {
  /// The names of all entries, in order. Made when they are first asked for; the entries themselves are not kept.
  public var listedNames: [ListedName] {
    names.made {
      (0..<entries.count).map { number in
        let entry = entries.passing(number)
        return ListedName(
          name: entry.familyName ?? entry.term, term: entry.term, kind: entry.kind, glossary: heads[entries.id(number).glossary].name)
      }
    }
  }

  /// The words of all preferred and admitted forms. Made when they are first asked for.
  public var ownWords: Set<TokenKey> {
    formWords.made {
      var words: Set<TokenKey> = []
      for number in 0..<entries.count {
        let entry = entries.passing(number)
        for form in [entry.term] + entry.admit {
          for token in Token.tokens(of: form) where token.kind == .word { words.insert(token.key) }
        }
      }
      return words
    }
  }
}
