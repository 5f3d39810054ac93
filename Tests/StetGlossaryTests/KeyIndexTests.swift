import Testing

@testable import StetGlossary

private struct Value: Keyed, Equatable {
  let key: UInt64
  let number: Int
}

/// The index from keys to runs of values finds exactly what a dictionary would.
@Suite("Key index")
struct KeyIndexTests {
  /// Keys that are spread well, among them small ones (marks), such as differ in the highest bit only, and repeated ones.
  private static func values(_ count: Int) -> [Value] {
    (0..<count).map { i in
      let spread = UInt64(i % max(1, count * 2 / 3)) &* 0x9E37_79B9_7F4A_7C15
      return Value(key: i % 7 == 0 ? UInt64(i % 50) : i % 5 == 0 ? spread | 1 << 63 : spread, number: i)
    }
  }

  @Test(arguments: [0, 1, 2, 31, 1_000, 40_000])
  func findsEveryRun(_ count: Int) {
    let values = Self.values(count)
    let sorted = KeyIndex.sorted(values)
    let index = KeyIndex(sorted)
    let expected = Dictionary(grouping: values, by: \.key)
    for (key, run) in expected { #expect(index.range(of: key).map { Array(sorted[$0]) } == run) }
    for key in [0, 51, .max, 1 << 63, 0x1234_5678_9ABC_DEF0] as [UInt64] where expected[key] == nil { #expect(index.range(of: key) == nil) }
    #expect(index.isEmpty == values.isEmpty)
  }
}
