from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from meetingplace.building import Publication


Run = Callable[..., Any]
FROKOST = "content/events/2026/2026-09-12-frukost.md"


@pytest.fixture
def faulty(content: Path) -> Path:
    """A typo in a key, a participant who does not exist, an end before the start."""
    file = Path(FROKOST)
    text = file.read_text("utf-8").replace("summary:", "sumary: x\nsummary:").replace("11:00", "08:00\nhost: [ana]")
    file.write_text(text, "utf-8")
    return file


def test_all_is_well(run: Run) -> None:
    ran = run("check")
    assert (ran.status, ran.out, ran.err) == (0, "Inga fel.\n", "")


def test_problems_are_told_one_a_line_on_standard_error(run: Run, faulty: Path) -> None:
    ran = run("check", "content")
    assert (ran.status, ran.out) == (1, "3 fel\n")
    assert ran.err.splitlines() == [
        f'{FROKOST}:3:1: error[key-unknown] sumary: "sumary" är ingen nyckel här; menade du "summary"?',
        f'{FROKOST}:6:6: error[end-before-start] end: fick "08:00"; väntade en tid efter starten, 2026-09-12 09:30',
        f'{FROKOST}:7:8: error[reference-unknown] host[1]: fick "ana"; väntade slugen för en person eller organisation',
    ]


def test_in_english(run: Run, faulty: Path) -> None:
    ran = run("check", "--language", "en")
    assert (ran.out, ran.err.splitlines()[0]) == (
        "3 errors\n",
        f'{FROKOST}:3:1: error[key-unknown] sumary: "sumary" is no key here; did you mean "summary"?',
    )


def test_warnings_are_errors_where_it_is_strict(run: Run, content: Path) -> None:
    (content / "places" / "parken.MD").write_text("", "utf-8")
    assert [run("check").status, run("check", "--strict").status, run("check").out] == [0, 1, "1 varning\n"]


def test_nothing_in_the_folder_is_changed(run: Run, faulty: Path, content: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    run("check")
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


def test_the_lines_in_question(run: Run, faulty: Path, content: Path) -> None:
    (content / "people").mkdir()
    (content / "people" / "ana.md").write_text("---\nname: Ana\nkind: HEMLIG\n---\n", "utf-8")
    assert run("check", "--explain", "--language", "en").err.splitlines() == [
        f'{FROKOST}:3:1: error[key-unknown] sumary: "sumary" is no key here; did you mean "summary"?',
        "  | sumary: x",
        "  | ^",
        f'{FROKOST}:6:6: error[end-before-start] end: got "08:00"; expected a time after the start, 2026-09-12 09:30',
        "  | end: 08:00",
        "  |      ^",
        (
            "content/people/ana.md:3:7: error[choice-unknown] kind: expected one of independent, public, association,"
            " business, funder, staff"
        ),
    ]


def test_json(run: Run, faulty: Path) -> None:
    ran = run("check", "--format", "json", "--language", "en")
    found = json.loads(ran.out)
    assert (ran.status, ran.err, found["errors"], found["warnings"], len(found["problems"])) == (
        1,
        "",
        3,
        0,
        3,
    )
    assert found["problems"][0] == {
        "file": FROKOST,
        "line": 3,
        "column": 1,
        "severity": "error",
        "code": "key-unknown",
        "field": "sumary",
        "message": '"sumary" is no key here; did you mean "summary"?',
        "values": {"found": "sumary"},
        "suggestion": "summary",
    }


def test_sarif(run: Run, content: Path) -> None:
    (content / "places" / "å b.md").write_text("", "utf-8")
    found = json.loads(run("check", "--format", "sarif", "--language", "en").out)
    cure = "Write the record in the file, or remove the file."
    says = "the file is empty; expected front matter between two lines of ---"
    place = {
        "artifactLocation": {"uri": "content/places/%C3%A5%20b.md"},
        "region": {"startLine": 1, "startColumn": 1},
    }
    assert found["version"] == "2.1.0"
    assert found["runs"] == [
        {
            "tool": {
                "driver": {
                    "name": "meetingplace",
                    "rules": [
                        {
                            "id": "file-empty",
                            "shortDescription": {"text": "The file is empty."},
                            "fullDescription": {
                                "text": "The file is empty. Expected: Front matter between two lines of ---."
                            },
                            "help": {
                                "text": f"{cure}\n\nExample (the whole file):\nan empty file",
                                "markdown": f"{cure}\n\nExample (the whole file):\n\n````\nan empty file\n````",
                            },
                            "defaultConfiguration": {"level": "error"},
                        }
                    ],
                }
            },
            "columnKind": "unicodeCodePoints",
            "results": [
                {
                    "ruleId": "file-empty",
                    "ruleIndex": 0,
                    "level": "error",
                    "message": {"text": says},
                    "locations": [{"physicalLocation": place}],
                }
            ],
        }
    ]


def test_sarif_has_the_shape_that_its_specification_asks_for(run: Run, content: Path) -> None:
    (content / "places" / "tom.md").write_text("", "utf-8")
    (content / "places" / "parken.MD").write_text("", "utf-8")
    file = Path(FROKOST)
    file.write_text(file.read_text("utf-8") + "Ring 070-174 06 05. <script>x</script>\n", "utf-8")
    found = json.loads(run("check", "--format", "sarif").out)
    assert sorted(found) == ["$schema", "runs", "version"]
    (one,) = found["runs"]
    rules, results = one["tool"]["driver"]["rules"], one["results"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in results})
    texts = ("shortDescription", "fullDescription", "help")
    for rule in rules:
        assert sorted(rule) == sorted(["id", "defaultConfiguration", *texts])
        assert [name for name in texts if not rule[name]["text"].strip() or "%(" in rule[name]["text"]] == []
        assert (rule["shortDescription"]["text"][-1], rule["fullDescription"]["text"][-1]) == (".", ".")
    for result in results:
        rule = rules[result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (result["ruleId"], result["level"])
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert min(region["startLine"], region["startColumn"]) >= 1
        assert location["physicalLocation"]["artifactLocation"]["uri"].isascii()
    assert {result["level"] for result in results} == {"error", "warning"}


@pytest.mark.parametrize(
    ("before", "width"),
    [
        ("Möte", 4),
        ("Mo\u0308te", 4),
        ("会議", 4),
        ("ｶﾀ", 2),
        ("🎭", 2),
        ("a\t", 2),
        ("e\u0301\u0327", 1),
        ("\u00ad", 6),
    ],
)
def test_the_mark_stands_under_the_place_after_signs_of_other_widths(
    run: Run, content: Path, before: str, width: int
) -> None:
    file = Path(FROKOST)
    file.write_text(file.read_text("utf-8") + f"{before}<script>x</script>\n", "utf-8")
    said = run("check", "--explain").err.splitlines()
    at = next(number for number, line in enumerate(said) if "html-active" in line)
    assert said[at + 2] == "  | " + " " * width + "^"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "meetingplace: nowhere: det finns ingen sådan mapp\n"),
        (["--on", "i dag"], "meetingplace: --on: väntade ÅÅÅÅ-MM-DD\n"),
        (["--settings", "nowhere.py"], "meetingplace: nowhere.py: det finns ingen sådan fil\n"),
    ],
)
def test_wrong_use(run: Run, words: list[str], said: str) -> None:
    ran = run("check", *words)
    assert (ran.status, ran.out, ran.err) == (2, "", said)


def test_the_settings_beside_the_content_are_used(run: Run, content: Path) -> None:
    Path("base.py").write_text("TIMEZONE = 'Europe/London'\n", "utf-8")
    Path("pelicanconf.py").write_text("from base import *\n", "utf-8")
    file = Path(FROKOST)
    file.write_text(file.read_text("utf-8").replace("2026-09-12 09:30", "2026-03-29 01:30"), "utf-8")
    assert "Europe/London" in run("check").err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("TIMEZONE = 'Mars'", 'TIMEZONE: fick "Mars"; väntade en tidszon som Europe/Stockholm, eller UTC'),
        ("CONTACT = {'name': 'A'}", "CONTACT: ingen går att nå; väntade email eller phone"),
        ("PERSONAL_DATA = {'controller': 'A'}", "PERSONAL_DATA.email: Field required"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_settings_that_cannot_be_used(run: Run, settings: str, said: str) -> None:
    Path("pelicanconf.py").write_text(settings, "utf-8")
    ran = run("check")
    assert (ran.status, ran.err) == (
        2,
        f"meetingplace: content/../pelicanconf.py: {said}\n".replace("content/../", ""),
    )


ANNA = "---\nname: Anna Berg\nkind: independent\nconsent: {given: 2026-09-10, until: 2026-09-20}\n---\n"
HIDDEN = (
    f'{FROKOST}:2:8: warning[name-hidden] title: "Anna Bergs" får inte namnges här i dag: '
    "läsarna ser ”en fri kulturaktörs”; väntade en roll, eller [Namn](person:slug)"
)


@pytest.fixture
def annas(content: Path) -> Path:
    (content / "people").mkdir()
    (content / "people" / "anna-berg.md").write_text(ANNA, "utf-8")
    file = Path(FROKOST)
    file.write_text(file.read_text("utf-8").replace("title: Kultur", "title: Anna Bergs "), "utf-8")
    return content


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-09-09", [HIDDEN]), ("2026-09-10", []), ("2026-09-20", []), ("2026-09-21", [HIDDEN])],
)
def test_the_day_decides_who_may_be_named(day: str, told: list[str], run: Run, annas: Path) -> None:
    ran = run("check", "--on", day)
    assert (ran.status, ran.err.splitlines()) == (0, told)


def test_the_day_of_the_settings_counts_unless_one_is_asked_for(run: Run, annas: Path) -> None:
    Path("pelicanconf.py").write_text('TODAY = "2026-09-21"\n', "utf-8")
    assert [run("check").err.splitlines(), run("check", "--on", "2026-09-20").err] == [[HIDDEN], ""]


def test_a_day_that_is_none_in_the_settings(run: Run, content: Path) -> None:
    Path("pelicanconf.py").write_text('TODAY = "i dag"\n', "utf-8")
    ran = run("check")
    assert (ran.status, ran.err) == (2, "meetingplace: TODAY: väntade ÅÅÅÅ-MM-DD\n")


def test_what_the_last_build_noted(run: Run, content: Path) -> None:
    Path("pelicanconf.py").write_text('OUTPUT_PATH = "ut"\n', "utf-8")
    then = {"uid": "gammal", "start": "2026-09-12 09:30 Europe/Stockholm", "title": "", "body": ""}
    with Publication.open(Path("ut")) as publication:
        publication.commit({"meetings": {"2026-09-12-frukost": then}})
    ran = run("check")
    told = f"{FROKOST}:1:1: error[uid-changed] uid: mötet publicerades med ett annat uid; nu är det "
    assert (ran.status, ran.err) == (1, f'{told}"2026-09-12-frukost"; väntade samma för alltid; menade du "gammal"?\n')
    Path(".ut.build/manifest.json").write_text("{", "utf-8")
    assert run("check").status == 0


def test_links_from_the_root_that_lead_to_nothing_are_told(run: Run, content: Path) -> None:
    file = Path(FROKOST)
    file.write_text(file.read_text("utf-8") + "[x](/personer/finns-inte/)\n", "utf-8")
    ran = run("check")
    told = f'{FROKOST}:10:5: error[link-to-nothing] länken "/personer/finns-inte/" leder ingenstans'
    assert (ran.status, ran.err.partition(";")[0]) == (1, told)
