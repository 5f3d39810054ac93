import ArgumentParser

/// One of a few words. ArgumentParser would find out by itself what it says here, but by asking the runtime for conformances, which
/// searches all there are: that takes longer than the rest of parsing, at every start.
public protocol Choice: ExpressibleByArgument, RawRepresentable<String>, CaseIterable where AllCases == [Self] {}

extension Choice {
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  public static var allValueDescriptions: [String: String] { [:] }
  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  public var defaultValueDescription: String { rawValue }
}
