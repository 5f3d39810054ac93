/// How large the parts of a huge draft are, in bytes.
public struct PartSizes: Sendable {
  /// From this size on a draft is read in parts.
  public var threshold = 8 << 20
  /// What one part has of its own. A worker needs some thirteen times as much.
  public var part = 2 << 20
  /// What is read of the parts before and after it, so that paragraphs are seen among their neighbours: more than the 3,000
  /// words over which a repeated paragraph is noticed.
  public var before = 48 << 10
  public var after = 16 << 10
  /// The least distance between the places at which parts and what is read around them may begin and end.
  public var spacing = 16 << 10

  public init() {}

  /// Other sizes in the same proportions.
  public init(threshold: Int) {
    let usual = PartSizes()
    func scaled(_ size: Int) -> Int { max(1, size / max(1, usual.threshold / threshold)) }
    self.threshold = threshold
    part = scaled(usual.part)
    before = scaled(usual.before)
    after = scaled(usual.after)
    spacing = scaled(usual.spacing)
  }
}
