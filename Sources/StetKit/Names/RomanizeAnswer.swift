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
    if all.isEmpty { fail("no system writes ‘\(languages.joined(separator: ", "))’" + suggestion(for: languages[0], among: RomanizationSystems.shared.languages)) }
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
