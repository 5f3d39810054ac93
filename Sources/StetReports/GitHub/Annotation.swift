/// One workflow command of GitHub's: a line that the runner reads in what a step prints.
///
///     ::error file=a.md,line=3,endLine=3,col=7,endColumn=11,title=forbidden-term::‘Kiev’ should be ‘Kyiv’
struct Annotation {
  let kind: String
  let properties: [(name: String, value: String)]
  let message: String

  var line: String {
    let list = properties.map { "\($0.name)=\(Annotation.escaped($0.value, inProperty: true))" }.joined(separator: ",")
    return "::\(kind)\(list.isEmpty ? "" : " ")\(list)::\(Annotation.escaped(message, inProperty: false))\n"
  }

  /// As the runner unescapes: no draft can end the line, or a property, and begin a command of its own.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar == "\t" ? scalar : SafeText.safe(scalar))
      }
    }
    return result
  }
}

/// Text of drafts for a stream in which GitHub's runner looks for commands.
public enum GitHubFence {
  /// The text between two lines that switch commands off and on again. What opens the fence stands nowhere in the text.
  public static func around(_ text: [UInt8]) -> [UInt8] {
    guard !text.isEmpty else { return [] }
    let whole = String(decoding: text, as: UTF8.self)
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var token = "stet-\(String(seed, radix: 16))"
    while whole.contains(token) {
      seed = seed &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      token = "stet-\(String(seed, radix: 16))"
    }
    let end = text.last == 0x0A ? "" : "\n"
    return Array("::stop-commands::\(token)\n".utf8) + text + Array("\(end)::\(token)::\n".utf8)
  }
}
