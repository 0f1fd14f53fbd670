// Follows the builds: loads the page again when there is a new one, and shows what stands in the way of one.
// `make serve` adds it to the pages that it answers with; no published page has it.
const own = document.currentScript.dataset.version;

const look = new CSSStyleSheet();
look.replaceSync(`
  section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto; box-sizing: border-box;
    padding: 1rem 1.25rem; border-top: .25rem solid #b3261e; background: #fff; color: #1d1b1a; font: 1rem/1.45 system-ui, sans-serif; }
  strong { display: block; }
  pre { margin: .75rem 0 0; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
`);

let panel;

function show(problems) {
  panel?.remove();
  panel = undefined;
  if (!problems) return;
  panel = document.createElement('div');
  const shadow = panel.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [look];
  const section = document.createElement('section');
  section.setAttribute('role', 'alert');
  const title = document.createElement('strong');
  title.textContent = problems.title;
  const text = document.createElement('pre');
  text.textContent = problems.text;
  section.append(title, text);
  shadow.append(section);
  document.documentElement.append(panel);
}

let source;

// A page in the background lets go of its connection: browsers allow six to one host.
function follow() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource('/-/changes');
  source.onmessage = ({ data }) => {
    const { version, problems } = JSON.parse(data);
    if (version === own) show(problems);
    else location.reload();
  };
}

document.addEventListener('visibilitychange', follow);
follow();
