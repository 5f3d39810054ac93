/// A file's name as reports show it: bytes that are not UTF-8 become `\xE9`, so that two names stay two.
public func shownPath(_ bytes: [UInt8]) -> String {
  if let path = String(validating: bytes, as: UTF8.self) { return path }
  var result = ""
  var parser = Unicode.UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  var at = 0
  while true {
    switch parser.parseScalar(from: &rest) {
    case .valid(let scalar):
      result += String(decoding: scalar, as: UTF8.self)
      at += scalar.count
    case .error(let length):
      for byte in bytes[at..<at + length] { result += "\\x" + String(byte, radix: 16, uppercase: true) }
      at += length
    case .emptyInput:
      return result
    }
  }
}
