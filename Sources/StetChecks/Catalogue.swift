/// Every check, in order of id.
public enum Catalogue {
  public static let all: [any Check.Type] = []
}
