/// The version of Stet: of its command, its reports and this library.
public let stetVersion = "0.1.0"
