import StetICU
import StetNames

/// What `stet romanize` prints.
public struct RomanizeAnswer: Sendable {
  public private(set) var lines: [String] = []
  public private(set) var complaints: [String] = []
  public private(set) var status = RunStatus.clean

  /// - Parameters:
  ///   - from: A language; nil tells it by the letters of each name.
  ///   - systems: Names of systems; empty means all of the language.
  public init(_ names: [String], from language: String?, systems: [String]) {
    var romanizer = Romanizer()
    do throws(ICUError) {
      for name in names where !name.isEmpty { try add(name, language, systems, &romanizer) }
    } catch {
      fail(error.description)
    }
  }

  /// Originals that the names may be spellings of, best first, each with the systems that write it so.
  ///
  /// - Parameter language: Nil tries several, the likelier first.
  public init(toOriginal names: [String], language: String?) {
    var guesser = OriginalGuesser()
    let names = names.filter { !$0.isEmpty }
    do throws(ICUError) {
      for (i, name) in names.enumerated() {
        if names.count > 1 { lines += (i > 0 ? [""] : []) + [name] }
        try addGuesses(for: name, language, &guesser)
      }
    } catch {
      fail(error.description)
    }
  }

  /// Told beside the answer: nobody should take a guess for the name.
  public static let guessNote = "these are guesses: a Latin spelling does not keep all letters of the original"
  private static let guessLimit = 8

  private mutating func addGuesses(for name: String, _ language: String?, _ guesser: inout OriginalGuesser) throws(ICUError) {
    if let language, RomanizationSystems.shared.systems(for: language).isEmpty { return fail(noSystem(language)) }
    if SourceLanguage.guesses(for: name).first != nil { return fail("‘\(name)’ is no Latin spelling: leave out --to-original") }
    var guesses = try guesser.guesses(for: name, languages: language.map { [$0] } ?? OriginalGuesser.ranked)
    guesses = Array(guesses.prefix(RomanizeAnswer.guessLimit))
    if language == nil {
      // Nothing was counted of these languages' names, so that their guesses stand behind, one each.
      for other in OriginalGuesser.languages where !OriginalGuesser.ranked.contains(other) {
        guesses += try guesser.guesses(for: name, languages: [other]).prefix(1)
      }
    }
    if guesses.isEmpty { return fail("no system writes ‘\(name)’") }
    let width = min(30, guesses.map(\.text.count).max() ?? 0)
    lines += guesses.map { "\($0.language)  \($0.text.padded(to: width))  \($0.systems.map(\.name).joined(separator: ", "))" }
  }

  private func noSystem(_ language: String) -> String {
    "no system writes ‘\(language)’" + suggestion(for: language, among: RomanizationSystems.shared.languages)
  }

  private mutating func fail(_ complaint: String) {
    if !complaints.contains(complaint) { complaints.append(complaint) }
    status = .failure
  }

  private mutating func add(
    _ name: String, _ language: String?, _ wanted: [String], _ romanizer: inout Romanizer
  ) throws(ICUError) {
    let languages = language.map { [$0] } ?? SourceLanguage.guesses(for: name)
    guard !languages.isEmpty else {
      return fail("the language of ‘\(name)’ cannot be told: name it with --from (\(RomanizationSystems.shared.languages.joined(separator: ", ")))")
    }
    let systems = self.systems(of: languages, wanted)
    for system in systems {
      guard let text = try romanizer.romanize([name], by: system).first else { continue }
      lines.append(systems.count == 1 ? text : "\(system.id.padded(to: 22)) \(text)")
    }
  }

  private mutating func systems(of languages: [String], _ wanted: [String]) -> [RomanizationSystem] {
    let all = languages.flatMap { RomanizationSystems.shared.systems(for: $0) }
    if all.isEmpty { fail(noSystem(languages[0])) }
    if wanted.isEmpty { return all }
    var chosen: [RomanizationSystem] = []
    for name in wanted {
      let found = all.filter { [$0.name.lowercased(), $0.id.lowercased()].contains(name.lowercased()) }
      // Of two likely languages the first that has the system is meant.
      if let first = found.first { chosen.append(first) }
      if found.isEmpty, !all.isEmpty { fail("‘\(name)’ is no system of \(languages.joined(separator: " or "))" + suggestion(for: name, among: all.map(\.name))) }
    }
    return chosen
  }
}

extension String {
  /// With spaces behind it up to a width in characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
