"""Front matter that says a text wherever people read one, whatever kind of record it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any


Say = Callable[[str], str]
"""Makes the text of a field from the field's name."""


def ways_to_write(name: str, slug: str) -> dict[str, str]:
    """A name of two words in running text, in all the ways that readers see as that name."""
    first, last = name.split()
    return {
        "plain": f"vi möter {name} där",
        "genitive": f"det är {name}s idé",
        "colon": f"enligt {name}:s idé",
        "apostrophe": f"{name}’s idea",
        "capitals": f"MED {name.upper()} SOM GÄST",
        "capital genitive": f"{name.upper()}S SCEN",
        "capital surname": f"med {first} {last.upper()} där",
        "compound": f"{name}-stipendiet",
        "before": f"ex-{name}",
        "quoted": f"”{name}”, (“{name}”)",
        "line break": f"tack till {first}\n{last} för allt",
        "many spaces": f"tack till {first}  \u00a0{last} för allt",
        "bold": f"vi möter **{first}** {last} där",
        "half bold": f"vi möter **{first} {last[:2]}**{last[2:]} där",
        "emphasis": f"vi möter _{first}_ *{last}* där",
        "code": f"vi möter `{first}` {last} där",
        "tags": f"vi möter <b>{first}</b> <em>{last}</em> där",
        "entity": f"vi möter {first}&nbsp;&#{ord(last[0])};{last[1:]} där",
        "hard line break": f"vi möter {first}  \n{last} där",
        "soft hyphen": f"vi möter {first[:2]}\u00ad{first[2:]} {last} där",
        "decomposed": unicodedata.normalize("NFD", f"vi möter {name} där"),
        "link": f"vi möter [{name}](person:{slug}) där",
        "link in other words": f"vi möter [vår gäst](person:{slug}) där",
        "link over two lines": f"vi möter [{first}\n{last}](person:{slug}) där",
        "link with a title": f'vi möter [henne](person:{slug} "{name}") där',
        "link in bold": f"vi möter [**{first}** {last}](<person:{slug}>) där",
        "link in capitals": f"vi möter [henne](PERSON:{slug}) där",
        "words of a link": f"läs [{name} berättar](https://kultur.example/) där",
        "list": f"- {name}\n- andra",
        "heading": f"## Möt {name}",
    }


def event(say: Say) -> dict[str, Any]:
    place = {key: say(f"place.{key}") for key in ("name", "address", "town", "tbd")}
    online = {"platform": say("online.platform"), "note": say("online.note")}
    return {
        "title": say("title"),
        "summary": say("summary"),
        "form": say("form"),
        "place": place,
        "online": online,
        "topics": [say("topics")],
        "audience": say("audience"),
        "contact": {"name": say("contact.name"), "hours": say("contact.hours"), "email": "a@kultur.example"},
        "welcome": say("welcome"),
        "programme": [{key: say(f"programme.{key}") for key in ("time", "until", "where", "title", "text")}],
        "also": [{"discipline": say("also.discipline"), "text": say("also.text")}],
        "possibilities": [
            {"kind": "funding", **{key: say(f"possibilities.{key}") for key in ("title", "text", "by", "pay")}}
        ],
        "cost": say("cost"),
        "pay": {"paid": "yes", "amount": say("pay.amount"), "note": say("pay.note")},
        "registration": {"note": say("registration.note")},
        "access": {"note": say("access.note")},
        "travel": say("travel"),
        "food": say("food"),
        "bring": say("bring"),
        "links": [{"title": say("links.title"), "url": "https://kultur.example/"}],
        "updates": [{"date": "2026-08-20", "text": say("updates.text")}],
        "report": {
            "date": "2026-08-21",
            "text": say("report.text"),
            "outcomes": [say("report.outcomes")],
            "links": [{"title": say("report.links.title"), "url": "https://kultur.example/"}],
        },
    }


def change(say: Say) -> dict[str, Any]:
    """What is different on one occurrence."""
    return {
        "place": {key: say(f"change.place.{key}") for key in ("name", "address", "town", "tbd")},
        "online": {key: say(f"change.online.{key}") for key in ("platform", "note")},
        "registration": {"note": say("change.registration.note")},
        **{key: say(f"change.{key}") for key in ("title", "text", "note")},
    }


def picture(say: Say, file: str) -> dict[str, str]:
    return {"file": file, "alt": say("image.alt"), "credit": say("image.credit")}


def attachment(say: Say, file: str) -> dict[str, str]:
    return {"file": file, "title": say("attachments.title")}


def person(say: Say) -> dict[str, Any]:
    """All but the name."""
    return {
        **{key: say(key) for key in ("title", "organisation", "pronouns")},
        "disciplines": [say("disciplines")],
        "offers": [{"term": say("offers.term"), "text": say("offers.text")}],
        "seeks": [{"term": say("seeks.term"), "text": say("seeks.text")}],
        "contact": {"email": "b@kultur.example", "note": say("contact.note")},
        "links": [{"title": say("links.title"), "url": "https://kultur.example/"}],
    }


def place(say: Say) -> dict[str, Any]:
    return {
        **{key: say(key) for key in ("name", "address", "postcode", "town", "travel")},
        "access": {"note": say("access.note")},
    }


def municipality(say: Say) -> dict[str, Any]:
    return {
        "name": say("name"),
        "priorities": [{key: say(f"priorities.{key}") for key in ("title", "text", "year", "source")}],
        "contact": {"name": say("contact.name"), "hours": say("contact.hours"), "email": "c@kultur.example"},
    }


def series(say: Say) -> dict[str, Any]:
    return {
        **{key: say(key) for key in ("title", "summary", "rhythm")},
        "topics": [say("topics")],
        "contact": {"name": say("contact.name"), "hours": say("contact.hours"), "email": "d@kultur.example"},
    }


def term(say: Say) -> Mapping[str, Any]:
    return {"sv": say("sv"), "en": say("en"), "synonyms": [say("synonyms")]}
