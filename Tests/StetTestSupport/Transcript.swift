import Foundation

/// A Markdown file that shows the command at work, and is run to see whether it tells the truth.
///
/// Between prose stand fenced blocks:
///
/// - ```` ```text drafts/a.md ```` (any language, then a name) is a file to write;
/// - ```` ```bytes nul.md ```` is one too, with `\xE9` and `\n` for bytes and no line break at its end;
/// - ```` ```console ```` holds commands after `$ `, each followed by what it prints: standard output, then standard error
///   after `! `, then `(exit 2)` unless it is 0.
///
/// The blocks of one file share a folder and are run in order.
public struct Transcript {
  /// The file's text, cut into what is kept and what is run.
  private enum Part {
    case prose(String)
    case file(name: String, bytes: [UInt8], source: String)
    case console(fence: String, commands: [String], end: String)
  }

  private let parts: [Part]

  public init(_ text: String) {
    var parts: [Part] = [], prose = "", lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("```") else {
        prose += line + (lines.isEmpty ? "" : "\n")
        continue
      }
      let marker = line.prefix { $0 == "`" }, info = line.dropFirst(marker.count).split(separator: " ", maxSplits: 1).map(String.init)
      let body = lines.prefix { $0 != marker }.map(String.init)
      lines = lines.dropFirst(body.count + 1)
      parts.append(.prose(prose))
      prose = ""
      parts.append(Transcript.part(String(line), info, body, String(marker), isLast: lines.isEmpty))
    }
    self.parts = parts + [.prose(prose)]
  }

  private static func part(_ fence: String, _ info: [String], _ body: [String], _ marker: String, isLast: Bool) -> Part {
    let end = marker + (isLast ? "" : "\n")
    if info == ["console"] {
      return .console(fence: fence, commands: body.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }, end: end)
    }
    let source = ([fence] + body).joined(separator: "\n") + "\n" + end
    guard info.count == 2 else { return .prose(source) }
    let text = body.joined(separator: "\n")
    let bytes = info[0] == "bytes" ? unescaped(text) : Array((body.isEmpty ? "" : text + "\n").utf8)
    return .file(name: info[1], bytes: bytes, source: source)
  }

  private static func unescaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [], rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let kind = rest.popFirst() else { bytes.append(byte); continue }
      if kind == UInt8(ascii: "x") {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(kind == UInt8(ascii: "n") ? 0x0A : kind)
      }
    }
    return bytes
  }

  /// The transcript as it really goes: equal to its text if it is right.
  ///
  /// - Parameters:
  ///   - folder: An empty folder to work in; shown as `/scratch`.
  ///   - programs: Where the command lies; the folder above it is shown as `/prefix`.
  public func replayed(in folder: URL, programs: URL) throws -> String {
    var result = ""
    for part in parts {
      switch part {
      case .prose(let text): result += text
      case .file(let name, let bytes, let source):
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        result += source
      case .console(let fence, let commands, let end):
        result += fence + "\n"
        for command in commands { result += "$ \(command)\n" + (try answer(to: command, in: folder, programs)) }
        result += end
      }
    }
    return result
  }

  private func answer(to command: String, in folder: URL, _ programs: URL) throws -> String {
    let files = try ["out", "err"].map { name in
      let file = folder.deletingLastPathComponent().appending(path: "\(folder.lastPathComponent).\(name)")
      try Data().write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": programs.path + ":/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { shown(String(decoding: try Data(contentsOf: $0), as: UTF8.self), folder, programs) }
    let errors = Transcript.block(texts[1]).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "! \($0)\n" }
    let exit = process.terminationStatus == 0 ? "" : "(exit \(process.terminationStatus))\n"
    return Transcript.block(texts[0]) + errors.joined() + exit
  }

  private func shown(_ text: String, _ folder: URL, _ programs: URL) -> String {
    text.replacing(folder.path, with: "/scratch").replacing(programs.deletingLastPathComponent().path, with: "/prefix")
  }

  /// Ends with a line break, and says so where that is not the command's own.
  private static func block(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n(no line break at the end)\n"
  }
}
