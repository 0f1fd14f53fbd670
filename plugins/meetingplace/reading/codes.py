"""Every code that a problem may have, and what is said of it: documentation is made from this table too."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.i18n import N_

from .codes_of_pages import OF_PAGES
from .codes_of_time import DAY, TIMES
from .codes_of_yaml import YAML
from .wordings import GOT, Wording


_FILES = {
    "file-unreadable": Wording(N_("the file cannot be read (%(reason)s)"), quietly=N_("the file cannot be read")),
    "file-gone": Wording(N_("the file went away while it was read")),
    "file-special": Wording(N_("this is a pipe, a socket or a device"), N_("an ordinary file")),
    "file-missing": Wording(GOT, N_("a file in the content folder")),
    "file-too-large": Wording(N_("the file is too large"), N_("at most %(most)s MB")),
    "picture-format": Wording(GOT, N_("a picture in PNG, JPEG, WebP or GIF")),
    "picture-svg": Wording(N_("a picture in SVG, which may hold scripts"), N_("a picture in PNG, JPEG, WebP or GIF")),
    "picture-broken": Wording(
        N_("the picture %(found)s is cut off or damaged"),
        N_("a file that can be opened"),
        N_("the picture is cut off or damaged"),
    ),
    "picture-too-large": Wording(N_("the picture has too many pixels"), N_("at most %(most)s million")),
    "attachment-active": Wording(
        N_("%(found)s is a file that browsers run"),
        N_("a document such as PDF"),
        N_("a file that browsers run"),
    ),
    "file-passed-over": Wording(N_("this file is not read"), N_("a name that ends in .md")),
    "file-misplaced": Wording(N_("this file is not read here"), N_("a place in one of the folders %(choices)s")),
    "file-expected": Wording(N_("this is a folder"), N_("a file, or nothing of this name")),
    "folder-expected": Wording(N_("this is no folder"), N_("a folder, or nothing of this name")),
    "folder-passed-over": Wording(N_("this folder is not read"), N_("one of %(choices)s")),
    "files-too-many": Wording(N_("there are more files than are read"), N_("at most %(most)s")),
    "link-outside": Wording(N_("the link leads out of the content folder"), N_("a file in the content folder")),
    "link-broken": Wording(N_("the link leads nowhere, or to itself")),
    "link-to-folder": Wording(N_("a link to a folder is not followed")),
    "slug-duplicate": Wording(
        N_("the slug %(found)s is that of %(other)s too"),
        N_("another file name, or another slug"),
        N_("the slug is that of %(other)s too"),
    ),
    "slug-empty": Wording(N_("the file's name gives no slug"), N_("letters or digits in the name")),
    "slug-invalid": Wording(GOT, N_("at most 100 of a–z, 0–9 and hyphens")),
    "slug-reserved": Wording(GOT, N_("a name that Windows does not keep for itself")),
    "alias-taken": Wording(
        N_("%(found)s is a slug of %(other)s too"),
        N_("a former slug of this record alone"),
        N_("it is a slug of %(other)s too"),
    ),
    "slug-names-someone": Wording(
        N_("the address or the file's name holds the name of someone in %(other)s"),
        N_("one that can stay when consent is taken back"),
    ),
    "translation-key": Wording(
        N_("a translation has translated text alone"), N_("the key in the file that it translates")
    ),
    "translation-language": Wording(GOT, N_("one of %(choices)s")),
}
_TEXT = {
    "file-empty": Wording(N_("the file is empty"), N_("front matter between two lines of ---")),
    "encoding-invalid": Wording(
        N_("the byte %(byte)s is not UTF-8; the file looks like %(guess)s"),
        N_("a file saved as UTF-8"),
        N_("a byte is not UTF-8"),
    ),
    "character-cut-off": Wording(N_("the file ends in the middle of a letter"), N_("a file saved to its end")),
    "character-control": Wording(N_("the control character %(character)s"), N_("text"), N_("a control character")),
    "character-invisible": Wording(
        N_("the invisible character %(character)s"), N_("text that can be seen"), N_("an invisible character")
    ),
    "front-matter-missing": Wording(
        N_("the file does not begin with ---"), N_("front matter between two lines of ---")
    ),
    "front-matter-unclosed": Wording(
        N_("the front matter that begins here is never closed"), N_("a line of --- after its last key")
    ),
    "front-matter-mark": Wording(GOT, N_("three hyphens alone on the line: ---")),
    "front-matter-too-long": Wording(N_("the front matter is too long"), N_("at most %(most)s bytes")),
    "front-matter-shape": Wording(GOT, N_("keys and values, such as title: Kulturfrukost"), N_("no key is found")),
    "body-too-long": Wording(N_("the text is too long"), N_("at most %(most)s bytes")),
    "body-too-complex": Wording(
        N_("%(found)s stands in the text %(count)s times"),
        N_("at most %(most)s"),
        N_("a mark stands in the text %(count)s times"),
    ),
    "body-too-deep": Wording(N_("lists or quotations stand too deep within each other")),
}
_KEYS = {
    "key-missing": Wording(N_("the key is missing"), N_("a value")),
    "value-missing": Wording(N_("the key has no value"), N_("a value")),
    "key-unknown": Wording(N_("%(found)s is no key here"), quietly=N_("a key that is not known")),
    "key-elsewhere": Wording(N_("the key %(key)s is one of %(kinds)s, not of %(kind)s")),
    "choice-unknown": Wording(GOT, N_("one of %(choices)s")),
    "text-expected": Wording(GOT, N_("a text")),
    "text-empty": Wording(N_("an empty text"), N_("a text")),
    "text-too-long": Wording(
        N_("the text has %(length)s characters"), N_("at most %(most)s"), N_("the text is too long")
    ),
    "list-expected": Wording(GOT, N_("a list: [%(form)s], or each on a line after -")),
    "mapping-expected": Wording(GOT, N_("keys and values within: %(form)s")),
    "yes-or-no-expected": Wording(GOT, N_("yes or no")),
    "number-expected": Wording(GOT, N_("a whole number of at most six digits")),
    "degrees-expected": Wording(GOT, N_("degrees with a decimal point, at most %(limit)s")),
    "language-invalid": Wording(GOT, N_("a language code such as sv")),
    "email-invalid": Wording(GOT, N_("an e-mail address")),
    "phone-invalid": Wording(GOT, N_("a phone number")),
    "address-invalid": Wording(GOT, N_("an address that begins with https://")),
    "path-invalid": Wording(GOT, N_("a path within the content folder, such as images/frukost.jpg")),
    "uid-invalid": Wording(GOT, N_("letters, digits, dots and hyphens, at most 100")),
    "domain-invalid": Wording(GOT, N_("a domain such as motesplatser.example")),
    "siteurl-invalid": Wording(GOT, N_("the site's address, https://… without a slash at its end")),
    "organisation-number-invalid": Wording(GOT, N_("an organisation number, its last digit right")),
    "contact-unreachable": Wording(N_("nobody can be reached"), N_("email or phone")),
    "label-missing": Wording(N_("the term has no label"), N_("sv or en")),
    "term-unknown": Wording(N_("the vocabulary lacks %(found)s"), N_("a term"), N_("the vocabulary lacks the word")),
    "word-twice": Wording(N_("%(found)s is a word of %(other)s too"), N_("each word at one term")),
    "reference-unknown": Wording(GOT, N_("the slug of %(kind)s")),
    "reference-draft": Wording(N_("%(found)s is a draft"), N_("the slug of a meeting that is published")),
    "name-twice": Wording(N_("someone in %(other)s has the same name"), N_("names that can be told apart")),
}
_HTML = {
    "html-active": Wording(
        N_("the tag %(found)s is not allowed"),
        N_("Markdown, or HTML that only marks up text"),
        N_("a tag that is not allowed"),
    ),
    "html-attribute": Wording(
        N_("the attribute %(found)s is not allowed"),
        N_("Markdown, or HTML that only marks up text"),
        N_("an attribute that is not allowed"),
    ),
    "html-unknown": Wording(
        N_("the tag %(found)s is not known and would be lost"),
        N_("Markdown, or &lt; for the sign itself"),
        N_("a tag that is not known and would be lost"),
    ),
    "link-unsafe": Wording(GOT, N_("https:, mailto:, tel:, person: or a path")),
    "picture-remote": Wording(GOT, N_("a picture in the content folder")),
    "picture-in-text": Wording(
        N_("the picture %(found)s would not be published"),
        N_("the picture as image, or under attachments"),
        N_("a picture in a text would not be published"),
    ),
    "link-to-nothing": Wording(
        N_("the link %(found)s leads to nothing"),
        N_("https://…, or an address from the root such as /personer/"),
        N_("a link leads to nothing"),
    ),
    "anchor-unknown": Wording(
        N_("the link %(found)s leads to nothing in this text"),
        N_("the words of a heading, such as #att-anmala-sig"),
        N_("a link leads to nothing in this text"),
    ),
    "host-misleading": Wording(
        N_("the host %(found)s may look like another than it is"),
        N_("a host in plain letters"),
        N_("a host that may look like another than it is"),
    ),
    "identity-number": Wording(N_("what looks like a personal identity number"), N_("a text that all may read")),
    "phone-in-text": Wording(N_("what looks like a phone number"), N_("the number under contact")),
    "email-in-text": Wording(N_("what looks like an e-mail address"), N_("the address under contact")),
    "fence-unclosed": Wording(N_("the code that begins here is never closed"), N_("a line of ``` or ~~~")),
}
_WHOLE = {
    "problems-more": Wording(N_("%(count)s more problems in this file")),
}
WORDINGS: Mapping[str, Wording] = {
    **_FILES,
    **OF_PAGES,
    **_TEXT,
    **YAML,
    **_KEYS,
    **TIMES,
    **_HTML,
    **DAY,
    **_WHOLE,
}
