/// Every check, in order of id.
public enum Catalogue {
  public static let all: [any Check.Type] = [
    BoilerplateCheck.self,
    ForbiddenTermCheck.self,
    ForeignScriptCheck.self,
    NameCalqueCheck.self,
    NameVariantCheck.self,
    SplitNameCheck.self,
    UntranslatedAcronymCheck.self,
  ]
}
