// Headwater's pages work without this. With it, claims are filtered while you type, Y, N and S answer a review,
// and in a report J and K go from statement to statement and Escape puts the strip away. Nothing is asked of any server.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

// claims: filter what is on the page, where the page holds them all
for (const form of all("form[data-whole]")) {
  const section = form.closest("section");
  const count = section.querySelector("[data-count]");
  const rows = all("[data-row]", section);
  const groups = all("[data-group]", section);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const opened = groups.map((group) => group.open);
  const original = count.textContent;

  const filter = () => {
    const asked = new FormData(form);
    const words = asked.get("q").toLowerCase().split(/\s+/).filter(Boolean);
    const standing = asked.get("standing");
    const told = asked.get("told");
    const contested = asked.has("contested");
    const on = words.length > 0 || standing || told !== "any" || contested;
    let shown = 0;
    rows.forEach((row, i) => {
      const fits =
        (!standing || row.dataset.standing === standing) &&
        (told === "any" || row.dataset.told === told) &&
        (!contested || "contested" in row.dataset) &&
        words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    groups.forEach((group, i) => {
      const left = all("[data-row]:not([hidden])", group).length;
      group.hidden = left === 0;
      group.open = on ? true : opened[i];
    });
    count.textContent = on ? `${shown} of ${rows.length} claims` : original;
  };
  // Enter asks the server, which also looks into sentences that the list does not show
  form.addEventListener("input", filter);
  filter();
}

// keys of the review
const review = document.querySelector("[data-review]");
if (review) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
    const button = review.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
}

// a report: from statement to statement
const said = all("a.said[id]");
if (said.length > 0) {
  const go = (step) => {
    const at = said.indexOf(document.activeElement);
    const next = said[Math.min(said.length - 1, Math.max(0, at === -1 ? (step > 0 ? 0 : said.length - 1) : at + step))];
    next.focus();
    next.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
    if (event.key === "Escape") {
      document.activeElement?.blur();
      document.body.classList.add("put-away");
    }
  });
  for (const name of ["focusin", "mouseover"]) {
    document.addEventListener(name, (event) => event.target.closest("a.said") && document.body.classList.remove("put-away"));
  }
  // every run of one statement lights up with the others
  for (const run of all("a.said")) {
    const others = all(`a.said[data-said="${CSS.escape(run.dataset.said)}"]`).filter((other) => other !== run);
    for (const [name, lit] of [["mouseenter", true], ["mouseleave", false]]) {
      run.addEventListener(name, () => others.forEach((other) => other.classList.toggle("lit", lit)));
    }
  }
}
