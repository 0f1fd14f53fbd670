// Enhances only: a button that copies beside what is worth copying. Everything works without it.
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
