import StetFindings

/// Every check, in order of id.
public enum Catalogue {
  public static let all: [any Check.Type] = [
    BoilerplateCheck.self,
    DanglingDeterminerCheck.self,
    ForbiddenTermCheck.self,
    ForeignScriptCheck.self,
    FusedSentenceCheck.self,
    GluedWordsCheck.self,
    LowercaseStartCheck.self,
    MixedScriptCheck.self,
    NameCalqueCheck.self,
    NameCaseEndingCheck.self,
    NameVariantCheck.self,
    OrphanPunctuationCheck.self,
    PossessivePlaceCheck.self,
    PronounDoublingCheck.self,
    RepeatedWordsCheck.self,
    SpeechDashCheck.self,
    SplitNameCheck.self,
    StrayCapitalCheck.self,
    TruncatedTextCheck.self,
    UnbalancedQuoteCheck.self,
    UntranslatedAcronymCheck.self,
  ]

  /// The description of a check; nil for a name that no check has.
  public static func about(_ id: String) -> About? { abouts[id] }

  private static let abouts = Dictionary(all.map { ($0.about.id, $0.about) }, uniquingKeysWith: { first, _ in first })
}
