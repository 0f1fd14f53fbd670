// Enhances only: a button that copies beside what is worth copying. Everything works without it.
"use strict"; // so that functions within a block stay there: another script of the page may use their names

// The site's fonts are asked for when the page has been painted without them. Who comes from a page of ours has them already.
{
  const typeset = () => document.documentElement.classList.add("typeset");
  const first = PerformanceObserver.supportedEntryTypes?.includes("paint") && !document.referrer.startsWith(`${location.origin}/`);
  if (first) new PerformanceObserver((_, observer) => {
    observer.disconnect();
    typeset();
  }).observe({ type: "paint", buffered: true });
  else typeset();
}

const links = navigator.clipboard ? document.querySelectorAll("[data-copy]") : [];
const said = document.createElement("p");
said.className = "said";
said.setAttribute("role", "status");
if (links.length) document.body.append(said);

async function text(link) {
  if (!("copyText" in link.dataset)) return link.href;
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

// Safari takes a text that must be fetched first only as a promise, given while the button is being pressed.
function copy(link) {
  if (!("copyText" in link.dataset) || !window.ClipboardItem) return text(link).then((found) => navigator.clipboard.writeText(found));
  const found = text(link).then((words) => new Blob([words], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": found })]);
}

for (const link of links) {
  const button = document.createElement("button");
  const { copy: label, copied, failed } = link.dataset;
  const show = (words) => {
    button.textContent = words || label;
    said.textContent = words;
  };
  button.type = "button";
  button.className = "button button--small";
  button.setAttribute("aria-label", `${label}: ${link.textContent.trim()}`);
  button.addEventListener("click", async () => {
    show(await copy(link).then(() => copied, () => failed));
    setTimeout(show, 4000, "");
  });
  show("");
  link.after(" ", button);
}

// What holds from or until an instant comes and goes by the reader's clock, for the page may be older; and what is coming can be
// chosen among: links become buttons that combine, and the address says what was chosen.
{
  const parts = document.querySelectorAll("[data-from], [data-until], [data-in]");
  const cards = [...document.querySelectorAll("[data-in]")];
  const sections = new Set(cards.map((card) => card.closest("section")).filter(Boolean));
  const choosing = document.querySelector(".choosing");
  const count = choosing?.querySelector("[role=status]");
  const groups = choosing ? [...choosing.querySelectorAll("ul")].map((list) => [...list.querySelectorAll("[data-choice]")].map(pressable)) : [];
  const choices = groups.flat();
  const all = count && button("button button--small", () => {
    ask(asked().filter((choice) => !isOurs(choice)));
    count.focus();
  });

  function button(style, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = style;
    made.addEventListener("click", press);
    return made;
  }

  function pressable(link) {
    const { choice } = link.dataset;
    const made = button(link.className, () => {
      const found = asked();
      ask(found.includes(choice) ? found.filter((other) => other !== choice) : [...found, choice]);
    });
    made.dataset.choice = choice;
    made.append(...link.childNodes);
    link.replaceWith(made);
    return made;
  }

  function asked() {
    return [...new URLSearchParams(location.search)].map((pair) => pair.join("="));
  }

  function ask(wanted) {
    const query = new URLSearchParams(wanted.map((choice) => choice.split("=")));
    history.pushState(null, "", wanted.length ? `?${query}` : location.pathname);
    look();
  }

  // One that is of our names but is not among the buttons was chosen on another day: it holds, and can be taken back.
  function isOurs(choice) {
    return choices.some((each) => each.dataset.choice.split("=")[0] === choice.split("=")[0]);
  }

  function holds({ dataset: { from, until }, dateTime }, now) {
    return !(Date.parse(from ?? dateTime) > now) && !(Date.parse(until) <= now);
  }

  // Any choice of a group will do, but one of every group in which something was chosen.
  function chosen() {
    const found = asked().filter(isOurs);
    const pressed = groups.map((group) => group.map((each) => each.dataset.choice).filter((choice) => found.includes(choice)));
    const gone = found.filter((choice) => !pressed.flat().includes(choice));
    return { found, wanted: [...pressed, gone].filter((group) => group.length) };
  }

  function say(found) {
    const ahead = cards.filter((card) => card.dataset.until && !card.hidden);
    const number = new Set(ahead.map((card) => card.querySelector("a").href)).size;
    const { one, many, none, nothing } = count.dataset;
    const words = number > 1 ? many.replace("#", number) : number ? one : found.length ? none : nothing;
    const names = choices.filter((each) => found.includes(each.dataset.choice)).map((each) => each.firstElementChild.textContent);
    const text = names.length ? `${words}: ${names.join(", ")}` : words;
    if (count.textContent !== text) count.textContent = text;
    for (const each of choices) each.setAttribute("aria-pressed", found.includes(each.dataset.choice));
    all.hidden = !found.length;
  }

  function look() {
    const now = Date.now();
    const { found, wanted } = chosen();
    for (const part of parts) {
      const within = part.dataset.in?.split(" ");
      part.hidden = !holds(part, now) || (within && !wanted.every((group) => group.some((choice) => within.includes(choice))));
      if (!part.hidden && part.dataset.words) part.textContent = part.dataset.words;
    }
    for (const section of sections) section.hidden = !section.querySelector("[data-in]:not([hidden])");
    for (const link of document.querySelectorAll(".listing .jump a")) {
      link.parentElement.hidden = document.querySelector(link.hash).closest("section").hidden;
    }
    for (const words of document.querySelectorAll("[data-otherwise]")) {
      words.textContent = words.dataset.otherwise;
      words.hidden = Boolean(choosing || words.parentElement.querySelector("[data-in][data-until]:not([hidden])"));
    }
    if (count) say(found);
  }

  if (count) {
    all.textContent = count.dataset.all;
    count.after(all);
    addEventListener("popstate", look);
  }
  look();
  setInterval(look, 60000);
  document.addEventListener("visibilitychange", look);
}
