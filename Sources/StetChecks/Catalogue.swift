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
    InconsistentNameCheck.self,
    InconsistentStyleCheck.self,
    LowercaseStartCheck.self,
    MarkupResidueCheck.self,
    MissingWordCheck.self,
    MixedScriptCheck.self,
    MojibakeCheck.self,
    NameCalqueCheck.self,
    NameCaseEndingCheck.self,
    NameLowercaseCheck.self,
    NameMisspelledCheck.self,
    NameVariantCheck.self,
    NumberDamageCheck.self,
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
    VerbFormCheck.self,
    WrongArticleCheck.self,
  ]

  /// The checks on whole drafts, which run after all others, in order of id.
  public static let onDrafts: [any DraftCheck.Type] = [
    DamagedCopyCheck.self
  ]

  /// The checks that need nothing but the names of the glossaries, found in a draft.
  public static let onNames: Set = [ForbiddenTermCheck.about.id, NameCaseEndingCheck.about.id, NameVariantCheck.about.id]

  /// The descriptions of all checks, in order of id.
  public static let allAbouts = (all.map { $0.about } + onDrafts.map { $0.about }).sorted { $0.id < $1.id }

  /// The description of a check; nil for a name that no check has.
  public static func about(_ id: String) -> About? { abouts[id] }

  private static let abouts = Dictionary(allAbouts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
