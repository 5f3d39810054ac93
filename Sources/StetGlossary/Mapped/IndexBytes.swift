/// Bytes that stay where they are for as long as anything looks at them: a mapped file's, or some of the process's own.
@safe
public final class IndexBytes: @unchecked Sendable {  // constant from the end of init to deinit
  let start: UnsafeRawPointer
  let count: Int
  private let release: () -> Void

  /// - Parameters:
  ///   - start: Aligned to 16, as memory and mappings are; the bytes are constant until `release` is called.
  ///   - release: Called once, when nobody needs the bytes any more.
  public init(start: UnsafeRawPointer, count: Int, release: @escaping () -> Void) {
    unsafe self.start = start
    self.count = count
    self.release = release
  }

  /// A copy of an array.
  public convenience init(copying bytes: [UInt8]) {
    let room = UnsafeMutableRawPointer.allocate(byteCount: max(16, bytes.count), alignment: 16)
    unsafe UnsafeMutableRawBufferPointer(start: room, count: bytes.count).copyBytes(from: bytes)
    unsafe self.init(start: UnsafeRawPointer(room), count: bytes.count) { unsafe room.deallocate() }
  }

  deinit { release() }
}
