extension Finding {
  /// What a message says. The many that differ in two words alone are put together where they are printed.
  public enum Wording: Sendable {
    case text(String)
    /// ‘Kiev’ should be ‘Kyiv’
    case shouldBe(seen: String, wanted: String)

    /// The whole message.
    public var text: String {
      if case .text(let text) = self { return text }
      var text = ""
      forEachPiece { text += $0 }
      return text
    }

    /// The pieces of the message in order, for whoever writes one after the other.
    public func forEachPiece(_ body: (String) -> Void) {
      switch self {
      case .text(let text): body(text)
      case .shouldBe(let seen, let wanted):
        body("‘")
        body(seen)
        body("’ should be ‘")
        body(wanted)
        body("’")
      }
    }
  }
}

extension Finding.Wording: Hashable {
  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
