"""What each problem may look like: a piece of content, or of settings, that has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Example(NamedTuple):
    """`where` is `event`, `place`, `person` or `vocabulary` for keys of such a record, `body` for its text, `whole`
    for a whole file, `page` for an ordinary page, `settings` for pelicanconf.py, and `file` for what only a folder
    or a long file can show.
    """

    where: str
    text: str


_FILES = {
    "file-unreadable": "events/frukost.md",
    "file-gone": "events/frukost.md",
    "file-special": "events/frukost.md",
    "file-passed-over": "events/frukost.md.txt",
    "file-misplaced": "frukost.md",
    "file-expected": "vocabulary.yaml/",
    "folder-expected": "events",
    "folder-passed-over": "event/frukost.md",
    "files-too-many": "events/",
    "link-outside": "events/frukost.md → ../../dokument/frukost.md",
    "link-broken": "events/frukost.md → events/borta.md",
    "link-to-folder": "events/2026 → arkiv/2026",
    "slug-empty": "events/---.md",
    "translation-key": "frukost.en.md: place: tea-huset",
    "translation-language": "frukost.fi.md",
    "character-cut-off": "… Vi ses på caf\\xc3",
    "encoding-invalid": "title: Möte",
    "front-matter-too-long": "--- … 64,000 bytes …",
    "body-too-long": "… 200,000 bytes …",
    "body-too-complex": "[[[[[[ …",
    "body-too-deep": "> > > > > > …",
    "text-too-long": "summary: Vi äter frukost och …",
    "name-twice": "people/anna-berg.md, people/anna-berg-2.md: name: Anna Berg",
    "end-missing": "start: 2026-09-12 09:30",
    "place-missing": "attendance: on-site",
    "rule-too-long": "repeat: {rule: FREQ=DAILY;UNTIL=20991231}",
    "problems-more": "events/frukost.md",
    "picture-too-large": "image: {file: images/affisch.png, alt: Affischen}",
    "picture-broken": "image: {file: images/halv.jpg, alt: Ett dukat bord}",
    "file-too-large": "attachments: [{title: Inbjudan, file: files/inbjudan.pdf}]",
    "attachment-active": "attachments: [{title: Program, file: files/program.html}]",
    "attachment-source": "attachments: [{title: Anna, file: people/anna-berg.md}]",
    "picture-format": "image: {file: images/frukost.tiff, alt: Ett dukat bord}",
    "picture-svg": "image: {file: images/logga.svg, alt: Loggan}",
    "history-shallow": "git clone --depth 1",
    "history-missing": "content/",
    "history-unreadable": "content/",
    "uid-duplicate": "events/2026/2026-10-12-frukost.md: uid: frukost",
    "name-hidden": "title: Samtal med Anna Berg",
    "name-shared": "title: Samtal med Anna Berg",
    "address-hidden": "[Hennes sida](/personer/anna-berg/)",
    "link-to-nothing-today": "[Mars](/kalender/2026-03/)",
    "contact-hidden": "contact: anna-berg",
    "start-moved": "start: 2026-09-19 09:30",
    "uid-changed": "uid: frukost-2",
    "slug-changed": "events/2026/2026-09-12-frukost.md → events/2026/2026-09-12-kulturfrukost.md",
    "slug-names-someone": "events/2026-09-12-samtal-med-anna-berg.md",
}
_EVENTS = {
    "file-missing": "image: {file: images/frukost.jpg, alt: Ett dukat bord}",
    "slug-duplicate": "slug: 2026-08-20-dansfika",
    "slug-invalid": "slug: ../x",
    "slug-reserved": "slug: con",
    "alias-taken": "aliases: [2026-08-20-dansfika]",
    "character-control": "title: Kultur\u0007frukost",
    "character-invisible": "title: Kultur\u200bfrukost",
    "yaml-anchor": "summary: &frukost Vi äter",
    "yaml-alias": "contact: *anna",
    "yaml-tag": "cost: !gratis 0",
    "yaml-merge": "access:\n  <<: {toilet: yes}",
    "yaml-second-document": "cost: free\n--- \ntitle: Ett möte till",
    "yaml-too-deep": "who: [[[[[[[anna-berg]]]]]]]",
    "yaml-tab": "access:\n\ttoilet: yes",
    "yaml-invalid": "title: Frukost\n...\nhost: [anna-berg]",
    "blank-odd": "access:\n\u00a0\u00a0toilet: yes",
    "bracket-unclosed": "topics: [dans, musik",
    "colon-unquoted": "title: Dans: en kväll",
    "comma-unquoted": "who: [{person: anna-berg, why: Spelar, sjunger}]",
    "comment-swallows": "title: Frukost #dansa",
    "escape-invalid": 'title: "C:\\kultur"',
    "indentation-invalid": "access:\n    toilet: yes\n  wheelchair: yes",
    "key-duplicate": "access: {toilet: yes, toilet: no}",
    "key-not-text": "? [a, b]\n: x",
    "list-on-key-line": "topics: - dans",
    "space-missing": "cost:free",
    "quote-needed": "title: @kultur",
    "quote-unclosed": 'title: "Kulturfrukost',
    "quote-continues": 'title: "Kultur" frukost',
    "value-missing": "title:",
    "key-unknown": "sumary: Vi äter frukost",
    "key-elsewhere": "disciplines: [dans]",
    "choice-unknown": "attendance: på plats",
    "text-expected": "title: [Kultur, frukost]",
    "text-empty": 'title: "  "',
    "list-expected": "topics: dans",
    "mapping-expected": "registration: ja",
    "yes-or-no-expected": "all_day: kanske",
    "number-expected": "registration: {places: tjugo}",
    "language-invalid": "language: [svenska]",
    "email-invalid": "registration: {email: anna}",
    "address-invalid": 'links: [{title: Mer, url: "www.example.org"}]',
    "path-invalid": "image: {file: ../frukost.png, alt: Ett bord}",
    "uid-invalid": 'uid: "två ord"',
    "term-unknown": "topics: [danz]",
    "reference-unknown": "municipality: Flen kommun",
    "reference-draft": "report: {date: 2026-09-13, continues: 2026-10-01-utkast}",
    "time-invalid": "start: 31 februari",
    "time-skipped": "start: 2026-03-29 02:30\nend: 2026-03-29 05:00",
    "time-twice": "start: 2026-10-25 02:30\nend: 2026-10-25 05:00",
    "offset-contradicts": "start: 2026-09-12 09:30+01:00",
    "zone-unknown": "timezone: Europe/Stokholm",
    "end-before-start": "end: 08:00",
    "end-of-other-kind": "end: 2026-09-12",
    "end-too-late": "end: 2026-10-20 10:00",
    "end-next-day": "end: 2026-09-14 10:00",
    "place-empty": "place: {address: Storgatan 1}",
    "online-missing": "attendance: hybrid",
    "online-note-missing": "attendance: hybrid\nonline: {platform: Zoom}",
    "rule-invalid": "repeat: {rule: FREQ=SECONDLY;COUNT=3}",
    "rule-endless": "repeat: {rule: FREQ=WEEKLY}",
    "repeat-zone": "timezone: Africa/Casablanca\nrepeat: {rule: FREQ=WEEKLY;COUNT=3}",
    "rule-misses-start": "repeat: {rule: FREQ=WEEKLY;BYDAY=MO;COUNT=3}",
    "exception-misses": "repeat: {rule: FREQ=WEEKLY;COUNT=3, except: [2026-09-20]}",
    "repeat-without-day": "start: 2026-09\nrepeat: {rule: FREQ=WEEKLY;COUNT=3}",
    "repeat-empty": "repeat: {rule: FREQ=WEEKLY;COUNT=1, except: [2026-09-12]}",
}
_WHOLE = {
    "file-empty": "",
    "front-matter-missing": "# Kulturfrukost",
    "front-matter-unclosed": "---\ntitle: Kulturfrukost",
    "front-matter-mark": "---\ntitle: Kulturfrukost\n———\nVi äter frukost.",
    "front-matter-shape": "---\n- Kulturfrukost\n---",
}
_PLACES = {
    "key-missing": "town: Flen",
    "degrees-expected": "position: {lat: 59.05, lon: 190}",
}
_PEOPLE = {
    "phone-invalid": "contact: {phone: ring}",
    "day-expected": "consent: {given: i går}",
    "until-before-given": "consent: {given: 2027-01-10, until: 2026-01-10}",
}
_PAGES = {
    "address-taken": "title: Alla\nslug: personer\n\nHär är alla.",
    "body-missing": "title: Kontakt",
    "link-to-draft": "title: Kontakt\n\n[Nytt]({filename}utkast.md)",
    "picture-without-alt": "title: Lokalen\n\n![](/images/frukost.png)",
}
_SETTINGS = {
    "domain-invalid": 'UID_DOMAIN = "kultur"',
    "siteurl-invalid": 'SITEURL = "kultur.example.org"',
    "organisation-number-invalid": 'PERSONAL_DATA = {"organisation_number": "212000-0143"}',
    "contact-unreachable": 'CONTACT = {"name": "Redaktionen"}',
}
_TERMS = {
    "word-twice": "dans: {sv: Dans}\n  danskonst: {sv: Danskonst, synonyms: [dans]}",
    "label-missing": "dans: {kind: discipline}",
}
_BODIES = {
    "html-active": "<script>alert(1)</script>",
    "html-attribute": '<p onclick="x()">Hej</p>',
    "html-unknown": "Skriv <namn> här",
    "link-unsafe": "[Mer](javascript:alert(1))",
    "picture-remote": "![Dans](https://example.org/dans.jpg)",
    "fence-unclosed": "```\nkod",
    "anchor-unknown": "[Anmäl dig](#anmalan)",
    "email-in-text": "Skriv till anna@example.org.",
    "host-misleading": "[Mer](https://xn--exmple-4nf.org)",
    "identity-number": "Anna, 811218-9876",
    "link-to-nothing": "[Personer](personer.html)",
    "phone-in-text": "Ring 070-174 06 05.",
    "picture-in-text": "![Dans](images/dans.jpg)",
}
EXAMPLES: Mapping[str, Example] = {
    code: Example(where, text)
    for where, texts in (
        ("file", _FILES),
        ("event", _EVENTS),
        ("whole", _WHOLE),
        ("place", _PLACES),
        ("person", _PEOPLE),
        ("page", _PAGES),
        ("settings", _SETTINGS),
        ("vocabulary", _TERMS),
        ("body", _BODIES),
    )
    for code, text in texts.items()
}
