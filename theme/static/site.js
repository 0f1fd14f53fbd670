// Enhances only: a button beside each address that is worth copying. Everything works without it.
for (const address of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "button";
  button.textContent = address.dataset.copy;
  button.setAttribute("aria-label", `${address.dataset.copy}: ${address.href}`);
  said.className = "note";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.href);
    said.textContent = address.dataset.copied;
    setTimeout(() => { said.textContent = ""; }, 4000);
  });
  address.after(button, said);
}
