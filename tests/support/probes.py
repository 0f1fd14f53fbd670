"""What is looked for on an open page: each probe names the faults that it finds there."""

from __future__ import annotations


WIDER_THAN_THE_SCREEN = """
() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const over = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > wide + 1);
  return over.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.className}: ${e.textContent.trim().slice(0, 40)}`);
}
"""
COVERED = """
() => [...document.querySelectorAll('main :is(a[href], button, summary)')].filter((control) => {
  if (!control.checkVisibility()) return false;
  control.scrollIntoView({ block: 'center' });
  const box = control.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return top && top !== control && !control.contains(top) && !top.contains(control);
}).map((control) => control.textContent.trim().slice(0, 40))
"""
# WCAG 2.2, 1.4.12: what a page has to bear.
MORE_SPACE = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}
"""
USUAL_SPACE = "() => { document.adoptedStyleSheets = [] }"
LOST = """
() => {
  const told = (e) => `${e.tagName.toLowerCase()}.${e.className.baseVal ?? e.className}: ${e.textContent.trim().slice(0, 30)}`;
  const shown = [...document.body.querySelectorAll('*')].filter((e) => e.checkVisibility({ visibilityProperty: true }));
  const isClipped = (e) => {
    const { overflowX: x, overflowY: y, clipPath, position } = getComputedStyle(e);
    if (position === 'absolute' && e.clientWidth <= 1) return false; // for those who listen
    return clipPath === 'none' && ((/hidden|clip/.test(x) && e.scrollWidth > e.clientWidth + 1)
      || (/hidden|clip/.test(y) && e.scrollHeight > e.clientHeight + 1));
  };
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls sideways'] : [];
  return [...wide, ...shown.filter((e) => e.clientWidth && isClipped(e)).map((e) => `clipped: ${told(e)}`)];
}
"""
# Two texts lie over each other where their letters would: a line's box has air above and below them.
OVERLAPPING = """
() => {
  const isForListeners = (e) => e !== document.body && (getComputedStyle(e).clipPath !== 'none' || isForListeners(e.parentElement));
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const e = text.parentElement;
    if (!text.data.trim() || !e.checkVisibility({ visibilityProperty: true }) || e.closest('svg, .skip') || isForListeners(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const air = (bottom - top) / 4;
      if (right - left > 1 && bottom - top > 1) lines.push({ text, left, right, top: top + air, bottom: bottom - air });
    }
  }
  lines.sort((a, b) => a.top - b.top);
  const found = [];
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j += 1) {
      const b = lines[j];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (a.text !== b.text && wide > 2 && Math.min(a.bottom, b.bottom) > b.top + 1) {
        found.push(`${a.text.data.trim().slice(0, 30)} / ${b.text.data.trim().slice(0, 30)}`);
      }
    }
  });
  return found;
}
"""
# Links within a sentence are as high as its lines (WCAG 2.2, 2.5.8: inline); all others have 24 px, or 24 px to themselves.
SMALL = """
() => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const controls = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
    .filter((e) => shown(e) && !e.classList.contains('skip'));
  const inText = (e) => getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes]
    .some((n) => n !== e && /[\\p{L}\\p{N}]/u.test(n.textContent) && !(n.nodeType === 1 && n.matches('a, button')));
  const boxes = controls.map((e) => ({ e, box: (e.closest('label') ?? e).getBoundingClientRect() }));
  const near = (one, other) => {
    const x = one.left + one.width / 2, y = one.top + one.height / 2;
    const dx = Math.max(other.left - x, 0, x - other.right), dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  return boxes.filter(({ e, box }) => (box.width < 24 || box.height < 24) && !inText(e)
      && boxes.some((other) => other.e !== e && !other.e.contains(e) && !e.contains(other.e) && [...other.e.getClientRects()].some((line) => near(box, line))))
    .map(({ e, box }) => `${e.textContent.trim().slice(0, 30)} (${Math.round(box.width)} x ${Math.round(box.height)})`);
}
"""
MOVING = """
() => {
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  const moves = (style) => seconds(style.transitionDuration) > 0.001 || style.scrollBehavior === 'smooth'
    || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.001);
  const parts = [null, '::before', '::after', '::details-content', '::backdrop'];
  return [...document.querySelectorAll('*')].filter((e) => parts.some((part) => moves(getComputedStyle(e, part))))
    .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
}
"""
# A link among other words is told from them by more than its colour.
PLAIN_LINKS = """
() => [...document.querySelectorAll('main :is(p, li, dd) a[href]')].filter((e) => {
  const words = [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && /\\p{L}{2}/u.test(n.data));
  return words && getComputedStyle(e).display === 'inline' && getComputedStyle(e).textDecorationLine === 'none';
}).map((e) => e.textContent.trim().slice(0, 40))
"""
REVERSED = """
() => [...document.querySelectorAll('body *')].filter((e) => {
  const style = getComputedStyle(e);
  return style.order !== '0' || /reverse/.test(style.flexDirection + style.flexWrap) || e.tabIndex > 0;
}).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)
"""
# As when none of them has come: texts stand in the typefaces of the machine. Names those that are still there.
WITHOUT_FONTS = """
() => {
  const come = (rule) => rule instanceof CSSFontFaceRule && rule.style.src.includes('url(');
  const remove = (owner) => {
    for (let i = owner.cssRules.length - 1; i >= 0; i -= 1) {
      if (come(owner.cssRules[i])) owner.deleteRule(i);
      else if (owner.cssRules[i].cssRules) remove(owner.cssRules[i]);
    }
  };
  for (const sheet of document.styleSheets) remove(sheet);
  const left = [...document.fonts].filter((face) => !/ as /.test(face.family));
  return left.map((face) => face.family);
}
"""
RUN_INLINE_SCRIPT = """
() => {
  const script = document.createElement('script');
  script.textContent = 'window.inlineScriptRan = true';
  document.head.append(script);
  return window.inlineScriptRan === true ? [script.textContent] : [];
}
"""
