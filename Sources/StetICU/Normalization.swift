import CICU

/// Unicode's normalisation forms (UAX 15).
public enum NormalizationForm: Int32, Sendable { case nfc, nfd, nfkc, nfkd }

extension String {
  /// The text in a normalisation form, by ICU.
  public func normalized(_ form: NormalizationForm) throws(ICUError) -> String {
    let text = Array(utf16)
    let result = try unsafe filled("unorm2_normalize", capacity: text.count * 2) { buffer, capacity, status in
      unsafe stet_normalize(form.rawValue, text, Int32(text.count), buffer, capacity, &status)
    }
    return String(decoding: result, as: UTF16.self)
  }

  /// The text without differences of case (full case folding), by ICU.
  public func caseFolded() throws(ICUError) -> String {
    let text = Array(utf16)
    let result = try unsafe filled("u_strFoldCase", capacity: text.count * 2) { buffer, capacity, status in
      unsafe stet_fold_case(text, Int32(text.count), buffer, capacity, &status)
    }
    return String(decoding: result, as: UTF16.self)
  }

  /// The text in capitals by the rules of a language ("tr": i becomes İ), by ICU.
  public func uppercased(language: String) throws(ICUError) -> String {
    let text = Array(utf16)
    let result = try unsafe filled("u_strToUpper", capacity: text.count * 2) { buffer, capacity, status in
      unsafe stet_upper(text, Int32(text.count), language, buffer, capacity, &status)
    }
    return String(decoding: result, as: UTF16.self)
  }

  /// The text in small letters by the rules of a language, by ICU.
  public func lowercased(language: String) throws(ICUError) -> String {
    let text = Array(utf16)
    let result = try unsafe filled("u_strToLower", capacity: text.count * 2) { buffer, capacity, status in
      unsafe stet_lower(text, Int32(text.count), language, buffer, capacity, &status)
    }
    return String(decoding: result, as: UTF16.self)
  }
}
