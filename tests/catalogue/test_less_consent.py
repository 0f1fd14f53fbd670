"""Laws: less consent never shows more, nobody is named who may not be, and what is shared is as if made anew."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplace.catalogue import Catalogue
from meetingplace.catalogue.meetings import Audience
from meetingplace.model.profile import Reach
from mentions import ways_to_write
from records import EVERYTHING, TODAY, catalogue, event, municipality, person, place, series, texts


NAMES = {"aaa": "Anna Berg", "bbb": "Bo Ek", "ccc": "Anna Berg", "ddd": "Lo Anna Berg"}
SLUGS = sorted(NAMES)
DAYS = st.integers(-400, 400).map(lambda days: (TODAY + dt.timedelta(days=days)).isoformat())
NEAR = st.integers(-3, 3).map(lambda days: (TODAY + dt.timedelta(days=days)).isoformat())
WORDS = st.sampled_from(
    [*(text for slug in ("bbb", "ccc") for text in ways_to_write(NAMES[slug], slug).values()), "Möt Lo Anna Berg!"]
)

CONSENTS: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {
        "given": DAYS | NEAR,
        "covers": st.lists(st.sampled_from(EVERYTHING), unique=True).map(lambda found: ["name", *found]),
    },
    optional={"until": DAYS | NEAR},
).filter(lambda agreed: str(agreed["given"]) <= str(agreed.get("until", agreed["given"])))
PEOPLE = st.fixed_dictionaries(
    {
        "consent": st.none() | CONSENTS,
        "body": WORDS,
        "title": WORDS,
        "offers": st.just([{"term": "duett", "text": "med Bo Ek"}]),
        "contact": st.just({"email": "a@kultur.example"}),
    }
)
ROWS = st.fixed_dictionaries(
    {"person": st.sampled_from(SLUGS), "role": st.sampled_from(["host", "speaker"]), "why": WORDS},
    optional={
        "status": st.sampled_from(["coming", "maybe", "invited", "declined"]),
        "public": st.sampled_from(["yes", "no"]),
        "since": NEAR,
    },
)
CONTACTS = st.sampled_from([*SLUGS, {"name": "Bo Ek", "email": "b@kultur.example"}])
MEETINGS = st.fixed_dictionaries(
    {
        "start": st.integers(-200, 50).map(lambda days: (TODAY + dt.timedelta(days=days)).isoformat()),
        "end": st.none(),
        "published": st.just("2026-01-01"),
        "who": st.lists(ROWS, max_size=4),
        "host": st.lists(st.sampled_from(SLUGS), max_size=1),
        "contact": CONTACTS,
        "title": WORDS,
        "body": WORDS,
        "programme": st.lists(
            st.fixed_dictionaries({"title": WORDS, "who": st.lists(st.sampled_from(SLUGS), max_size=2)}), max_size=2
        ),
        "possibilities": st.just([{"kind": "funding", "title": "Stöd", "by": "bbb"}]),
        "translations": st.builds(lambda text: {"en": {"texts": {"title": text}}}, WORDS),
    }
)
WORLDS = st.fixed_dictionaries(
    {
        "people": st.fixed_dictionaries(dict.fromkeys(SLUGS, PEOPLE)),
        "meeting": MEETINGS,
        "series": st.fixed_dictionaries({"contact": CONTACTS, "body": WORDS}),
    }
)
World = Mapping[str, Any]
LOOKED_FOR = {
    **{slug: rf"\b{slug}\b" for slug in SLUGS},
    "Bo Ek": "Bo Ek|BO EK|Bo EK",
    "Anna Berg": "(?<!Lo )(?:Anna Berg|Anna BERG)|(?<!LO )ANNA BERG",
    "Lo Anna Berg": "Lo Anna Berg",
}


def seen_in(world: World) -> Catalogue:
    return catalogue(
        *(person(slug, NAMES[slug], **keys) for slug, keys in world["people"].items()),
        event(series="frukostar", place="scenen", **world["meeting"]),
        series("frukostar", "Frukostar", **world["series"]),
        municipality("flen", "Flen", contact=world["series"]["contact"], body=world["series"]["body"]),
        place("scenen", "Scenen", travel=world["series"]["body"]),
        terms={"metod": {"sv": "Bo Eks metod"}},
    )


def shown(found: Catalogue) -> Counter[str]:
    """How often each slug and name stands in what is handed out, and in HTML, but for whom one may ask.

    The one to ask is left out: where one may not be shown, another is.
    """
    meetings = [m for audience in ("name", "feeds") for m in found.meetings(audience)]
    nobody = Reach(name="")
    records = [found.places("name"), found.municipalities("name"), found.municipalities("feeds"), found.series("feeds")]
    others = [record.model_copy(update={"contact": None}) for each in records for record in each.values()]
    listed = [
        (ls.kind, ls.slug, ls.title, [m.slug for m in ls.meetings])
        for a in ("name", "feeds")
        for ls in found.listings(a)
    ]
    everything = [
        *texts([[replace(m.known, contact=nobody) for m in meetings], found.people, others, listed, found.vocabulary])
    ]
    everything += [found.html(text, m) for m in meetings for text in (m.event.body, m.event.title)]
    together = "\n".join(everything)
    return Counter({word: len(re.findall(pattern, together)) for word, pattern in LOOKED_FOR.items()})


def asked(found: Catalogue) -> set[str]:
    return {m.contact.name for audience in ("name", "feeds") for m in found.meetings(audience)}


def hidden(world: World, slug: str) -> tuple[World, World]:
    """A world in which someone is at the meeting, and the same with a row that says `public: no`."""
    meeting = world["meeting"]
    listed = any(row["person"] == slug for row in meeting["who"])
    before = meeting["who"] if listed else [*meeting["who"], {"person": slug}]
    row = {"person": slug, "public": "no"}
    after = [*before, row] if listed else [*meeting["who"], row]
    return {**world, "meeting": {**meeting, "who": before}}, {**world, "meeting": {**meeting, "who": after}}


def taken_back(agreed: Mapping[str, Any], until: str) -> list[Mapping[str, Any] | None]:
    """All that is less than an agreement: none, one for a shorter time, one without one of its scopes."""
    fewer = [{**agreed, "covers": [each for each in agreed["covers"] if each != scope]} for scope in agreed["covers"]]
    sooner = max(agreed["given"], min(until, agreed.get("until", until)))
    return [None, {**agreed, "until": sooner}, *fewer]


@st.composite
def less(draw: st.DrawFn) -> tuple[World, World, str]:
    """A world, the same with less consent of one person, and that person's slug."""
    world: World = draw(WORLDS)
    slug = draw(st.sampled_from(SLUGS))
    person_of = world["people"][slug]
    if person_of["consent"] is None or draw(st.booleans()):
        return (*hidden(world, slug), slug)
    consent = draw(st.sampled_from(taken_back(person_of["consent"], draw(NEAR))))
    people = {**world["people"], slug: {**person_of, "consent": consent}}
    return world, {**world, "people": people}, slug


@settings(max_examples=60)
@given(less())
def test_less_consent_never_shows_more(worlds: tuple[World, World, str]) -> None:
    world, with_less, slug = worlds
    before, after = seen_in(world), seen_in(with_less)
    more = {word: (shown(before)[word], n) for word, n in shown(after).items() if n > shown(before)[word]}
    assert more == {}
    assert asked(after) - asked(before) <= {*NAMES.values(), "Redaktionen"} - {NAMES[slug]}


@settings(max_examples=60)
@given(WORLDS)
def test_nobody_is_named_who_may_not_be(world: World) -> None:
    found = seen_in(world)
    people = {slug: person(slug, NAMES[slug], consent=keys["consent"]) for slug, keys in world["people"].items()}
    named = {NAMES[slug] for slug, each in people.items() if each.allows("name", TODAY)}
    with_page = {slug for slug, each in people.items() if each.allows("profile", TODAY)}
    assert {word for word, n in shown(found).items() if n} <= named | with_page
    assert asked(found) <= named | {"Redaktionen"}


AUDIENCES: tuple[Audience, ...] = ("name", "feeds", "search")


def made_for(found: Catalogue, audience: Audience) -> list[object]:
    """All that is handed out to an audience, and in HTML."""
    meetings = found.meetings(audience)
    written = [found.html(text, m) for m in meetings for text in (m.event.body, m.event.title)]
    profiles = [found.profile(slug, audience) for slug in SLUGS]
    bodies = [found.html(profile.body, audience=audience) for profile in profiles if profile]
    records = [found.places(audience), found.municipalities(audience), found.series(audience)]
    return [[(m.slug, m.gist, m.known) for m in meetings], written, profiles, bodies, records]


@settings(max_examples=60)
@given(WORLDS, st.permutations([(audience, at_root) for audience in AUDIENCES for at_root in (True, False)]))
def test_what_audiences_and_languages_share_is_what_each_would_make(
    world: World, order: list[tuple[Audience, bool]]
) -> None:
    shared = seen_in(world)
    other = shared.in_other_language()
    for audience, at_root in order:
        alone = seen_in(world) if at_root else seen_in(world).in_other_language()
        assert made_for(shared if at_root else other, audience) == made_for(alone, audience)
