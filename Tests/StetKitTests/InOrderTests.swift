import Synchronization
import Testing

@testable import StetKit

@Suite struct InOrderTests {
  @Test(arguments: [1, 2, 8]) func deliversInOrder(jobs: Int) async {
    var delivered: [Int] = []
    await forEachInOrder(Array(0..<500), jobs: jobs) { item in
      // The first of each ten takes longest.
      (0..<(item % 10 == 0 ? 20_000 : 10)).reduce(item) { sum, _ in sum }
    } deliver: {
      delivered.append($0)
      return true
    }
    #expect(delivered == Array(0..<500))
  }

  @Test(arguments: [1, 4]) func stopsWhenTold(jobs: Int) async {
    let begun = Atomic<Int>(0)
    var delivered = 0
    await forEachInOrder(Array(0..<1000), jobs: jobs) { _ in
      begun.add(1, ordering: .relaxed)
    } deliver: { _ in
      delivered += 1
      return delivered < 10
    }
    #expect(delivered == 10)
    #expect(begun.load(ordering: .relaxed) < 50)
  }

  @Test func nothingIsNothing() async {
    await forEachInOrder([Int](), jobs: 4) { $0 } deliver: { _ in Bool.random() }
  }
}
