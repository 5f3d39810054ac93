import StetFindings
import StetGlossary
import StetText

/// Words without the space that parts them, or with one that parts what belongs together: "the snow.The road", "Olsen ’s".
struct GluedWordsCheck: Check {
  static let about = About(
    id: "glued-words", group: .garble, severity: .error, fix: .safe,
    summary: "A space between words is missing, or stands inside one.",
    why: "Linked or marked parts were translated apart and put together without their spaces.",
    specificity: 60,
    examples: [
      .flags("Nobody cleared the ⟦snow.The⟧ road stayed closed.", fixed: "Nobody cleared the snow. The road stayed closed."),
      .flags(
        "It is the oldest (so they say⟦).The⟧ clerk built it in ⟦1990.It⟧ is small.",
        fixed: "It is the oldest (so they say). The clerk built it in 1990. It is small."),
      .flags(
        "“It is late.⟦”The⟧ clerk ⟦left.“It⟧ was dark,” he said.", fixed: "“It is late.” The clerk left. “It was dark,” he said."),
      .flags("In the ⟦city.Zorin⟧ said so. Later Zorin left.", reviewed: "In the city. Zorin said so. Later Zorin left."),
      .flags("Is it ⟦true?The⟧ clerk nodded.", fixed: "Is it true? The clerk nodded."),
      .flags("It was ⟦late,but⟧ they went on.", fixed: "It was late, but they went on."),
      .flags("Asked by the ⟦clerk,’Are⟧ you well?’ he nodded.", fixed: "Asked by the clerk, ’Are you well?’ he nodded."),
      .flags("The clerk ⟦said“It⟧ is late.”", fixed: "The clerk said “It is late.”"),
      .flags("“It is late,⟦”said⟧ the clerk.", fixed: "“It is late,” said the clerk."),
      .flags("He held ⟦that’the⟧ clerk was late’.", fixed: "He held that ’the clerk was late’."),
      .flags("Later ⟦Petersenwould⟧ go. Petersen was tired.", fixed: "Later Petersen would go. Petersen was tired."),
      .flags("The spokesman, Henry ⟦Olsenthen⟧ left.", reviewed: "The spokesman, Henry Olsen then left."),
      .flags("In ⟦Olsen ’s⟧ view, ⟦Petersen 's⟧ plan failed.", fixed: "In Olsen’s view, Petersen's plan failed."),
      .flags("The office (the oldest in town⟦)was⟧ shut.", fixed: "The office (the oldest in town) was shut."),
      .flags("A ⟦six -storey⟧ house fell.", fixed: "A six-storey house fell."),
      .flags("After the ⟦storm- Olsen⟧ speaks.", reviewed: "After the storm - Olsen speaks."),
      .flags("See ⟦also:Bridges⟧ of the north.", fixed: "See also: Bridges of the north."),
      .flags("They met a ⟦spokesman  of⟧ the town.", fixed: "They met a spokesman of the town."),
      .flags("The AK-74 and the ⟦PKM -7⟧ rifles were found.", reviewed: "The AK-74 and the PKM-7 rifles were found."),
      .allows("Author:  Anna Berg\n\nD  Delete the file."),
      .allows("It was  late, and  nobody  came to  the town."),
      .allows("It fell by EUR -25 and GDP -3 percent; at -7 degrees."),
      .allows("Anti- German and pro- Greek; left- Liberal; a well-\nKnown man."),
      .allows("See Note:This or std:Vector. Category:Bridges."),
      .allows("They met at e.g. U.S. bases, at 5 a.m. and at 112.Ukraine or PanARMENIAN.Net."),
      .allows("The S.Korean won fell; a Ph.D. was given to J.Smith of Booking.Com."),
      .allows("They use net.BlockList; the new BlockList and a.Zorin or x.Zorin are objects, as process.Emitter is."),
      .allows("Call object.Close or System.Out.Println, see readme.The.txt or Node.Js."),
      .allows("The Index(KOSPI) fell; file(s), (re)opened, print(the) and f(x)."),
      .allows("It cost 3,000 dollars; N,N-dimethyl; a,b,c; x,y."),
      .allows("The 's' in it, 's-Gravenhage, in 's Hertogenbosch, and the 1990's."),
      .allows("Hallowe’en, o’clock, ma’am, should’ve, who’ll, rock’n’roll."),
      .allows("Hanover and Conover lie near Johnstown; Beckwith and Goodwill met. Han, Con, John and Good."),
      .allows("He said, “It is late,” and “so what?” ‘Yes,’ she said."),
      .allows("Use ls -long or a full -width, if you must. It was full - so what."),
      .allows("print \"one\",\"two\" or 'one','two'"),
      .allows("Kyiv’s mayor, the Smiths’ house and Smith’s."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var places = GluedPlaces(draft, context)
    places.find()
    return places.found.map { place in
      var finding = Finding(
        check: Self.about.id, severity: place.isSlight ? .warning : Self.about.severity, span: place.span,
        message: place.isSlight
          ? "two spaces stand in ‘\(place.text(in: draft))’" : "‘\(draft.quoted(place.span))’ should be ‘\(place.text(in: draft))’")
      finding.replacements = [place.text(in: draft)]
      finding.fix = Fix([place.edit], place.isSure ? .safe : .review)
      return finding
    }
  }
}
