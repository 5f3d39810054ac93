/// One given name in its Ukrainian, Russian and Belarusian forms: Дмитро, Дмитрий, Дзмітрый.
public struct GivenNames: Sendable {
  public static let shared = GivenNames()

  /// The forms of one name.
  public struct Forms: Sendable {
    /// By language.
    public let originals: [(language: String, text: String)]
    /// Latin forms that no system writes: "Alexander".
    public let others: [String]
  }

  public let all: [Forms]

  private init() {
    all = DataFile.rows(DataFile.givenNameForms, columns: 4).map { row in
      Forms(
        originals: zip(["uk", "ru", "be"], row.prefix(3)).filter { !$0.1.isEmpty }.map { (language: $0.0, text: String($0.1)) },
        others: row[3].split(separator: ",").map { String($0.drop { $0 == " " }) })
    }
  }
}
