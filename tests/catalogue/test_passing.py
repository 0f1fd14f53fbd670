from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

import mentions
from meetingplace.catalogue import Catalogue
from meetingplace.model.event import Event
from meetingplace.model.person import Person
from meetingplace.model.place import Municipality, Place, Series
from meetingplace.model.scalars import Prose
from meetingplace.model.vocabulary import Entry
from meetingplace.reading.schema import leaves
from records import EVERYTHING, catalogue, consent, event, municipality, person, place, series, texts


WAYS = mentions.ways_to_write("Åsa Ek", "asa-ek")
ASA = person("asa-ek", "Åsa Ek")


def saying(text: str) -> mentions.Say:
    return lambda field: text


def whole_event(say: mentions.Say) -> dict[str, Any]:
    row = {"person": "bo-ek", "why": say("who.why")}
    change = {"date": "2026-10-12", "who": [row], **mentions.change(say)}
    translation = {"texts": {"title": say("en.title"), "welcome": say("en.welcome")}, "body": say("en.body")}
    return {
        **mentions.event(say),
        "image": mentions.picture(say, "images/a.jpg"),
        "attachments": [mentions.attachment(say, "files/a.pdf")],
        "who": [row],
        "repeat": {"also": ["2026-10-12"], "changes": [change]},
        "body": say("body"),
        "translations": {"en": translation},
    }


def bo(say: mentions.Say) -> Any:
    """Someone who may be named, and has words for everything."""
    image = mentions.picture(say, "images/b.jpg")
    return person("bo-ek", "Bo Ek", consent=consent(*EVERYTHING), **mentions.person(say), image=image, body=say("body"))


def whole_catalogue(say: mentions.Say, *people: Any, terms: Mapping[str, Any] | None = None) -> Catalogue:
    return catalogue(
        *(people or (ASA,)),
        bo(say),
        event(**whole_event(say)),
        place("scenen", **mentions.place(say), image=mentions.picture(say, "images/c.jpg"), body=say("body")),
        municipality("flen", **mentions.municipality(say), body=say("body")),
        series(
            "frukostar", **{**mentions.series(say), "image": mentions.picture(say, "images/d.jpg"), "body": say("body")}
        ),
        terms={"metod": mentions.term(say), **(terms or {})},
    )


def handed_out(found: Catalogue) -> list[str]:
    """All texts that a catalogue hands out, and the HTML of those in Markdown."""
    meetings = [m for audience in ("name", "feeds") for m in found.meetings(audience)]
    others = [
        record
        for audience in ("name", "feeds")
        for kind in (found.places, found.municipalities, found.series)
        for record in kind(audience).values()
    ]
    listings = [*found.listings("name"), *found.listings("feeds")]
    everything = [*texts([meetings, others, listings, found.people, found.vocabulary])]
    html = [found.html(text, meeting) for meeting in meetings for text in dict.fromkeys(texts(meeting))]
    html += [found.html(text) for text in dict.fromkeys(texts([others, found.people]))]
    return everything + html


@pytest.mark.parametrize("way", WAYS)
def test_no_text_names_someone_who_may_not_be_named(way: str) -> None:
    found = handed_out(whole_catalogue(saying(WAYS[way])))
    joined = unicodedata.normalize("NFC", "\n".join(found)).replace("\u00ad", "").lower()
    assert "kulturaktör" in joined
    assert not [text for text in found if "åsa" in unicodedata.normalize("NFC", text).replace("\u00ad", "").lower()]
    assert "asa-ek" not in joined


def test_each_text_is_let_through_as_a_whole_where_the_person_may_be_named() -> None:
    named = person("asa-ek", "Åsa Ek", consent=consent(*EVERYTHING))
    before, after = (
        sorted(handed_out(whole_catalogue(saying("med Åsa Ek"), *people))) for people in ((named,), (ASA,))
    )
    masked = [text.replace("Åsa Ek", "en fri kulturaktör") for text in before if "med Åsa Ek" in text]
    assert len(masked) > 100
    assert set(masked) - set(after) == set()


@pytest.mark.parametrize(
    ("model", "front_matter"),
    [
        (Event, whole_event),
        (
            Person,
            lambda say: {
                "name": "Bo Ek",
                **mentions.person(say),
                "image": mentions.picture(say, "b.jpg"),
                "body": "",
                "consent": {"how": "-"},
            },
        ),
        (Place, lambda say: {**mentions.place(say), "image": mentions.picture(say, "c.jpg")}),
        (Municipality, mentions.municipality),
        (Series, lambda say: {**mentions.series(say), "image": mentions.picture(say, "d.jpg")}),
        (Entry, mentions.term),
    ],
)
def test_the_tests_say_something_in_each_text_that_the_models_have(
    model: type[BaseModel], front_matter: Callable[[mentions.Say], Mapping[str, Any]]
) -> None:
    said = {".".join(step for step in path if step != "*") for path, _ in _paths(front_matter(saying("x")))}
    prose = {
        ".".join(step for step in leaf.path if step != "*")
        for leaf in leaves(model)
        if any(isinstance(m, Prose) for m in leaf.marks)
    }
    assert prose - said == set()


def _paths(value: Any, at: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], str]]:
    if isinstance(value, Mapping):
        return [found for key, each in value.items() for found in _paths(each, (*at, key))]
    if isinstance(value, list):
        return [found for each in value for found in _paths(each, at)]
    return [(at, value)]


def test_what_names_nobody_is_the_same_record() -> None:
    from meetingplace.catalogue.names import Mask, Names
    from meetingplace.catalogue.passing import passed

    mask = Mask(Names([("asa-ek", "Åsa Ek")]), lambda slug: False, lambda slug: "någon", lambda slug: False)
    made = event(**whole_event(saying("Vi äter bullar.")))
    assert passed(made, mask) is made
    changed = passed(event(body="Åsa Ek", title="Frukost"), mask)
    assert (changed.body, changed.title) == ("Någon", "Frukost")


def test_a_term_that_holds_a_name_is_still_found() -> None:
    terms = {"metoden": {"sv": "Åsa Eks metod", "kind": "topic"}}
    hidden = catalogue(ASA, event(topics=["Åsa Eks metod"]), terms=terms)
    assert hidden.meetings("name")[0].topics == ("metoden",)
    assert hidden.vocabulary.label(hidden.meetings("name")[0].event.topics[0]) == "En fri kulturaktörs metod"
    assert [listing.title for listing in hidden.listings("name") if listing.kind == "topic"] == [
        "En fri kulturaktörs metod"
    ]
    named = catalogue(
        person("asa-ek", "Åsa Ek", consent=consent("name", "feeds")), event(topics=["metoden"]), terms=terms
    )
    assert named.vocabulary.label("metoden") == "Åsa Eks metod"


def test_lines_and_pages_that_are_no_records_are_let_through_too() -> None:
    found = catalogue(ASA, person("bo-ek", "Bo Ek", consent=consent("name", "profile")))
    assert found.plain("Möt Åsa Ek och Bo Ek") == "Möt en fri kulturaktör och Bo Ek"
    html = '<h2 id="asa-ek">Om <b>Åsa</b> Ek</h2><p><a href="person:bo-ek">Bo</a>, <a href="person:asa-ek">Åsa</a><script>x</script></p>'
    passed_html = found.passed_html(html)
    assert '<a href="person:bo-ek" rel="noopener">Bo</a>, en fri kulturaktör</p>' in passed_html
    assert "asa" not in passed_html
    assert "script" not in passed_html
    assert found.html("") == ""


def test_addresses_that_lead_to_someone_hidden_are_left_out() -> None:
    there, elsewhere = "https://social.example/in/asa-ek", "https://kultur.example/asa"
    links = [{"title": "Mer", "url": there}, {"title": "Annat", "url": elsewhere}]
    keys: dict[str, Any] = {"links": links, "registration": {"required": "yes", "url": there}}
    hidden = catalogue(ASA, event(**keys)).meetings("name")[0].event
    assert [link.url for link in hidden.links] == [elsewhere]
    assert hidden.registration
    assert (hidden.registration.required, hidden.registration.url) == (True, None)
    agreed = person("asa-ek", "Åsa Ek", consent=consent("name"))
    named = catalogue(agreed, event(**keys))
    assert [link.url for link in named.meetings("name")[0].event.links] == [there, elsewhere]
    assert [link.url for link in named.meetings("feeds")[0].event.links] == [elsewhere]


@pytest.mark.parametrize("slug", ["asa-ek", "asa-al"])
def test_an_address_by_a_former_slug_leads_to_someone_hidden_too(slug: str) -> None:
    hidden = catalogue(person("asa-ek", "Åsa Ek", aliases=["asa-al"]))
    assert hidden.html(f"Läs [mer](/personer/{slug}/).") == "<p>Läs en fri kulturaktör.</p>"
