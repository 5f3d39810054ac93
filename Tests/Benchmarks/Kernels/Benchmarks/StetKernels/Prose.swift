import StetKit

/// Prose by word frequency with names strewn in, a wrong one and a right one in about sixty words: nobody's text.
struct Prose {
  private let words: [String]
  private let names: [MadeName]
  private var chance = Chance(seed: 2)

  init(names: [MadeName]) throws {
    self.names = names
    // The commonest words first.
    words = try Repository.text("Sources/CStetData/common-words.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  /// Paragraphs of so many bytes exactly, so that runs a second are megabytes a second for a million.
  mutating func text(bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4096)
    while text.count < bytes {
      text += Array((0..<3 + chance.number(below: 4)).map { _ in sentence() }.joined(separator: " ").utf8)
      text += [0x0A, 0x0A]
    }
    // Never cut in the middle of a letter.
    let cut = text[..<bytes].lastIndex(of: 0x0A) ?? 0
    return text[..<cut] + Array(repeating: 0x0A, count: bytes - cut)
  }

  private mutating func sentence() -> String {
    var tokens: [String] = []
    for _ in 0..<6 + chance.number(below: 22) { tokens.append(token() + (chance.isTrue(inHundred: 6) ? "," : "")) }
    let line = tokens.joined(separator: " ")
    let sentence = line.prefix(1).uppercased() + line.dropFirst()
    return chance.isTrue(inHundred: 15) ? "“\(sentence),” he said." : sentence + "."
  }

  private mutating func token() -> String {
    switch chance.number(below: 120) {
    case 0, 1: return names[chance.number(below: names.count)].variant
    case 2, 3: return names[chance.number(below: names.count)].term
    case 4: return words[chance.number(below: words.count)] + "’s"
    // The commoner a word, the likelier; near enough to how words really fall.
    default: return words[chance.number(below: 1 + chance.number(below: 1 + chance.number(below: words.count)))]
    }
  }
}

/// The folder Stet stands in.
enum Repository {
  static func bytes(_ path: String) throws -> [UInt8] { try Files.read(Path(root).appending(path)).bytes }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static let root = String(#filePath.prefix(#filePath.count - "/Tests/Benchmarks/Kernels/Benchmarks/StetKernels/Prose.swift".count))
}
