import StetKit

System.prepare()
await Stet.runAndExit(Arguments.current)
