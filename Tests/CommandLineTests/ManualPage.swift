import Foundation

/// The manual page, made of what the command says of itself (`--experimental-dump-help`), so that no option is forgotten.
///
/// ArgumentParser has a plug-in for this; it would build the command a second time for `make install`, and puts the day of
/// the build into the page.
struct ManualPage {
  private struct Dump: Decodable { let command: Command }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
    let shouldDisplay: Bool?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let names: [Name]?
    let abstract: String?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool?
  }

  private let root: Command
  private let version: String

  init(dump: Data, version: String) throws {
    root = try JSONDecoder().decode(Dump.self, from: dump).command
    self.version = version
  }

  var text: String {
    let commands = (root.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    var lines = [
      ".\\\" Made from the command’s own help by the tests: STET_RECORD=1 swift test --filter ManualTests",
      ".TH STET 1 \"\" \"stet \(version)\" \"User Commands\"",
      ".SH NAME", "stet \\- \(prose(root.abstract ?? "", lowercased: true))",
      ".SH SYNOPSIS", commands.map { synopsis("stet", $0) }.joined(separator: "\n.br\n"),
      ".SH DESCRIPTION",
      prose(
        "Stet reads copy that came out of a translation machine, finds names and sentences that the machine damaged, tells why it objects, and repairs what can only be meant in one way. It knows names from glossaries."
      ),
      ".SH COMMANDS",
    ]
    for command in commands { lines += section("stet", command) }
    return (lines + ManualPage.end).joined(separator: "\n") + "\n"
  }

  private func section(_ parent: String, _ command: Command) -> [String] {
    let name = "\(parent) \(command.commandName)"
    var lines = [".SS \(name)", prose(command.abstract ?? "")]
    if let discussion = command.discussion {
      lines += discussion.components(separatedBy: "\n\n").flatMap { [".PP", prose($0.replacing("\n", with: " "))] }
    }
    for argument in shown(command) { lines += item(argument) }
    for subcommand in (command.subcommands ?? []) where subcommand.commandName != "help" { lines += section(name, subcommand) }
    return lines
  }

  private func shown(_ command: Command) -> [Argument] {
    (command.arguments ?? []).filter { argument in
      argument.shouldDisplay != false && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  private func synopsis(_ parent: String, _ command: Command) -> String {
    let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
    if !inner.isEmpty { return inner.map { synopsis("\(parent) \(command.commandName)", $0) }.joined(separator: "\n.br\n") }
    let arguments = shown(command)
    var parts = ["\\fB\(parent) \(command.commandName)\\fR"]
    if arguments.contains(where: { $0.kind != "positional" }) { parts.append("[\\fIoptions\\fR]") }
    for argument in arguments where argument.kind == "positional" {
      let name = "\\fI\(plain(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
      parts.append(argument.isOptional ? "[\(name)]" : name)
    }
    return parts.joined(separator: " ")
  }

  private func item(_ argument: Argument) -> [String] {
    let value = argument.kind == "flag" ? "" : "\\fI\(plain(argument.valueName ?? ""))\\fR"
    let names = (argument.names ?? []).sorted { $0.text.count < $1.text.count }.map { "\\fB\(plain($0.text))\\fR" }.joined(separator: ", ")
    var text = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      let standard = argument.defaultValue.map { " (default: \($0))" } ?? ""
      text += " One of \(values.joined(separator: ", "))\(standard)."
    } else if let standard = argument.defaultValue, !text.contains("default") {
      text += " Default: \(standard)."
    }
    return [".TP", [names, value].filter { !$0.isEmpty }.joined(separator: " "), prose(text)]
  }

  /// A line that no macro begins.
  private func prose(_ text: String, lowercased: Bool = false) -> String {
    var text = plain(text)
    if lowercased { text = text.prefix(1).lowercased() + text.dropFirst().replacing(/\.$/, with: "") }
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// A hyphen stays one, to be copied; a backslash is one.
  private func plain(_ text: String) -> String { text.replacing("\\", with: "\\e").replacing("-", with: "\\-") }

  private static let end = [
    ".SH EXIT STATUS",
    ".TP", "0", "Nothing was found that counts.",
    ".TP", "1", "Something was found that counts.",
    ".TP", "2", "Stet could not do what was asked: wrong usage, a glossary or a file is missing or broken, a folder holds no draft.",
    ".SH ENVIRONMENT",
    ".TP", "NO_COLOR", "If set and not empty, no colours are printed unless asked for.",
    ".TP", "GITHUB_STEP_SUMMARY", "A file to which \\-\\-format github adds the whole list of findings. GitHub sets it.",
    ".TP", "STET_HOME_PAGE",
    "Where your copy of Stet has its page, as https://…; reports in the formats sarif, rdjson and rdjsonl then have links to the pages of checks.",
    ".SH FILES",
    ".TP", "Glossaries/", "Glossaries of the project, in the working folder or at the root of its repository.",
    ".TP", "share/stet/glossaries/", "Glossaries that come with Stet, beside the folder of the command.",
    ".SH EXAMPLES",
    ".TP", "stet lint \\-g ukraine\\-people \\-g ukraine\\-places drafts/", "What is wrong.",
    ".TP", "stet lint \\-g ukraine\\-people \\-f html \\-o report.html drafts/", "The same as a page for the browser.",
    ".TP", "stet fix \\-\\-diff drafts/report.md", "What Stet would repair.",
  ]
}
