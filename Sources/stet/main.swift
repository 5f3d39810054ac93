import StetKit

System.prepare()
System.keepMemory()
Stet.start(Arguments.current)
System.waitForEnd()
