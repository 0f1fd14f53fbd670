"""HTML in Markdown that would be lost or would do something: found in the source, so that its line can be
told.
"""

from __future__ import annotations

import re
from html import unescape

from .links import Link, Written
from .markdown import ATTRIBUTES, AWAY, SCHEMES, TAGS, WITH_PASSWORD, laid_out, too_complex, too_deep
from .problems import Report


_ACTIVE = """applet audio base body button embed form frame frameset head html iframe input link math meta
noscript object option param portal script select slot source style svg template textarea title track video"""
ACTIVE = frozenset(_ACTIVE.split())
LONGEST_TAG = 4_000
FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
CODE = re.compile(r"(?<![`\\])(`{1,40})(?!`)[^`\n]+(?<!`)\1(?!`)")
OPENING = re.compile(r"<(?=[a-zA-Z])")
NAME = re.compile(r"[^\s/>]{1,40}")
TAG = re.compile(r"<[a-zA-Z][^\s/>]*+((?:[^>\"']++|\"[^\"]*\"|'[^']*'|[\"'])*+)>")
ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]*))?")
LINK = re.compile(r"\]\(\s{0,9}<?(?P<address>[^)>]{1,2000})")
DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<address>[^\s>]+)", re.MULTILINE)
PICTURE_BY_LABEL = re.compile(r"!\[([^\[\]]*)\](?:\[([^\[\]]*)\])?(?!\()")
INDENTED = re.compile(r"^(?: {4}|\t).*", re.MULTILINE)
AFTER_BLANK = re.compile(r"(?:\A|\n[ \t]*\n)(?: {4}|\t)")
CODE_BLOCK = re.compile(r"<pre><code>(.*?)</code></pre>", re.DOTALL)
AUTOLINK = re.compile(r"<(?P<address>[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>")
IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def check(written: Written, report: Report) -> tuple[Link, ...]:
    """Reports tags, attributes, addresses and pictures that are not let through, and code that is never
    closed; returns the links that are let through.

    Errors: `html-active`, `html-unknown`, `html-attribute`, `link-unsafe`, `picture-remote`,
    `body-too-complex`, `body-too-deep`; warning: `fence-unclosed`.
    """
    text, field = written.text, written.field
    if found := too_complex(text):
        sign, number, most = found
        report.error("body-too-complex", written.place(0), field, found=sign, count=str(number), most=str(most))
        return ()
    if too_deep(text):
        report.error("body-too-deep", written.place(0), field)
        return ()
    if not any(sign in text for sign in "<[`~"):
        return ()
    looker = _Looker(written, report)
    looker.look()
    return tuple(looker.links)


class _Looker:
    def __init__(self, written: Written, report: Report) -> None:
        self.links: list[Link] = []
        self._report = report
        self._body = written.text
        self._field = written.field
        self._place = written.place
        self._text = _without_comments(CODE.sub(_blank, _without_indented_code(self._without_fences())))

    def look(self) -> None:
        for found in OPENING.finditer(self._text):
            self._tag(found.start())
        for found in LINK.finditer(self._text):
            address = found["address"].split(' "')[0].strip()
            self._address(address, found.start("address"), picture=_ends_picture(self._text, found.start()))
        for found in AUTOLINK.finditer(self._text):
            self._address(found["address"], found.start("address"))
        pictures = {(found[2] or found[1]).casefold() for found in PICTURE_BY_LABEL.finditer(self._text)}
        for found in DEFINITION.finditer(self._text):
            shown = found["label"].casefold() in pictures
            self._address(found["address"], found.start("address"), picture=shown)

    def _without_fences(self) -> str:
        """The body with fenced code blanked out, line ends kept."""
        pieces, at = [], 0
        while opening := FENCE.search(self._body, at):
            closing = re.compile(rf"^ {{0,3}}{opening['fence']}+[ \t]*$", re.MULTILINE)
            close = closing.search(self._body, opening.end())
            if close is None:
                self._report.warning("fence-unclosed", self._place(opening.start("fence")), self._field)
                break
            pieces += [
                self._body[at : opening.start()],
                _blank_text(self._body[opening.start() : close.end()]),
            ]
            at = close.end()
        return "".join([*pieces, self._body[at:]])

    def _tag(self, start: int) -> None:
        found = TAG.match(self._text, start, start + LONGEST_TAG)
        name = NAME.match(self._text, start + 1)[0].lower()  # type: ignore[index]
        if ":" in name or "@" in name:  # an address in angle brackets
            return
        place = self._place(start)
        if name in ACTIVE:
            self._report.error("html-active", place, self._field, found=f"<{name}>")
        elif found is None and len(self._text) - start < LONGEST_TAG:
            return  # a sign, and no tag: nothing closes it
        elif found is None or name not in TAGS:
            self._report.error("html-unknown", place, self._field, found=f"<{name}>")
        else:
            self._attributes(name, found[1], found.start(1))

    def _attributes(self, tag: str, text: str, start: int) -> None:
        for found in ATTRIBUTE.finditer(text):
            name, value = found[1].lower(), (found[2] or "").strip("\"'")
            if name in ("href", "src", "cite", "action", "srcset", "data"):
                self._address(value, start + found.start(), picture=name in ("src", "srcset"))
            elif name not in ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset()):
                place = self._place(start + found.start())
                self._report.error("html-attribute", place, self._field, found=f"<{tag} {name}>")

    def _address(self, written: str, at: int, *, picture: bool = False) -> None:
        address = IGNORED.sub("", unescape(IGNORED.sub("", written)))
        scheme = SCHEME.match(address)
        unsafe = address.startswith("//") or written.lstrip().startswith("\\\\")
        if picture and (AWAY.match(address) or unsafe):
            self._report.error("picture-remote", self._place(at), self._field, found=written)
        elif unsafe or (scheme and scheme[1].lower() not in SCHEMES) or _has_password(address):
            self._report.error("link-unsafe", self._place(at), self._field, found=written)
        else:
            self.links.append(Link(address, at, picture))


def _has_password(address: str) -> bool:
    return address[:7].lower() != "mailto:" and WITH_PASSWORD.match(address) is not None


def _ends_picture(text: str, close: int) -> bool:
    """Whether the bracket that closes here was opened by `![`."""
    depth = 0
    for at in range(close, max(close - LONGEST_TAG, -1), -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth == 0:
            return at > 0 and text[at - 1] == "!"
    return False


def _without_comments(text: str) -> str:
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[at:start], _blank_text(text[start : end + 3])]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _without_indented_code(text: str) -> str:
    """The body with indented code blanked out. Within lists an indent is no code: Markdown itself says which are."""
    if not AFTER_BLANK.search(text):
        return text
    blocks = "\n".join(unescape(block) for block in CODE_BLOCK.findall(laid_out(text)))
    code = {line.strip() for line in blocks.split("\n")}
    return INDENTED.sub(lambda found: _blank(found) if found[0].strip() in code else found[0], text)


def _blank(found: re.Match[str]) -> str:
    return _blank_text(found[0])


def _blank_text(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
