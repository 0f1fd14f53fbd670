"""Open data as those read it who take it: csv, json and lxml."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from meetingplace.catalogue.attendance import Attendance
from meetingplace.catalogue.meetings import Meeting
from meetingplace.publishing.open_data.dcat import CC0, NAMESPACES, RDF, dcat
from meetingplace.publishing.open_data.graph import graph
from meetingplace.publishing.open_data.rows import COLUMNS, rows
from meetingplace.publishing.structured import event
from meetings import SITE, meeting, outlet, person
from sites import ROOT, SITEURL


COMING = Attendance(
    people=(person("Anna Berg", "host"), person("Bo Ek", in_feeds=False)),
    organisations=(person("Dansens hus", is_organisation=True),),
    total=5,
    at_least=True,
    by_kind=(("independent", 3), ("public", 1), ("", 1)),
)
FULL: dict[str, Any] = {
    "form": "kulturfrukost",
    "topics": ["dans", "EU"],
    "series": "frukostar",
    "cost": "50 kr",
    "pay": {"paid": "yes", "amount": "800 kr"},
    "registration": {"required": "ja", "state": "open", "deadline": "2026-03-05", "url": "https://anmal.example/å"},
}


def table(*meetings: Meeting) -> list[dict[str, str]]:
    text = rows(meetings, {"frukostar": "Frukostar"}, outlet()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_has_what_is_known() -> None:
    (row,) = table(meeting(attending=COMING, modified="2026-02-10 12:00", **FULL))
    assert {column: cell for column, cell in row.items() if cell} == {
        "uid": "kulturfrukost@uid.example",
        "title": "Kulturfrukost",
        "summary": "Vi äter frukost och berättar vad vi gör.",
        "start": "2026-03-12T09:30+01:00",
        "end": "2026-03-12T11:00+01:00",
        "timezone": "Europe/Stockholm",
        "status": "confirmed",
        "attendance": "on-site",
        "place": "TEA-huset",
        "address": "Sveavägen 3",
        "postcode": "642 37",
        "town": "Flen",
        "latitude": "59.058",
        "longitude": "16.5876",
        "municipality": "Flen",
        "series": "Frukostar",
        "form": "Kulturfrukost",
        "topics": "Dans | EU-projekt",
        "cost": "50 kr",
        "paid": "yes",
        "pay_amount": "800 kr",
        "registration": "open",
        "registration_deadline": "2026-03-05",
        "registration_url": "https://anmal.example/%C3%A5",
        "participants": "5",
        "participants_at_least": "yes",
        "participants_independent": "3",
        "participants_public": "1",
        **{f"participants_{kind}": "0" for kind in ("association", "business", "funder", "staff")},
        "organisations": "1",
        "url": f"{SITE.url}/motesplatser/kulturfrukost/",
        "published": "2026-02-01",
        "modified": "2026-02-10T12:00+01:00",
        "registration_required": "yes",
    }


def test_each_time_is_a_row_of_its_own() -> None:
    weekly = {
        "rule": "FREQ=WEEKLY;COUNT=3",
        "changes": [
            {"date": "2026-03-19", "start": "2026-03-20 09:30"},
            {"date": "2026-03-26", "status": "cancelled"},
        ],
    }
    found = table(meeting(attending=COMING, repeat=weekly))
    assert [(row["occurrence"][:10], row["start"][:10], row["status"], row["participants"]) for row in found] == [
        ("2026-03-12", "2026-03-12", "confirmed", "5"),
        ("2026-03-19", "2026-03-20", "confirmed", "5"),
        ("2026-03-26", "2026-03-26", "cancelled", ""),
    ]


def test_without_meetings_there_are_columns() -> None:
    assert rows([], {}, outlet()).decode() == "\ufeff" + ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+46", "-x", "@x", "＝1+1", "mat;=1"])
def test_no_cell_is_a_formula(title: str) -> None:
    (row,) = table(meeting(title=title, place={"name": title, "town": "Flen"}, cost=title))
    safe = title.replace(";=", ";'=") if ";" in title else f"'{title}"
    assert (row["title"], row["place"], row["cost"]) == (safe, safe, safe)


def test_the_graph_is_what_pages_say() -> None:
    meetings = [meeting(attending=COMING), meeting(slug="annan", title='</script> "x"', cost="free")]
    found = json.loads(graph(meetings, outlet()))
    assert found["@context"] == "https://schema.org"
    assert found["@graph"] == [
        {key: value for key, value in event(each, outlet()).items() if key != "@context"} for each in meetings
    ]
    assert json.loads(graph([], outlet())) == {"@context": "https://schema.org", "@graph": []}


@pytest.mark.parametrize("make", [lambda m: graph([m], outlet()), lambda m: rows([m], {}, outlet())])
def test_texts_for_pages_are_refused(make: Any) -> None:
    with pytest.raises(ValueError, match="must not leave"):
        make(meeting(audience="name"))


def described(*meetings: Meeting, **site: Any) -> etree._Element:
    return etree.fromstring(dcat(meetings, outlet(site=SITE.model_copy(update=site))))


def values(root: etree._Element, path: str) -> list[str]:
    """Texts and addresses that a path leads to."""
    found = root.findall(path, NAMESPACES)
    return [node.get(f"{{{RDF}}}resource") or node.text or "" for node in found]


MANDATORY = {
    "dcat:Catalog": ("dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:dataset", "dcterms:license"),
    "dcat:Dataset": ("dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:contactPoint"),
    "dcat:Distribution": ("dcat:accessURL", "dcterms:license", "dcterms:format"),
    "foaf:Agent": ("foaf:name",),
    "vcard:Organization": ("vcard:fn", "vcard:hasEmail"),
}


def test_everything_that_is_mandatory_is_there() -> None:
    root = described(meeting(), data_license="http://creativecommons.org/licenses/by/4.0/")
    for kind, names in MANDATORY.items():
        nodes = root.findall(kind, NAMESPACES)
        assert nodes
        lacking = [name for node in nodes for name in names if node.find(name, NAMESPACES) is None]
        assert (kind, lacking) == (kind, [])
    assert values(root, "dcat:Catalog/dcterms:license") == [CC0]
    assert set(values(root, "dcat:Distribution/dcterms:license")) == {"http://creativecommons.org/licenses/by/4.0/"}


def test_a_licence_is_never_made_up() -> None:
    assert values(described(meeting()), ".//dcterms:license") == []


def test_nothing_is_blank_and_everything_that_is_pointed_at_is_described() -> None:
    root = described(meeting())
    here = f"{SITE.url}/dcat.rdf#"
    about = [node.get(f"{{{RDF}}}about") or "" for node in root]
    assert ("" in about, len(set(about))) == (False, len(about))
    pointed = {node.get(f"{{{RDF}}}resource") or "" for node in root.iter()}
    assert {address for address in pointed if address.startswith(here)} == {
        f"{here}{name}" for name in ("meetings", "publisher", "contact", "json", "csv", "ical", "rss", "atom")
    }
    assert {address for address in about if address.startswith(here)} - pointed == {f"{here}catalog"}


def test_dates_are_those_of_content() -> None:
    first, last = meeting(published="2026-01-05"), meeting(published="2026-02-01", modified="2026-02-20 10:00")
    root = described(first, last)
    assert values(root, "*/dcterms:issued") == ["2026-01-05"] * 2
    assert values(root, "*/dcterms:modified") == ["2026-02-20"] * 2
    assert values(described(), "*/dcterms:modified") == []


def test_whom_to_ask_always_has_an_address() -> None:
    by_phone = SITE.contact.model_copy(update={"email": None, "phone": "0157-43 00 00"})
    assert values(described(contact=by_phone), ".//vcard:hasEmail") == ["mailto:kalender@kultur.example"]


def test_both_languages_are_told() -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    nodes = described().findall("dcat:Dataset/dcterms:title", NAMESPACES)
    assert [node.get(lang) for node in nodes] == ["sv", "en"]


def test_what_is_published_is_read_and_linked(example_site: Path) -> None:
    text = (example_site / "data/events.csv").read_bytes().decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    graph_of_all = json.loads((example_site / "data/events.json").read_bytes())["@graph"]
    assert {row["url"] for row in found} == {each["url"] for each in graph_of_all}
    assert len({(row["uid"], row["occurrence"]) for row in found}) == len(found)
    page = (example_site / "prenumerera/index.html").read_text("utf-8")
    assert [
        name for name in ("data/events.csv", "data/events.json", "dcat.rdf") if f">{SITEURL}/{name}<" not in page
    ] == []


def test_every_column_is_explained() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    told = [column for column in COLUMNS if f"`{column}`" in readme]
    kinds = [column for column in COLUMNS if column.startswith("participants_")]
    assert set(COLUMNS) - set(told) <= set(kinds)
