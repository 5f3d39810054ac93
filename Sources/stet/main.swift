import StetKit

System.ignoreBrokenPipes()
await Stet.runAndExit(Arguments.current)
