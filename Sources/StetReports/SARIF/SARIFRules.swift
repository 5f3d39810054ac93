import StetFindings

/// Writes what a log tells about Stet and its checks.
struct SARIFRules {
  private let tool: Tool

  init(_ tool: Tool) { self.tool = tool }

  var driver: String {
    var writer = JSONWriter()
    writer.object {
      $0.member("name", "stet")
      $0.member("semanticVersion", tool.version)
      if let home = tool.home { $0.member("informationUri", home) }
      $0.key("rules")
      $0.raw("[" + tool.checks.map { "\n    " + rule($0) }.joined(separator: ",") + (tool.checks.isEmpty ? "]" : "\n   ]"))
    }
    return writer.text
  }

  private func rule(_ about: About) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("id", about.id)
      $0.member("name", SARIFRules.name(about.id))
      $0.text("shortDescription", about.summary)
      $0.text("fullDescription", "\(about.summary) \(about.why)")
      $0.key("help")
      $0.object {
        $0.member("text", CheckHelp.text(about))
        $0.member("markdown", CheckHelp.markdown(about))
      }
      if let page = tool.page(of: about.id) { $0.member("helpUri", page) }
      $0.key("defaultConfiguration")
      $0.object { $0.member("level", about.severity.rawValue) }
      $0.key("properties")
      $0.object { $0.member("tags", ["translation", about.group.rawValue, "fix-\(about.fix.rawValue)"]) }
    }
    return writer.text
  }

  /// split-name → SplitName: SARIF wants a name to be an identifier.
  static func name(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// A check’s page for those who read a report in a browser.
enum CheckHelp {
  static func text(_ about: About) -> String {
    page(about, heading: { "\($0):" }, item: { "- " + $0 }, code: { $0 })
  }

  static func markdown(_ about: About) -> String {
    page(about, heading: { "**\($0)**\n" }, item: { "- " + GitHubMarkdown.escaped($0) }, code: { "`\($0)`" })
  }

  private static func page(
    _ about: About, heading: (String) -> String, item: (String) -> String, code: (String) -> String
  ) -> String {
    var parts = ["\(about.summary) \(about.why)"]
    for (kind, title) in [(Example.Kind.flags, "Found, between ⟦ and ⟧"), (.allows, "Left alone")] {
      let examples = about.examples.filter { $0.kind == kind }.prefix(3)
      guard !examples.isEmpty else { continue }
      parts.append(([heading(title)] + examples.map { item(oneLine($0.text)) }).joined(separator: "\n"))
    }
    if about.group != .files {
      parts.append("To silence it for one line of a draft: \(code("<!-- stet-disable-next-line \(about.id) -->"))")
    }
    return parts.joined(separator: "\n\n")
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " / ")
  }
}
