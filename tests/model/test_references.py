from __future__ import annotations

import pytest

from meetingplace.model.references import Context
from records import event_faults


KNOWN = Context(
    known={
        "person": frozenset({"anna-berg"}),
        "place": frozenset({"tea-huset"}),
        "municipality": frozenset({"flen"}),
        "series": frozenset({"frukostar"}),
        "event": frozenset({"nasta"}),
    },
    drafts=frozenset({"utkast"}),
)


def test_references_to_what_there_is() -> None:
    assert (
        event_faults(
            KNOWN,
            place="tea-huset",
            municipality="flen",
            series="frukostar",
            host=["anna-berg"],
            contact="anna-berg",
            who=["anna-berg", {"person": "anna-berg"}],
            programme=[{"title": "Fika", "who": ["anna-berg"]}],
            also=[{"municipality": "flen"}],
            report={"date": "2026-10-01", "continues": "nasta"},
            repeat={
                "also": ["2026-10-12"],
                "changes": [{"date": "2026-10-12", "place": "tea-huset", "who": ["anna-berg"]}],
            },
        )
        == []
    )


@pytest.mark.parametrize(
    ("front_matter", "path"),
    [
        ({"place": "te-huset"}, "place.slug"),
        ({"municipality": "flän"}, "municipality"),
        ({"series": "frukost"}, "series"),
        ({"host": ["anna-berg", "anna-borg"]}, "host.1"),
        ({"contact": "anna-borg"}, "contact.person"),
        ({"who": ["anna-borg"]}, "who.0.person"),
        ({"who": [{"person": "anna-borg"}]}, "who.0.person"),
        ({"programme": [{"title": "Fika", "who": ["anna-borg"]}]}, "programme.0.who.0"),
        ({"also": [{"municipality": "flän"}]}, "also.0.municipality"),
        ({"report": {"date": "2026-10-01", "continues": "forra"}}, "report.continues"),
        ({"possibilities": [{"kind": "funding", "title": "Stöd", "by": "anna-borg"}]}, "possibilities.0.by"),
        ({"repeat": {"changes": [{"date": "2026-09-12", "who": ["anna-borg"]}]}}, "repeat.changes.0.who.0.person"),
    ],
)
def test_references_to_nothing(front_matter: dict[str, object], path: str) -> None:
    assert event_faults(KNOWN, **front_matter) == [(path, "reference-unknown")]
    assert event_faults(None, **front_matter) == []


def test_a_reference_to_a_draft() -> None:
    assert event_faults(KNOWN, report={"date": "2026-10-01", "continues": "utkast"}) == [
        ("report.continues", "reference-draft")
    ]


@pytest.mark.parametrize(
    "by", ["anna-berg", "Region Sörmland", "region", "Region-Syd", "anna berg", "ett-tu och tre", "-", "anna-"]
)
def test_what_may_come_of_a_meeting_is_by_a_slug_or_by_words(by: str) -> None:
    possibility = {"kind": "funding", "title": "Stöd", "by": by}
    assert event_faults(KNOWN, possibilities=[possibility]) == []
