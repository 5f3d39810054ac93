/// A constant array of plain values, in memory of its own or in a mapped file.
///
/// A file may hold anything, so that no index is beyond its reach: one that lies outside means the first element. Who
/// needs to know checks the index.
@safe
struct Flat<Element: BitwiseCopyable>: @unchecked Sendable {  // the values are constant as long as the owner lives
  private let start: UnsafePointer<Element>
  let count: Int
  private let owner: AnyObject

  /// Room for one element at least, so that there is a first.
  @safe
  private final class Room {
    let start: UnsafeMutableRawPointer
    init(byteCount: Int) {
      unsafe start = .allocate(byteCount: byteCount, alignment: 16)
      unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    }
    deinit { unsafe start.deallocate() }
  }

  init(_ array: [Element]) {
    let room = Room(byteCount: max(1, array.count) * MemoryLayout<Element>.stride)
    let start = unsafe room.start.bindMemory(to: Element.self, capacity: max(1, array.count))
    unsafe array.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { unsafe start.update(from: first, count: array.count) }
    }
    unsafe self.start = UnsafePointer(start)
    count = array.count
    owner = room
  }

  /// Values in a file; nil if they do not lie within it as they should. Every pattern of bits must be a value.
  init?(_ bytes: IndexBytes, at offset: Int, byteCount: Int) {
    let stride = MemoryLayout<Element>.stride
    guard offset >= 0, byteCount >= 0, offset <= bytes.count, byteCount <= bytes.count - offset, offset % 16 == 0,
      byteCount % stride == 0
    else { return nil }
    guard byteCount > 0 else {
      self.init([])
      return
    }
    unsafe self.init(start: (bytes.start + offset).assumingMemoryBound(to: Element.self), count: byteCount / stride, owner: bytes)
  }

  private init(start: UnsafePointer<Element>, count: Int, owner: AnyObject) {
    unsafe self.start = start
    self.count = count
    self.owner = owner
  }

  @inline(__always)
  subscript(i: Int) -> Element { unsafe start[UInt(bitPattern: i) < UInt(count) ? i : 0] }

  /// Some of the values; none for what lies outside.
  func array(_ range: Range<Int>) -> [Element] {
    let range = range.clamped(to: 0..<count)
    return unsafe Array(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  /// The values' bytes, for a file.
  func appendBytes(to file: inout [UInt8]) {
    unsafe file.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Element>.stride))
  }
}

extension Flat<UInt8> {
  /// The text of some bytes; of what lies outside none.
  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return unsafe String(decoding: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count), as: UTF8.self)
  }
}

extension Flat<UInt32> {
  /// The i-th of runs that follow each other, of which this has the ends: a range below `limit`.
  @inline(__always)
  func run(_ i: Int, below limit: Int) -> Range<Int> {
    let start = i == 0 ? 0 : Int(self[i - 1]), end = min(Int(self[i]), limit)
    return min(start, end)..<end
  }
}
