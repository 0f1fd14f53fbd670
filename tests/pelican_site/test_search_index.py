from __future__ import annotations

import base64
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from meetingplace.pelican_site import search_index as module
from meetingplace.pelican_site.search_index import SearchIndexError, fingerprint, program, search_index
from meetingplace.publishing.search_records import SearchRecord
from sites import ROOT, Build, read_pages, run_pelican, tree, write


RECORDS = tuple(
    SearchRecord(
        f"/m/{number}/",
        "meeting",
        f"Möte {number}",
        f"Dansare nummer {number} i Flen.",
        language,
        last_day="2026-12-01",
    )
    for number, language in enumerate(["sv", "sv", "en", "sv", "en", "sv"])
)
REGISTER = "sok/register/"


@pytest.fixture
def pagefind() -> Path:
    found = program()
    assert found
    return found


def test_the_same_records_make_the_same_bytes(pagefind: Path) -> None:
    first, *others = [{file.address: file.content for file in search_index(RECORDS, pagefind)} for _ in range(5)]
    assert [other == first for other in others] == [True] * 4


def test_a_record_is_all_that_stands_in_its_fragment(pagefind: Path) -> None:
    files = {file.address: file.content for file in search_index(RECORDS[:1], pagefind)}
    [fragment] = [content for name, content in files.items() if name.endswith(".pf_fragment")]
    told = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))
    assert (told["url"], told["content"]) == ("sv/m/0/", "Dansare nummer 0 i Flen.")
    assert told["meta"] == {"title": "Möte 0", "kind": "meeting", "last_day": "2026-12-01"}


def test_only_what_a_browser_searches_with_is_published(pagefind: Path) -> None:
    names = {file.address for file in search_index(RECORDS, pagefind)}
    assert {name for name in names if name.endswith((".js", ".css", ".json"))} == {
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
    }
    assert {"wasm.sv.pagefind", "wasm.en.pagefind"} <= names


def test_another_word_is_another_fingerprint() -> None:
    assert fingerprint(RECORDS) == fingerprint(list(RECORDS))
    assert fingerprint(RECORDS) != fingerprint(RECORDS[:-1])


def script(path: Path, text: str) -> Path:
    """A program of Python, found by way of the shell: the path to Python may hold spaces, at which `#!` ends."""
    program = path.with_name(f"{path.name}.py")
    program.write_text(f"{text}\n", "utf-8")
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}" "$@"\n', "utf-8")
    path.chmod(0o755)
    return path


def test_a_program_that_never_answers_is_ended(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    silent = script(
        tmp_path / "silent", f"import os, sys, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    )
    with pytest.raises(SearchIndexError, match="no answer within 1 s"):
        list(search_index(RECORDS, silent, seconds=1))
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text("utf-8")), 0)


def test_what_the_program_complains_of_is_told(tmp_path: Path) -> None:
    answer = base64.b64encode(b'{"message_id": 1, "payload": {"type": "Error", "message": "no\\nroom"}}').decode()
    angry = script(tmp_path / "angry", f"print('{answer},', end='', flush=True)")
    with pytest.raises(SearchIndexError, match=r"^no room$"):
        list(search_index(RECORDS, angry))


@pytest.mark.parametrize("text", ["", "print('nonsense,', end='', flush=True)"])
def test_a_program_that_speaks_otherwise_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(SearchIndexError):
        list(search_index(RECORDS, script(tmp_path / "other", text)))


def test_a_program_that_cannot_be_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="Permission denied"):
        list(search_index(RECORDS, write(tmp_path, "plain", "")))


def test_without_the_program_there_is_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    assert module.program() is None


FAKE = """import pathlib
def get_executable():
    return pathlib.Path(%r)
"""


def with_program(folder: Path, command: Path) -> dict[str, str]:
    """An environment in which another program is found for Pagefind."""
    write(folder, "found/pagefind_bin.py", FAKE % str(command))
    return {"PYTHONPATH": os.pathsep.join([str(folder / "found"), os.environ.get("PYTHONPATH", "")])}


def small(folder: Path) -> Path:
    write(folder, "content/pages/om.md", "title: Om oss\n\nHej.\n")
    return folder / "content"


def test_a_build_whose_index_fails_publishes_nothing_and_ends_with_3(tmp_path: Path) -> None:
    broken = script(tmp_path / "broken", "raise SystemExit(1)")
    done = run_pelican(small(tmp_path), tmp_path / "output", environment=with_program(tmp_path, broken))
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("broken: error[search-failed] sökningens register gick inte att göra")
    assert not (tmp_path / "output").exists() or tree(tmp_path / "output") == {}


def test_a_build_without_the_program_goes_on_and_says_so(tmp_path: Path) -> None:
    done = run_pelican(small(tmp_path), tmp_path / "output", environment=with_program(tmp_path, tmp_path / "none"))
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "pagefind: warning[search-missing] det finns inget Pagefind för den här datorn: webbplatsen får ingen sökning"
    ]
    published = tree(tmp_path / "output")
    assert "sok/index.html" in published
    assert [name for name in published if name.startswith(REGISTER)] == []


def test_an_index_whose_records_are_the_same_is_kept_and_not_made_again(tmp_path: Path, build: Build) -> None:
    content, out = small(tmp_path), tmp_path / "output"
    assert build(content, out).returncode == 0
    before = tree(out)
    assert [name for name in before if name.startswith(REGISTER)]
    broken = with_program(tmp_path, script(tmp_path / "broken", "raise SystemExit(1)"))
    done = run_pelican(content, out, environment=broken)
    assert (done.returncode, tree(out)) == (0, before)
    write(tmp_path, "content/pages/om.md", "title: Om oss\n\nHej då.\n")
    assert run_pelican(content, out, environment=broken).returncode == 3


def test_an_index_that_someone_has_touched_is_made_again(tmp_path: Path, build: Build) -> None:
    content, out = small(tmp_path), tmp_path / "output"
    assert build(content, out).returncode == 0
    before = tree(out)
    fragment = next((out / REGISTER / "fragment").iterdir())
    size = fragment.stat().st_size
    fragment.write_bytes(b"x" * (size + 1))
    assert build(content, out).returncode == 0
    assert tree(out) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_program_is_left_running_by_a_build_that_is_stopped(tmp_path: Path, number: signal.Signals) -> None:
    pid = tmp_path / "pid"
    told = f"import os, sys\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\nwhile sys.stdin.buffer.read(1): pass"
    environment = {**os.environ, **with_program(tmp_path, script(tmp_path / "waiting", told))}
    command: list[str | Path] = [Path(sys.executable).with_name("pelican"), small(tmp_path), "-o", tmp_path / "output"]
    command += ["-s", ROOT / "pelicanconf.py"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not (pid.exists() and pid.read_text("utf-8")):
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(number)
        process.communicate(timeout=30)
    for _ in range(100):
        try:
            os.kill(int(pid.read_text("utf-8")), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("it still runs")


def test_the_example_has_an_index_of_every_page_but_people_who_have_not_agreed(example_site: Path) -> None:
    urls = set()
    for path in (example_site / REGISTER / "fragment").iterdir():
        urls.add(json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))["url"])
    folders = ("motesplatser", "personer", "platser", "kommuner", "serier", "amnen")
    indexed = {
        address
        for address, page in read_pages(example_site)
        if address.removeprefix("/en").strip("/").count("/") == 1 and "noindex" not in page.read_text("utf-8")
        if address.removeprefix("/en").split("/")[1] in folders and not address.endswith("/motesplatser/arkiv/")
    }
    swedish = {address for address in indexed if not address.startswith("/en/")} | {"/om/", "/delta/"}
    translated = indexed | {"/en/om/"}
    english = {found if found in translated else found.removeprefix("/en") for found in map("/en{}".format, swedish)}
    assert urls == {f"sv{address}" for address in swedish} | {f"en{address}" for address in english}


def test_a_page_that_is_not_translated_is_found_in_both_languages(pagefind: Path) -> None:
    pair = [RECORDS[0], replace(RECORDS[0], language="en")]
    names = [file.address for file in search_index(pair, pagefind) if file.address.endswith(".pf_fragment")]
    assert sorted(name.split("/")[1][:2] for name in names) == ["en", "sv"]
