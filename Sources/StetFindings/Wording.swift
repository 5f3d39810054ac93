extension Finding {
  /// What a message says. The many that differ in two words alone are put together where they are printed.
  public enum Wording: Sendable {
    case text(String)
    /// ‘Kiev’ should be ‘Kyiv’
    case shouldBe(seen: String, wanted: String)

    /// What stands before, between and behind the words of `shouldBe`.
    public static let opening = "‘", joint = "’ should be ‘", closing = "’"

    /// The whole message.
    public var text: String {
      switch self {
      case .text(let text): text
      case .shouldBe(let seen, let wanted): Self.opening + seen + Self.joint + wanted + Self.closing
      }
    }
  }
}

extension Finding.Wording: Hashable {
  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
