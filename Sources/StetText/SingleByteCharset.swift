import StetICU

/// A charset of which every byte is one scalar of the basic plane, or nothing.
struct SingleByteCharset {
  /// By byte; `undefined` where a byte means nothing.
  let scalars: [UInt16]
  private let bytes: [UInt16: UInt8]
  static let undefined: UInt16 = 0xFFFF

  /// Asks ICU for each byte; `nil` if some byte needs another after it or gives no or two characters.
  init?(_ charset: borrowing Charset) {
    let invalid: Int32 = 10, illegal: Int32 = 12
    var scalars: [UInt16] = [], reverse: [UInt16: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      do {
        let units = try charset.decode([byte])
        guard units.count == 1, units[0] & 0xF800 != 0xD800 else { return nil }
        scalars.append(units[0])
        if reverse[units[0]] == nil { reverse[units[0]] = byte }
      } catch where error.code == invalid || error.code == illegal {
        scalars.append(SingleByteCharset.undefined)
      } catch {
        return nil
      }
    }
    self.scalars = scalars
    bytes = reverse
  }

  func byte(of scalar: UInt32) -> UInt8? { UInt16(exactly: scalar).flatMap { bytes[$0] } }

  func decode(_ source: [UInt8], name: String) throws(DraftError) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(source.count + source.count / 4)
    for (offset, byte) in source.enumerated() {
      let scalar = scalars[Int(byte)]
      guard scalar != SingleByteCharset.undefined else { throw .malformed(encoding: name, offset: offset) }
      if scalar < 0x80 { utf8.append(UInt8(scalar)) } else { UTF8Scalar.append(UInt32(scalar), to: &utf8) }
    }
    return utf8
  }
}
