import StetKit

System.prepare()
Stet.start(Arguments.current)
System.waitForEnd()
