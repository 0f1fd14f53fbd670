// The page of search: Pagefind finds, this shows. All words come from the page; what was found is text, never markup.
const MOST = 300;
const SHOWN = 10;
const form = document.querySelector("form.search");
const field = form.elements.q;
const box = document.querySelector("[data-search]");
const status = document.querySelector("[data-search-status]");
const words = box.dataset;
let pagefind;
let turn = 0;

function reader() {
  pagefind ??= import(words.search).then(async (found) => {
    await found.options({ excerptLength: 24 });
    await found.init();
    return found;
  });
  return pagefind;
}

function make(name, className, ...inner) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inner);
  return made;
}

// Pagefind marks what it found by <mark> in escaped HTML: it is read without being run, and only the marks are kept.
function excerpt(html) {
  const read = new DOMParser().parseFromString(html, "text/html").body;
  const parts = [...read.childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent));
  return make("p", "result__excerpt", ...parts, " …");
}

function isPast(meta) {
  return Boolean(meta.last_day) && meta.last_day < new Date().toLocaleDateString("sv-SE");
}

// In the index an address begins with the language that it is found in.
function result({ raw_url: address, meta, excerpt: html }) {
  const link = make("a", "", meta.title);
  link.href = address.replace(/^[a-z]+/, "");
  if (meta.lang) link.lang = meta.lang;
  const below = [isPast(meta) && make("span", "word", words.past), meta.detail].filter(Boolean);
  const detail = make("p", "result__detail", ...below.flatMap((one, place) => (place ? [" ", one] : [one])));
  return make("li", "result", make("h3", "result__title", link), ...(below.length ? [detail] : []), excerpt(html));
}

function group(kind, found) {
  const heading = make("h2", "results__heading", words[kind], " ", make("span", "note", String(found.length)));
  heading.id = `traffar-${kind}`;
  const list = make("ul", "results__list", ...found.slice(0, SHOWN).map(result));
  const section = make("section", "results__group", heading, list);
  section.setAttribute("aria-labelledby", heading.id);
  if (found.length > SHOWN) {
    const more = make("button", "button button--small", words.more);
    more.type = "button";
    more.setAttribute("aria-label", `${words.more}: ${words[kind]}`);
    more.addEventListener("click", () => {
      const rest = found.slice(SHOWN).map(result);
      list.append(...rest);
      more.remove();
      rest[0].querySelector("a").focus();
    });
    section.append(more);
  }
  return section;
}

// Coming meetings before those that have been; within both, and of all else, what suits best first.
function grouped(all) {
  const kinds = words.kinds.split(" ").map((kind) => [kind, all.filter((one) => one.meta.kind === kind)]);
  for (const [kind, found] of kinds) {
    if (kind === "meeting") found.sort((one, other) => isPast(one.meta) - isPast(other.meta));
  }
  const best = (found) => all.indexOf(found[0]);
  return kinds.filter(([, found]) => found.length).sort(([, one], [, other]) => best(one) - best(other));
}

function say(text, count, sought) {
  status.textContent = text.replace("{n}", count).replace("{q}", () => sought);
}

async function search(sought) {
  const mine = ++turn;
  box.hidden = true;
  box.replaceChildren();
  if (!sought) return say("", 0, "");
  say(words.working, 0, sought);
  try {
    const { results } = await (await reader()).search(sought);
    const all = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
    if (mine !== turn) return undefined;
    box.append(...grouped(all).map(([kind, found]) => group(kind, found)));
    box.hidden = !all.length;
    return say({ 0: words.none, 1: words.one }[all.length] ?? words.many, all.length, sought);
  } catch {
    return mine === turn && say(words.failed, 0, sought);
  }
}

function sought() {
  return (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, field.maxLength);
}

function show() {
  field.value = sought();
  search(sought());
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = field.value.trim();
  history.pushState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
  search(asked);
});
field.addEventListener("focus", () => reader().catch(() => {}), { once: true });
addEventListener("popstate", show);
if (sought()) show();
