"""Nobody is found in what is published who has not agreed to it, however it is read; whoever has agreed is found."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from canaries import Canaries, json_ld
from canary_content import CONSENTS, HIDDEN, HOLDS, NOTHING, OPEN, Content, may_be_seen
from sites import Build


Found = Mapping[str, set[tuple[str, str]]]
"""For each file by its path, whose words are in it and of which fields."""

OWNERS = list(CONSENTS)


def covered(owner: str) -> set[str]:
    """The scopes that hold for a person."""
    return set((CONSENTS[owner] or {}).get("covers", ())) if owner in HOLDS and may_be_seen(owner) else set()


WITHOUT_FEEDS = [owner for owner, agreed in CONSENTS.items() if "feeds" not in (agreed or {}).get("covers", ())]
WITHOUT_SEARCH = [owner for owner in OWNERS if "search" not in covered(owner)]
SEARCHED = "output/sok/register/"
STORED = ".output.build/parts/"
"""What the next build may be made of, which leaves no more than pages do."""
INDEX = {".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"}
NOT_COPIED = {".html", ".css", ".js", ".jpg", ".svg", ".woff2", ".ico", ".png", *INDEX}
"""Pages and what they are made of, the index of their search too, which forget at the next build; all other files leave, and are never forgotten."""
IN_CALENDARS = re.compile(r'href="(https://(?:calendar\.google|outlook\.)[^"]*)"')


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return Content(tmp_path_factory.mktemp("canaries") / "content").write()


@pytest.fixture(scope="module")
def published(content: Content, build: Build) -> Path:
    """The folder that has the published folder in it, and all that a build leaves beside it."""
    place = content.folder.parent / "published"
    done = build(content.folder, place / "output", CALENDAR_RICH=True, CALENDAR_JSON=True, **content.settings)
    assert done.returncode == 0, done.stderr
    told = {field for _, field in content.canaries.in_text(done.stdout + done.stderr)}
    assert told <= {"name", "slug"}
    return place


@pytest.fixture(scope="module")
def found(content: Content, published: Path) -> Found:
    return search(published, content.canaries)


def search(place: Path, canaries: Canaries) -> Found:
    """Looks through every file below a folder, hidden ones included."""
    files = {path.relative_to(place).as_posix(): path for path in sorted(place.rglob("*")) if path.is_file()}
    return {name: canaries.in_file(path, name) for name, path in files.items()}


def leaving(found: Found) -> set[str]:
    """The files that others copy."""
    return {name for name in found if PurePosixPath(name).suffix not in NOT_COPIED and not name.startswith(STORED)}


def of(owner: str, found: Found) -> set[str]:
    """The fields of a person that are found anywhere."""
    return {field for words in found.values() for whose, field in words if whose == owner}


@pytest.mark.parametrize("owner", OWNERS)
def test_nothing_of_a_person_is_published_that_they_have_not_agreed_to(
    owner: str, content: Content, found: Found
) -> None:
    private = content.canaries.fields(owner) - may_be_seen(owner)
    assert ("consent.how" in private) == (CONSENTS[owner] is not None)
    leaks = {name: sorted(f for whose, f in words if whose == owner and f in private) for name, words in found.items()}
    assert {name: fields for name, fields in leaks.items() if fields} == {}


def test_who_has_agreed_to_all_is_found_so_that_the_search_is_known_to_find(found: Found) -> None:
    assert of(OPEN, found) >= may_be_seen(OPEN) - {"image.credit"}
    assert any(name.startswith("output/") for name in found)
    assert "output/sitemap.xml" in found
    assert any(not name.startswith("output/") for name in found)


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        (
            "output/personer/{slug}/index.html",
            {"name", "title", "body", "offers.text", "contact.email", "contact.phone"},
        ),
        ("output/motesplatser/mote-{n}/index.html", {"name", "why", "offers.text", "contact.email"}),
        ("output/motesplatser/mote-{n}/deltagare/index.html", {"name"}),
        ("output/motesplatser/mote-{n}/mote-{n}.ics", {"name", "contact.email"}),
        ("output/motesplatser/mote-{n}/mote-{n}-9073.ics", {"name", "contact.email"}),
        ("output/motesplatser/mote-{n}/mote-{n}.jcal", {"name", "contact.email"}),
        ("output/motesplatser/mote-{n}/inbjudan.txt", {"name", "contact.email"}),
        ("output/kommuner/kommun-{n}/rss.xml", {"name"}),
        ("output/kommuner/kommun-{n}/atom.xml", {"name"}),
        ("output/kommuner/kommun-{n}/feed.json", {"name"}),
        ("output/data/events.json", {"name"}),
        ("output/data/events.csv", {"name"}),
        ("output/kommuner/kommun-{n}/index.html", {"name", "contact.email"}),
        ("output/serier/serie-{n}/index.html", {"name", "contact.email"}),
        ("output/motesplatser/gammalt-{n}/index.html", {"name", "why at an old meeting"}),
        ("output/om/index.html", {"name", "slug"}),
        ("output/en/om/index.html", {"name", "slug"}),
        ("output/en/personer/{slug}/index.html", {"name", "en.title", "en.organisation", "en.pronouns", "en.body"}),
        ("output/en/motesplatser/mote-{n}/index.html", {"name", "why", "en.title", "contact.email"}),
        ("output/en/motesplatser/mote-{n}/mote-{n}.ics", {"name", "contact.email"}),
        ("output/en/motesplatser/mote-{n}/inbjudan.txt", {"name", "contact.email"}),
        ("output/en/kommuner/kommun-{n}/rss.xml", {"name"}),
        ("output/en/kommuner/kommun-{n}/index.html", {"name"}),
        ("output/en/serier/serie-{n}/feed.json", {"name"}),
        ("output/en/index.html", {"name"}),
        ("output/tillganglighet/index.html", {"name"}),
        ("output/kontakt/index.html", {"name", "contact.email"}),
        ("output/en/allt/personer/index.html", {"name"}),
    ],
)
def test_who_has_agreed_to_all_is_found_where_readers_look(
    file: str, fields: set[str], content: Content, found: Found
) -> None:
    number, slug = OWNERS.index(OPEN), content.people[OPEN].slug
    seen = {field for owner, field in found[file.format(n=number, slug=slug)] if owner == OPEN}
    assert seen >= fields


@pytest.mark.parametrize("owner", WITHOUT_FEEDS)
def test_who_has_not_agreed_to_feeds_is_in_none_of_the_files_that_leave(
    owner: str, content: Content, published: Path, found: Found
) -> None:
    leaks = {name for name in leaving(found) if owner in {whose for whose, _ in found[name]}}
    addresses = {"output/sitemap.xml", ".output.build/manifest.json"}
    assert leaks <= addresses
    assert {field for name in leaks for whose, field in found[name] if whose == owner} <= {
        "slug",
        "alias",
    } & may_be_seen(owner)
    told = {path: content.canaries.in_text(json_ld(path.read_bytes())) for path in published.rglob("*.html")}
    assert [path for path, words in told.items() if owner in {whose for whose, _ in words}] == []
    assert any(OPEN in {whose for whose, _ in words} for words in told.values())


@pytest.mark.parametrize("owner", WITHOUT_SEARCH)
def test_who_has_not_agreed_to_be_searched_for_is_nowhere_in_the_index(owner: str, found: Found) -> None:
    assert {name for name, words in found.items() if name.startswith(SEARCHED) and owner in dict(words)} == set()


@pytest.mark.parametrize("owner", [OPEN, "agrees to all but feeds", "agrees to all but contact"])
def test_who_has_agreed_to_be_searched_for_is_in_the_index_with_what_pages_say(owner: str, found: Found) -> None:
    said = {
        field for name, words in found.items() if name.startswith(SEARCHED) for whose, field in words if whose == owner
    }
    assert said >= {"name", "title", "why", "offers.text", "seeks.text", "body", "slug"}
    assert said <= may_be_seen(owner)


def test_every_file_of_the_index_is_unpacked_to_be_looked_through(published: Path, content: Content) -> None:
    packed = list((published / SEARCHED).rglob("*.pf_*"))
    assert {path.suffix for path in packed} == INDEX - {".pagefind"}
    assert {gzip.decompress(path.read_bytes())[:12] for path in packed} == {b"pagefind_dcd"}
    name = content.people[OPEN].name.split()[0].casefold()
    kinds = {
        path.suffix
        for path in packed
        if name in gzip.decompress(path.read_bytes()).decode("utf-8", "replace").casefold()
    }
    assert kinds == {".pf_fragment", ".pf_index"}


def test_every_kind_of_file_that_leaves_is_looked_through(found: Found) -> None:
    kinds = {PurePosixPath(name).suffix for name in leaving(found) if name.startswith("output/")}
    assert kinds == {"", ".csv", ".ics", ".jcal", ".json", ".rdf", ".txt", ".xml"}


def test_links_into_calendars_elsewhere_name_nobody_who_has_not_agreed_to_feeds(
    content: Content, published: Path
) -> None:
    named = set()
    for page in published.rglob("*.html"):
        for link in IN_CALENDARS.findall(page.read_text("utf-8")):
            named |= {whose for whose, _ in content.canaries.in_text(link)}
    assert OPEN in named
    assert named & set(WITHOUT_FEEDS) == set()


def test_all_kinds_of_news_name_only_who_has_agreed_to_where_they_are_told(tmp_path: Path, build: Build) -> None:
    on_pages, nowhere = "agrees to all but feeds", "agreement has run out"
    content = Content(tmp_path / "content").write({owner: CONSENTS[owner] for owner in (OPEN, on_pages, nowhere)})
    out = tmp_path / "published" / "output"
    done = build(content.folder, out)
    assert done.returncode == 0, done.stderr
    feed = (out / "nytt.xml").read_text("utf-8")
    assert set(re.findall(r"#([a-z]+)-", feed)) == {"people", "moved", "update", "report", "cancelled"}
    assert {owner for owner, _ in content.canaries.in_text(feed)} == {OPEN}
    page = (out / "nytt" / "index.html").read_text("utf-8")
    assert {owner for owner, field in content.canaries.in_text(page) if field == "name"} == {OPEN, on_pages}


def test_whom_a_meeting_hides_is_found_only_where_people_are_and_not_where_meetings_are(
    content: Content, published: Path, found: Found
) -> None:
    where = {name for name, words in found.items() if (HIDDEN, "name") in words}
    own = f"personer/{content.people[HIDDEN].slug}"
    pages = ("personer/index.html", "allt/personer/index.html", "kontakt/index.html", f"{own}/index.html")
    expected = {f"output/{home}{page}" for home in ("", "en/") for page in pages}
    assert where >= expected
    searched = {name for name in where if name.startswith((SEARCHED, STORED))}
    assert len({name for name in searched if name.endswith(".pf_fragment")}) == 2  # one in each language
    assert {name for name in where - expected - searched if "/personer/" not in name} == set()
    for home in ("output", "output/en"):
        assert f"mote-{OWNERS.index(HIDDEN)}" not in (published / home / own / "index.html").read_text("utf-8")


def test_who_has_not_agreed_to_be_searched_for_is_kept_from_search_engines(
    content: Content, published: Path, found: Found
) -> None:
    pages = {
        owner: published / "output" / "personer" / someone.slug / "index.html"
        for owner, someone in content.people.items()
    }
    unsearched = {owner for owner, page in pages.items() if page.exists() and 'content="noindex"' in page.read_text()}
    assert unsearched == {"agrees to all but search"}
    assert ("agrees to all but search", "slug") not in found["output/sitemap.xml"]


def test_there_are_pages_of_those_who_agreed_to_one_and_of_nobody_else(content: Content, published: Path) -> None:
    folders = {path.name for path in (published / "output" / "personer").iterdir() if path.is_dir()}
    slugs = {owner for owner, someone in content.people.items() if someone.slug in folders}
    assert slugs == {owner for owner in OWNERS if "slug" in may_be_seen(owner)}
    assert len(folders) == 2 * len(slugs) + len(OWNERS)  # each has a former slug too, and an organisation beside it


def test_only_photos_that_were_agreed_to_are_copied(content: Content, published: Path) -> None:
    seen = set()
    for path in sorted((published / "output").rglob("*")):
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp"}:
            with Image.open(path) as picture:
                shade = picture.convert("RGB").resize((1, 1)).getpixel((0, 0))
            seen |= {owner for owner, one in content.people.items() if _alike(shade, one.colour)}
    assert seen == {owner for owner in OWNERS if "image.alt" in may_be_seen(owner)}


def _alike(shade: object, colour: tuple[int, int, int]) -> bool:
    return isinstance(shade, tuple) and all(abs(one - other) < 6 for one, other in zip(shade, colour, strict=True))


def test_who_takes_the_agreement_back_is_gone_from_every_file_at_the_next_build(tmp_path: Path, build: Build) -> None:
    people = {owner: CONSENTS[owner] for owner in (OPEN, HIDDEN, "agrees to all but feeds")}
    before = Content(tmp_path / "before").write(people)
    after = Content(tmp_path / "after").write(
        {**people, OPEN: CONSENTS[NOTHING], HIDDEN: CONSENTS["agrees from tomorrow"]}
    )
    assert before.people == after.people
    out = tmp_path / "published" / "output"
    assert build(before.folder, out).returncode == 0
    slug = before.people[OPEN].slug
    assert {"name", "slug", "body"} <= of(OPEN, search(out.parent, before.canaries))
    assert (out / "personer" / slug / "kalender.ics").exists()
    done = build(after.folder, out)
    assert done.returncode == 0, done.stderr
    found = search(out.parent, before.canaries)
    assert (of(OPEN, found), of(HIDDEN, found)) == (set(), set())
    assert of("agrees to all but feeds", found) >= {"name", "slug", "body"}


def test_the_search_reads_what_formats_fold_escape_and_compose() -> None:
    canaries = Canaries()
    word = canaries.word("någon", "ord")
    number = canaries.number("någon", "nummer")
    hidden = [
        word.upper(),
        f"SUMMARY:{word[:4]}\r\n {word[4:]}",
        f"{word[:3]}\\u{ord(word[3]):04x}{word[4:]}",
        f"&#{ord(word[0])};{word[1:]}",
        f"&amp;#x{ord(word[0]):x};{word[1:]}",
        f"%{ord(word[0]):02X}{word[1:]}",
        f"{word[:4]}</b><i>{word[4:]}",
        f"{word[:4]}\u00ad{word[4:]}",
        f"**{word[:4]}**{word[4:]}",
        "".join(chr(ord(letter) + 0xFEE0) for letter in word),
    ]
    assert [canaries.in_text(text) for text in hidden] == [{("någon", "ord")}] * len(hidden)
    numbers = [number, re.sub("[^0-9]", "", number), f"tel:{number}", f"x{number.replace('-', ' ')}y"]
    assert [canaries.in_text(text) for text in numbers] == [{("någon", "nummer")}] * len(numbers)
    assert canaries.in_text("quiz qzz 0709 73") == set()
