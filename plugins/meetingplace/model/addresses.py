"""What the folders and files of a site are called, unless settings say otherwise."""

from __future__ import annotations

from collections.abc import Mapping


ADDRESSES: Mapping[str, str] = {
    "meetings": "motesplatser",
    "archive": "motesplatser/arkiv",
    "attendees": "deltagare",
    "people": "personer",
    "places": "platser",
    "municipalities": "kommuner",
    "series": "serier",
    "topics": "amnen",
    "selections": "urval",
    "selection_on_site": "pa-plats",
    "selection_online": "digitalt",
    "selection_paid": "arvode",
    "selection_welcome": "nya-valkomna",
    "municipality_parameter": "kommun",
    "topic_parameter": "amne",
    "selection_parameter": "urval",
    "months": "kalender",
    "subscribe": "prenumerera",
    "news": "nytt",
    "style": "stil",
    "contact": "kontakt",
    "search": "sok",
    "everything": "allt",
    "accessibility": "tillganglighet",
    "personal_data": "personuppgifter",
    "pages": "",
    "pictures": "bilder",
    "files": "filer",
    "theme": "theme",
    "calendar_file": "kalender.ics",
    "deadlines_file": "sista-dag.ics",
    "rss_file": "rss.xml",
    "atom_file": "atom.xml",
    "json_file": "feed.json",
    "news_file": "nytt.xml",
    "invitation_file": "inbjudan.txt",
    "share_file": "bild.png",
    "data_json_file": "data/events.json",
    "data_csv_file": "data/events.csv",
    "dcat_file": "dcat.rdf",
}
"""The folders and files of a site's own pages, as they are called unless settings say otherwise."""

FILES = frozenset(name for name in ADDRESSES if name.endswith("_file"))
SELECTIONS = frozenset(name for name in ADDRESSES if name.startswith("selection_"))
PARAMETERS = frozenset(name for name in ADDRESSES if name.endswith("_parameter"))
WITHOUT_PAGE = frozenset({"attendees", "pictures", "files", "theme"}) | FILES | SELECTIONS | PARAMETERS
"""Names that stand below others alone or after a question mark, are files, or are folders without a page."""

SHARED = frozenset({"pictures", "files", "theme", "data_json_file", "data_csv_file", "dcat_file"})
"""Names of what is there once, for readers of any language."""
