/// Works on many items at once and hands over the results one by one, in the items' order.
///
/// At most a few results per worker wait for an earlier one, so that memory depends on `jobs` and not on how many items
/// there are.
///
/// - Parameters:
///   - jobs: How many at a time; one means here and now, on no other thread.
///   - deliver: Gets each result; `false` ends the work early. While it is at it, no further item is begun.
public func forEachInOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) -> Result, deliver: (Result) async -> Bool
) async {
  if jobs <= 1 || items.count <= 1 {
    for item in items {
      if await !deliver(work(item)) { return }
    }
    return
  }
  await withTaskGroup(of: (Int, Result?).self) { group in
    var waiting: [Int: Result] = [:]
    var begun = 0, delivered = 0, running = 0
    while delivered < items.count {
      while running < jobs, begun < items.count, begun < delivered + jobs * 4 {
        let number = begun
        group.addTask { (number, Task.isCancelled ? nil : work(items[number])) }
        begun += 1
        running += 1
      }
      guard let (number, result) = await group.next() else { return }
      running -= 1
      waiting[number] = result
      while let result = waiting.removeValue(forKey: delivered) {
        delivered += 1
        if await !deliver(result) { return group.cancelAll() }
      }
    }
  }
}
