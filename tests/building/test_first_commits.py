"""First commits of files, read from real repositories."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

import pytest

from meetingplace.building import HistoryError, first_commits
from repositories import Repository


def days(folder: Path, environment: Mapping[str, str] | None = None) -> dict[str, str]:
    found = first_commits(folder, ".md", {**os.environ, **(environment or {})})
    return {path: f"{at:%Y-%m-%d}" for path, at in sorted(found.items())}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repo")


SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
LONG = "".join(f"Rad {number} om frukosten.\n" for number in range(30))


def test_the_first_commit_counts_and_no_later_one(repository: Repository) -> None:
    repository.write("content/a.md", LONG).commit("2026-01-01")
    repository.write("content/a.md", LONG.upper()).write("content/b.md").commit("2026-02-01")
    assert days(repository.folder / "content") == {"a.md": "2026-01-01", "b.md": "2026-02-01"}


def test_a_moment_is_in_utc(repository: Repository) -> None:
    repository.write("a.md").commit("2026-07-01T00:30:00+0200")
    assert first_commits(repository.folder, ".md", os.environ) == {
        "a.md": dt.datetime(2026, 6, 30, 22, 30, tzinfo=dt.UTC)
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("content/a.md", "content/events/2026/å ä.md"),
        ("content/a.md", 'content/"citat" och \\ snedstreck\tflik.md'),
        ("content/a.md", "content/rad\nbryt.md"),
        ("moten/a.md", "content/a.md"),
        ("content/R100", "content/A.md"),
    ],
)
def test_a_moved_file_keeps_its_first_commit(repository: Repository, old: str, new: str) -> None:
    repository.write(old, LONG).commit("2026-01-01")
    repository.move(old, new).write(new, LONG + "Ny rad.\n").commit("2026-02-01")
    moved = "2026-01-01" if old.endswith(".md") else "2026-02-01"
    assert days(repository.folder / "content") == {new.removeprefix("content/"): moved}


def test_a_folder_that_moves_takes_its_files_along(repository: Repository) -> None:
    repository.write("old/events/a.md", LONG).write("old/events/b.md", LONG * 2).commit("2026-01-01")
    repository.move("old", "content").commit("2026-02-01")
    assert set(days(repository.folder / "content").values()) == {"2026-01-01"}


def test_a_path_that_is_free_again_may_have_another_file(repository: Repository) -> None:
    repository.write("a.md", LONG).commit("2026-01-01")
    repository.move("a.md", "b.md").commit("2026-02-01")
    repository.write("a.md", "Något helt annat.\n").commit("2026-03-01")
    assert days(repository.folder) == {"a.md": "2026-03-01", "b.md": "2026-01-01"}


def test_a_file_that_is_put_back_is_the_same(repository: Repository) -> None:
    repository.write("a.md", LONG).commit("2026-01-01")
    repository.remove("a.md").commit("2026-02-01")
    repository.write("a.md", "Tillbaka.\n").commit("2026-03-01")
    assert days(repository.folder) == {"a.md": "2026-01-01"}


def test_branches_and_what_a_merge_adds_by_itself(repository: Repository) -> None:
    repository.write("a.md", LONG).commit("2026-01-01")
    repository.git("checkout", "-q", "-b", "side")
    repository.write("side.md", "Sida.\n").move("a.md", "moved.md").commit("2026-02-01")
    repository.git("checkout", "-q", "main")
    repository.write("main.md", "Huvud.\n").commit("2026-03-01")
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    repository.write("merge.md", "Något nytt vid sammanslagningen.\n").commit("2026-04-01")
    assert days(repository.folder) == {
        "main.md": "2026-03-01",
        "merge.md": "2026-04-01",
        "moved.md": "2026-01-01",
        "side.md": "2026-02-01",
    }


def test_whoever_moves_a_file_in_a_branch_of_their_own_finds_its_time(repository: Repository) -> None:
    repository.write("a.md", LONG).commit("2026-01-01")
    repository.git("checkout", "-q", "-b", "side")
    repository.move("a.md", "side.md").commit("2026-02-01")
    repository.git("checkout", "-q", "main")
    repository.move("a.md", "main.md").commit("2026-03-01")
    repository.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    repository.write("side.md", LONG).commit("2026-04-01")
    assert days(repository.folder) == {"main.md": "2026-01-01", "side.md": "2026-01-01"}


def test_what_two_branches_added_counts_from_the_first(repository: Repository) -> None:
    repository.write("x.md").commit("2026-01-01")
    repository.git("checkout", "-q", "-b", "side")
    repository.write("a.md", LONG).commit("2026-02-01")
    repository.git("checkout", "-q", "main")
    repository.write("a.md", LONG).commit("2026-03-01")
    repository.git("merge", "-q", "side", GIT_COMMITTER_DATE="2026-04-01T12:00:00+0000")
    assert days(repository.folder) == {"a.md": "2026-02-01", "x.md": "2026-01-01"}


def test_a_clock_that_was_wrong_puts_no_child_before_its_parent(repository: Repository) -> None:
    repository.write("a.md", LONG).commit("2026-03-01")
    repository.git("checkout", "-q", "-b", "side")
    repository.move("a.md", "b.md").commit("2026-01-01")
    repository.git("checkout", "-q", "main")
    repository.write("main.md").commit("2026-04-01")
    repository.git("merge", "-q", "side", GIT_COMMITTER_DATE="2026-05-01T12:00:00+0000")
    assert days(repository.folder) == {"b.md": "2026-03-01", "main.md": "2026-04-01"}


def test_a_path_is_spelled_in_one_way(repository: Repository) -> None:
    repository.write(normalize("NFD", "å.md")).commit("2026-01-01")
    assert days(repository.folder) == {normalize("NFC", "å.md"): "2026-01-01"}


def test_other_files_and_those_not_committed_are_not_told_of(repository: Repository) -> None:
    repository.write("a.md").write("b.txt").commit("2026-01-01")
    repository.write("c.md").git("add", "c.md")
    assert days(repository.folder) == {"a.md": "2026-01-01"}


def test_before_the_first_commit_there_is_none(repository: Repository) -> None:
    repository.write("a.md")
    assert days(repository.folder) == {}


def test_a_worktree_and_a_submodule_have_their_history(repository: Repository, tmp_path: Path) -> None:
    repository.write("content/a.md").commit("2026-01-01")
    repository.git("worktree", "add", "-q", str(tmp_path / "tree"))
    outer = Repository(tmp_path / "outer").write("b.md").commit("2026-05-01")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.folder), "inner")
    found = [days(folder / "content") for folder in (tmp_path / "tree", outer.folder / "inner")]
    assert found == [{"a.md": "2026-01-01"}] * 2


def test_settings_and_surroundings_change_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.write("content/å.md", LONG).commit("2026-01-01")
    repository.move("content/å.md", "content/ä.md").commit("2026-02-01")
    for setting in (
        "diff.renames=false",
        "diff.relative=true",
        "log.showRoot=false",
        "log.follow=true",
        "log.showSignature=true",
        "log.diffMerges=off",
        "core.quotePath=true",
        "core.pager=false",
        "color.ui=always",
        "format.pretty=fuller",
    ):
        repository.git("config", *setting.split("="))
    (repository.folder / ".gitattributes").write_text("*.md diff=none\n", "utf-8")
    repository.git("replace", "HEAD~1", repository.git("commit-tree", "HEAD~1^{tree}", "-m", "falsk").strip())
    elsewhere = {
        "GIT_DIR": str(tmp_path),
        "GIT_WORK_TREE": str(tmp_path),
        "GIT_LITERAL_PATHSPECS": "1",
        "TZ": "Asia/Tokyo",
    }
    assert days(repository.folder / "content", elsewhere) == {"ä.md": "2026-01-01"}


def test_nothing_that_a_repository_names_is_run(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.md").commit("2026-01-01")
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    signed = repository.git("cat-file", "commit", "HEAD").replace("\n\n", f"\ngpgsig {SIGNATURE}\n\n", 1)
    (tmp_path / "signed").write_text(signed, "utf-8")
    repository.git("reset", "-q", repository.git("hash-object", "-t", "commit", "-w", str(tmp_path / "signed")).strip())
    repository.git("config", "log.showSignature", "true")
    for name in ("core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.md.textconv", "gpg.program"):
        repository.git("config", name, str(trap))
    (repository.folder / ".gitattributes").write_text("*.md diff=md\n", "utf-8")
    assert days(repository.folder, {"GIT_EXTERNAL_DIFF": str(trap)}) == {"a.md": "2026-01-01"}
    assert not (tmp_path / "sprung").exists()


def test_two_clones_tell_the_same(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.md").commit("2026-01-01").write("b.md").commit("2026-01-02")
    for name in ("one", "two"):
        repository.git("clone", "-q", str(repository.folder), str(tmp_path / name))
    assert days(tmp_path / "one") == days(tmp_path / "two") == {"a.md": "2026-01-01", "b.md": "2026-01-02"}


def refusal(folder: Path, environment: Mapping[str, str] | None = None) -> tuple[str, str]:
    with pytest.raises(HistoryError) as refused:
        days(folder, environment)
    return refused.value.code, refused.value.reason


def test_a_history_that_is_cut_off(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.md").commit("2026-01-01").write("b.md").commit("2026-01-02")
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone"))
    assert refusal(tmp_path / "clone") == ("history-shallow", "")
    subprocess.run(["git", "-C", tmp_path / "clone", "fetch", "-q", "--unshallow"], check=True)
    assert days(tmp_path / "clone") == {"a.md": "2026-01-01", "b.md": "2026-01-02"}


def test_outside_git(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ("history-missing", "")


def test_without_git(tmp_path: Path) -> None:
    assert refusal(tmp_path, {"PATH": str(tmp_path)}) == ("history-unreadable", "git: command not found")


def test_a_git_that_cannot_be_run(tmp_path: Path) -> None:
    (tmp_path / "git").write_bytes(b"\x00\x01")
    (tmp_path / "git").chmod(0o755)
    assert refusal(tmp_path, {"PATH": str(tmp_path)}) == ("history-unreadable", "Exec format error")


def test_a_repository_that_git_says_is_someone_elses(tmp_path: Path) -> None:
    (tmp_path / "git").write_text(
        "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\nTo add …\" >&2\nexit 128\n", "utf-8"
    )
    (tmp_path / "git").chmod(0o755)
    assert refusal(tmp_path, {"PATH": str(tmp_path)}) == (
        "history-unreadable",
        "detected dubious ownership in repository at '/x'",
    )
