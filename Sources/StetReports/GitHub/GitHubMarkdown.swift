/// Text that GitHub's Markdown shows as it stands.
enum GitHubMarkdown {
  /// One line of it, fit for a table's cell: whatever could be markup, an address, a name or a formula is written as a number.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in SafeText.line(text).unicodeScalars {
      switch scalar {
      case "&", "<", ">", "|", "`", "*", "_", "[", "]", "\\", "~", "@", "#", "!", "$", "(", ")", "{", "}", ":":
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
