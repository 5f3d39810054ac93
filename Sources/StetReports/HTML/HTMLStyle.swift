/// How the page looks: on paper, on a phone, on a desk, by day and by night.
enum HTMLStyle {
  /// SHA-256 in base64, for the content security policy; a test tells what it should be.
  static let hash = "87pmWHeuuqgA2eQABcPn67fiQ14hR4ELSto8mQXUeVw="

  static let text = """

    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --card: #ffffff; --ink: #1f1d1a; --quiet: #5d574e; --line: #d9d3c8; --focus: #1a5fb4;
      --error: #a8201a; --warning: #7a4d00; --note: #1b5687; --new: #14602f;
      --error-tint: #fbe4e1; --warning-tint: #fbeecb; --note-tint: #e0edf9;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #191816; --card: #23211e; --ink: #ebe7df; --quiet: #b0a899; --line: #47423a; --focus: #8ec1ff;
        --error: #ff9d94; --warning: #f4c25f; --note: #8fc6f7; --new: #86d6a0;
        --error-tint: #4a211e; --warning-tint: #43330f; --note-tint: #17354d;
      }
    }
    .is-error { --own: var(--error); --tint: var(--error-tint); }
    .is-warning { --own: var(--warning); --tint: var(--warning-tint); }
    .is-note { --own: var(--note); --tint: var(--note-tint); }

    * { box-sizing: border-box; }
    html { scroll-padding: 5.5rem 0 4rem; }
    body {
      margin: 0 auto; max-width: 74rem; padding: 1.5rem 2rem 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif; overflow-wrap: break-word;
    }
    h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
    h2 { margin: 0 0 1rem; font-size: 1.15rem; line-height: 1.3; overflow-wrap: anywhere; }
    a { color: inherit; text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 3; padding: .5rem 1rem; background: var(--card); }
    nav ul, details ul { margin: .5rem 0; padding-left: 1.2rem; }
    nav li { padding: .15rem 0; overflow-wrap: anywhere; }
    summary { cursor: pointer; color: var(--quiet); padding: .25rem 0; }
    .count { margin-left: .5rem; color: var(--own, var(--quiet)); font-size: .875rem; white-space: nowrap; }
    .failure { margin: 1rem 0; padding: .6rem 1rem; border-left: .25rem solid var(--error); background: var(--error-tint); }
    .failure h2, .failure ul { margin: 0; }

    #bar {
      position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: center;
      margin: 1rem -2rem 0; padding: .6rem 2rem; background: var(--paper); border-block: 1px solid var(--line); font-size: .9375rem;
    }
    #bar[hidden] { display: none; }
    #bar fieldset { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin: 0; padding: 0; border: 0; }
    #bar legend { position: absolute; left: -99rem; }
    #bar label { display: inline-flex; gap: .35rem; align-items: center; min-height: 1.75rem; }
    #bar .number { color: var(--own); font-weight: 600; }
    #bar input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--focus); }
    button, select {
      font: inherit; color: inherit; padding: .3rem .75rem; background: var(--card); border: 1px solid var(--quiet); border-radius: .3rem;
    }
    select { max-width: 11rem; }
    button { cursor: pointer; }
    kbd { padding: 0 .35em; border: 1px solid var(--line); border-radius: .2rem; font: .875em ui-monospace, "DejaVu Sans Mono", monospace; }
    .steps { margin-left: auto; }
    #where { flex-basis: 100%; color: var(--quiet); font-size: .875rem; }
    #where:empty { display: none; }

    main:focus { outline: 0; }
    article { margin: 2.5rem 0 0; padding-top: 1.5rem; border-top: 3px double var(--line); }
    main > article:first-child { margin-top: 1rem; border-top: 0; }
    .block { display: grid; grid-template-columns: minmax(0, 42rem) minmax(15rem, 1fr); gap: 0 2.5rem; align-items: start; }
    .block.bare.hidden { display: none; }
    .prose { grid-column: 1; margin: 0 0 1rem; font: 1.125rem/1.65 Charter, "Bitstream Charter", Georgia, "Liberation Serif", serif; white-space: pre-wrap; }
    .prose.wrapped { white-space: normal; }
    h3.prose { margin: .75rem 0; font-size: 1.3rem; line-height: 1.35; font-weight: 700; }
    blockquote.prose { padding-left: 1rem; border-left: .2rem solid var(--line); }
    .prose.aside { color: var(--quiet); font-size: 1rem; }
    .prose.item { padding-left: 1rem; }
    pre {
      grid-column: 1; margin: 0 0 1rem; color: var(--quiet); font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace;
      white-space: pre-wrap; overflow-wrap: anywhere;
    }
    .markup { color: var(--quiet); font-weight: 400; }
    .related { border-bottom: 2px dotted var(--note); }
    mark { background: var(--tint); color: inherit; border-radius: .15rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    mark a { text-decoration: underline 2px var(--own); text-underline-offset: .2em; text-decoration-skip-ink: none; }
    mark.is-warning a { text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
    mark.is-note a { text-decoration-style: dotted; }
    mark.off { background: none; }
    mark.off a { text-decoration: none; }
    mark.off + sup { display: none; }
    mark.current { outline: 2px solid var(--own); }
    sup { margin-left: .1em; color: var(--quiet); font: .7rem/0 system-ui, sans-serif; user-select: none; }

    .notes { grid-column: 2; margin: 0 0 1rem; padding: 0; list-style: none; font-size: .9375rem; }
    article > .notes { margin-bottom: 1.5rem; max-width: 42rem; }
    .note { margin: 0 0 .6rem; padding: .5rem .8rem; background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--own); border-radius: .25rem; }
    .note[hidden] { display: none; }
    .note.current, .note:target { box-shadow: 0 0 0 2px var(--own); }
    .note p { margin: 0 0 .2rem; }
    .number { font-variant-numeric: tabular-nums; }
    a.number { display: inline-block; min-width: 1.5rem; padding: 0 .3rem; text-align: center; text-decoration: none; background: var(--tint); border-radius: .2rem; }
    .severity { color: var(--own); }
    .instead { unicode-bidi: isolate; font: 1.0625rem/1.5 Charter, "Bitstream Charter", Georgia, "Liberation Serif", serif; }
    del { color: var(--quiet); text-decoration: line-through; }
    ins { color: var(--new); text-decoration: none; font-weight: 600; }
    .why { color: var(--quiet); }
    .meta { color: var(--quiet); font-size: .8125rem; }
    .places { margin: .2rem 0; padding-left: 1.2rem; font-size: .875rem; }
    .checks { margin-top: 3rem; padding-top: 1.5rem; border-top: 3px double var(--line); max-width: 46rem; }
    dt { font-weight: 600; }
    dd { margin: 0 0 .75rem; color: var(--quiet); }
    :target > dt { text-decoration: underline; }
    footer { margin-top: 2rem; color: var(--quiet); font-size: .875rem; }

    @media (max-width: 60rem) {
      html { scroll-padding-top: 1rem; }
      body { padding: 1rem 1rem 5rem; max-width: 46rem; }
      h1 { font-size: 1.25rem; }
      #bar { position: static; margin: 1rem 0 0; padding: .6rem 0; }
      #bar label { min-height: 2.5rem; }
      #bar label:has([name=keys]) { display: none; }
      .block { display: block; }
      .notes { margin: -.25rem 0 1.25rem; }
      .steps { position: fixed; right: 1rem; bottom: 1rem; z-index: 2; display: flex; gap: .5rem; }
      .steps button { min-height: 2.75rem; box-shadow: 0 1px 6px #0006; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      :root {
        --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --error: #8c1a15; --warning: #6b4400; --note: #174a74; --new: #0d4a22;
        --error-tint: #fbe4e1; --warning-tint: #fbeecb; --note-tint: #e0edf9;
      }
      @page { margin: 18mm 16mm; }
      body { padding: 0; max-width: none; font-size: 10pt; }
      #bar, .skip, nav, .clean { display: none; }
      .prose { font-size: 11pt; }
      .block { display: block; }
      .block, .notes { margin: 0 0 .5rem; }
      .note { break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      mark, .failure, a.number { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .note.current, .note:target, mark.current { box-shadow: none; outline: 0; }
      article { break-before: auto; }
    }

    """
}
