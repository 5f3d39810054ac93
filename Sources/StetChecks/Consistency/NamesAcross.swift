import StetFindings
import StetGlossary
import StetText

/// The names of one draft that `NamesAcross` compares with those of other drafts.
public struct DraftNames: Sendable {
  /// A name as it is spelled, with its first place.
  struct Name: Sendable {
    var spelling: Spellings.Spelling
    let text: String
    let span: Span
    let place: Finding.Elsewhere
  }

  /// The check that tells of them.
  public static let check = InconsistentNameCheck.about.id

  let names: [Name]
  /// Spellings that the draft's own note tells of, by key.
  let told: [[TokenKey]]

  /// - Parameter path: The draft as reports show it.
  public init(_ draft: Draft, _ matches: DraftMatches, path: String) {
    let survey = Survey(draft)
    let capitals = CapitalWords(draft, survey[.capitalized])
    var alike = Spellings(alikeIn: draft, matches, survey, capitals)
    told = alike?.groups().map { $0.map(\.key) } ?? []
    var own = Spellings(allIn: draft, matches, survey, capitals)
    names = own.names().map { spelling in
      let span = draft.stem(of: draft.tokens[spelling.places[0]])
      let place = Finding.Elsewhere(path: path, start: draft.position(of: span.start), end: draft.position(of: span.end))
      return Name(spelling: spelling, text: draft.string(span), span: span, place: place)
    }
  }
}

/// Finds one name in two spellings across the drafts of a run, which must come in the order of the report.
///
/// Of each spelling its first place is kept, so that memory goes by the distinct names and not by the drafts. A note stands
/// in the draft in which the second spelling first appears, since all before it are printed by then, and once a name.
public struct NamesAcross: Sendable {
  /// A spelling, gathered over drafts.
  private struct Known {
    /// As it first stood, with all its neighbours since.
    var name: DraftNames.Name
    /// Where it stood last: in which draft, and where in that.
    var last: (draft: Int, span: Span)
  }

  private var known: [Known] = []
  private var numbers: [TokenKey: Int] = [:]
  private var meetings: [UInt64: [Int]] = [:]
  /// Of spellings that were found to be one name, the first; pairs within one draft that its own check let pass.
  private var parents: [Int] = []
  private var apart: Set<[Int]> = []
  private var draft = 0

  /// Given names that are remembered of one family name.
  private static let neighbourLimit = 12
  /// A crowd under one key is no name's.
  private static let crowd = 16

  public init() {}

  /// Takes in a draft; returns the note on the names that stood otherwise in earlier drafts.
  public mutating func add(_ draft: DraftNames) -> Finding? {
    self.draft += 1
    let here = draft.names.map { note($0) }
    for group in draft.told {
      let members = group.compactMap { numbers[$0] }
      for member in members.dropFirst() { join(member, members[0]) }
    }
    keepApart(here)
    var groups: [[Int]] = []
    for number in here {
      let others = others(of: number)
      guard !others.isEmpty else { continue }
      groups.append([number] + others)
      for other in others { join(other, number) }
    }
    return finding(groups)
  }

  private mutating func note(_ name: DraftNames.Name) -> Int {
    if let number = numbers[name.spelling.key] {
      known[number].last = (draft, name.span)
      NamesAcross.add(name.spelling.before, to: &known[number].name.spelling.before)
      NamesAcross.add(name.spelling.after, to: &known[number].name.spelling.after)
      return number
    }
    let number = known.count
    numbers[name.spelling.key] = number
    var first = name
    first.spelling.places = []
    known.append(Known(name: first, last: (draft, name.span)))
    parents.append(number)
    for key in Set(Spellings.meetingKeys(of: name.spelling)) where meetings[key, default: []].count < NamesAcross.crowd {
      meetings[key, default: []].append(number)
    }
    return number
  }

  /// In the order of the keys, so that what is left out at the limit does not hang on chance.
  private static func add(_ keys: Set<TokenKey>, to all: inout Set<TokenKey>) {
    for key in keys.sorted(by: { $0.rawValue < $1.rawValue }) where all.count < neighbourLimit { all.insert(key) }
  }

  /// Two spellings in one draft that its own check has not told of are two names.
  private mutating func keepApart(_ here: [Int]) {
    let present = Set(here)
    for number in here {
      for other in met(number) where other < number && present.contains(other) && root(other) != root(number) { apart.insert([other, number]) }
    }
  }

  /// The spellings that share a key with one, in the order of their first places.
  private func met(_ number: Int) -> [Int] {
    Set(Spellings.meetingKeys(of: known[number].name.spelling).flatMap { meetings[$0] ?? [] }).subtracting([number]).sorted()
  }

  private func others(of number: Int) -> [Int] {
    met(number).filter { other in
      guard known[other].last.draft != draft, root(other) != root(number), !apart.contains([min(number, other), max(number, other)]) else { return false }
      return isOneName(known[number].name.spelling, known[other].name.spelling)
    }
  }

  /// Drafts of one run are about many people: what is one name in a draft needs more than that in two.
  private func isOneName(_ a: Spellings.Spelling, _ b: Spellings.Spelling) -> Bool {
    guard Spellings.mayBeOneName(a, b) else { return false }
    if Spellings.areDoublets(a, b) || !a.before.isDisjoint(with: b.before) { return true }
    return a.sound == b.sound && !a.isCommon && !b.isCommon
  }

  private func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  private mutating func join(_ a: Int, _ b: Int) { parents[root(a)] = root(b) }

  private func finding(_ groups: [[Int]]) -> Finding? {
    guard let first = groups.first else { return nil }
    let here = known[first[0]].name
    let elsewhere = first.dropFirst().map { "‘\(known[$0].name.text)’ in \(known[$0].name.place.path)" }.joined(separator: ", ")
    var message = "one name in \(first.count == 2 ? "two" : "\(first.count)") spellings across drafts: ‘\(here.text)’ here, \(elsewhere)"
    if groups.count > 1 { message += ", and \(groups.count - 1) more" }
    let about = InconsistentNameCheck.about
    var finding = Finding(check: about.id, severity: about.severity, span: known[first[0]].last.span, message: message)
    for group in groups {
      finding.related.append(Finding.Related(known[group[0]].last.span, "‘\(known[group[0]].name.text)’"))
      for other in group.dropFirst() {
        let name = known[other].name
        finding.related.append(Finding.Related(name.span, "‘\(name.text)’", elsewhere: name.place))
      }
    }
    return finding
  }
}
