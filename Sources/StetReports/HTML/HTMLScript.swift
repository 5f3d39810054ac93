/// What the page does: filters, and steps from finding to finding. Without it the page still shows everything.
enum HTMLScript {
  /// SHA-256 in base64, for the content security policy; a test tells what it should be.
  static let hash = "fYQ3NlSzFUamsuSOn6ZRDIhKFQj3gqsT+7LrMs+SvT0="

  static let text = #"""

    (() => {
      "use strict";
      const bar = document.getElementById("bar");
      if (!bar) return;
      const all = (selector) => [...document.querySelectorAll(selector)];
      const notes = all(".note"), marks = all("mark"), blocks = all(".block");
      const where = document.getElementById("where");
      const field = bar.elements;
      let current = null;
      bar.hidden = false;

      const shown = () => notes.filter((note) => !note.hidden);

      function filter() {
        const severities = new Set(all("#bar [name=severity]:checked").map((box) => box.value));
        const check = field.check.value;
        for (const note of notes) {
          note.hidden = !severities.has(note.dataset.severity) || (check !== "" && note.dataset.check !== check);
        }
        for (const mark of marks) {
          const own = mark.dataset.notes.split(" ").map((id) => document.getElementById(id));
          mark.classList.toggle("off", own.every((note) => !note || note.hidden));
        }
        for (const block of blocks) {
          const bare = !block.querySelector(".note:not([hidden])") && !block.querySelector("mark:not(.off)");
          block.classList.toggle("bare", bare);
          block.classList.toggle("hidden", field.only.checked);
        }
        leave();
        where.textContent = `${shown().length} of ${notes.length} findings shown`;
      }

      const marksOf = (note) => marks.filter((mark) => mark.dataset.notes.split(" ").includes(note.id));

      function leave() {
        for (const item of all(".current")) item.classList.remove("current");
        current = null;
      }

      function go(step) {
        const list = shown();
        if (list.length === 0) return;
        const at = list.indexOf(current);
        const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
        leave();
        current = list[next];
        current.classList.add("current");
        const own = marksOf(current);
        for (const mark of own) mark.classList.add("current");
        const target = own.length > 0 ? own[0].querySelector("a") : current;
        target.focus({ preventScroll: true });
        (own[0] || current).scrollIntoView({ block: "center" });
        where.textContent = `Finding ${next + 1} of ${list.length}: ${current.querySelector(".message").textContent.trim()}`;
      }

      bar.addEventListener("change", (event) => { if (event.target.name !== "keys") filter(); });
      bar.addEventListener("submit", (event) => event.preventDefault());
      field.next.addEventListener("click", () => go(1));
      field.previous.addEventListener("click", () => go(-1));
      document.addEventListener("keydown", (event) => {
        if (!field.keys.checked || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.target.closest("select, input:not([type=checkbox]), textarea")) return;
        if (event.key === "n" || event.key === "p") {
          event.preventDefault();
          go(event.key === "n" ? 1 : -1);
        }
      });
      window.addEventListener("beforeprint", () => { for (const item of all("details")) item.open = true; });
    })();

    """#
}
