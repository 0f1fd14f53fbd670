from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from meetingplace.building import Changes, Publication, PublicationError


Publish = Callable[[Path, Mapping[str, bytes]], Changes]
Contents = Callable[[Path], dict[str, bytes]]

A = {"index.html": b"A", "a/index.html": b"A"}


def refusal(folder: Path, *forbidden: Path) -> tuple[str, Path]:
    with pytest.raises(PublicationError) as refused:
        Publication.open(folder, forbidden)
    return refused.value.code, refused.value.path


def commit_refusal(folder: Path, files: Mapping[str, bytes]) -> tuple[str, Path]:
    with Publication.open(folder) as publication:
        for address, content in files.items():
            publication.write(address, content)
        with pytest.raises(PublicationError) as refused:
            publication.commit()
    return refused.value.code, refused.value.path


def left_beside(folder: Path) -> list[str]:
    state = folder.with_name(f".{folder.name}.build")
    return sorted(path.name for path in state.iterdir()) if state.exists() else []


# The folder


def test_the_root_is_forbidden() -> None:
    assert refusal(Path(Path.cwd().anchor)) == ("folder-forbidden", Path(Path.cwd().anchor))


def test_home_and_what_holds_it_are_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "homes" / "me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert refusal(home) == ("folder-forbidden", home)
    assert refusal(home.parent) == ("folder-forbidden", home.parent)
    Publication.open(home / "site").abandon()


def test_a_forbidden_folder_and_what_holds_it_are_refused_and_what_it_holds_is_not(tmp_path: Path) -> None:
    repository = tmp_path / "home" / "repository"
    assert refusal(repository, tmp_path / "x", repository) == ("folder-forbidden", repository)
    assert refusal(repository.parent, repository) == ("folder-forbidden", repository.parent)
    Publication.open(repository / "output", [repository, repository / "content"]).abandon()


def test_a_forbidden_folder_is_known_by_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site" / "content").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    for name in ("content", "../site/content", "content/../content", str(tmp_path / "link" / "content")):
        assert refusal(Path(name), Path("content"))[0] == "folder-forbidden"
    assert refusal(Path(), tmp_path / "link" / "content")[0] == "folder-forbidden"


@pytest.mark.skipif(not hasattr(os, "link"), reason="needs a second name for one file")
def test_a_forbidden_file_is_known_by_what_it_is_not_only_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "content").touch()
    (tmp_path / "other").hardlink_to(tmp_path / "content")
    assert refusal(tmp_path / "other", tmp_path / "content")[0] == "folder-forbidden"


def test_a_link_is_refused_even_to_nothing(tmp_path: Path, site: Path) -> None:
    site.symlink_to(tmp_path / "elsewhere")
    assert refusal(site) == ("folder-symlink", site)
    (tmp_path / "elsewhere").mkdir()
    assert refusal(site) == ("folder-symlink", site)


def test_a_loop_of_links_and_a_nul_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(PublicationError):
        Publication.open(tmp_path / "loop" / "site")
    assert refusal(Path("a\0b")) == ("folder-forbidden", Path("a\0b"))


def test_a_file_is_refused(site: Path) -> None:
    site.write_bytes(b"mine")
    assert refusal(site) == ("folder-not-ours", site)
    assert site.read_bytes() == b"mine"


def test_a_folder_with_anything_in_it_is_refused_without_our_manifest(site: Path, contents: Contents) -> None:
    site.mkdir()
    Publication.open(site).abandon()
    (site / ".keep").touch()
    assert refusal(site) == ("folder-not-ours", site)
    assert contents(site) == {".keep": b""}
    assert not site.with_name(".site.build").exists()


def test_a_file_in_the_place_of_a_folder_of_ours_is_refused(site: Path, publish: Publish) -> None:
    publish(site, {})
    site.rmdir()
    site.touch()
    assert refusal(site) == ("folder-not-ours", site)


@pytest.mark.parametrize("name", ["", "lock", "journal", "manifest.json", "staging"])
def test_links_in_the_state_folder_are_refused(tmp_path: Path, site: Path, contents: Contents, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").touch()
    state = site.with_name(".site.build")
    if name:
        state.mkdir()
    (state / name).symlink_to(elsewhere)
    assert refusal(site) == ("folder-symlink", state / name)
    assert contents(elsewhere) == {"mine": b""}


def test_a_folder_on_another_file_system_is_told_before_anything_moves(
    site: Path, publish: Publish, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, A)
    stat = Path.stat

    def mounted(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = stat(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if path == site else found

    monkeypatch.setattr(Path, "stat", mounted)
    with pytest.raises(PublicationError) as refused:
        Publication.open(site)
    assert (refused.value.code, refused.value.detail) == ("folder-unwritable", os.strerror(errno.EXDEV))
    assert (contents(site), left_beside(site)) == (A, ["manifest.json", "staging"])


# The manifest


@pytest.mark.parametrize("record", ["manifest.json", "journal"])
@pytest.mark.parametrize(
    "address", ["/mine", "../mine", "a/../../mine", "a\\mine", "a//mine", "", "a\nb", "C:mine", "."]
)
def test_a_record_with_an_unsafe_address_removes_nothing(
    tmp_path: Path, site: Path, publish: Publish, contents: Contents, record: str, address: str
) -> None:
    publish(site, A)
    (tmp_path / "mine").write_bytes(b"mine")
    state = {"version": 1, "moves": [], "removals": [address], "files": {}}
    if record == "manifest.json":
        state["files"] = {address: sha256(b"").hexdigest()}
    path = site.with_name(".site.build") / record
    path.write_text(json.dumps(state), "utf-8")
    assert refusal(site) == (f"{record.removesuffix('.json')}-broken", path)
    assert (contents(site), (tmp_path / "mine").read_bytes()) == (A, b"mine")
    assert left_beside(site) == sorted({"manifest.json", record})


def test_a_manifest_that_leads_through_a_link_is_refused(
    tmp_path: Path, site: Path, publish: Publish, contents: Contents
) -> None:
    publish(site, A)
    (site / "a").rename(tmp_path / "elsewhere")
    (site / "a").symlink_to(tmp_path / "elsewhere")
    assert refusal(site) == ("folder-symlink", site / "a")
    assert contents(tmp_path / "elsewhere") == {"index.html": b"A"}
    assert left_beside(site) == ["manifest.json"]


def test_a_journal_that_leads_through_a_link_is_refused(
    tmp_path: Path, site: Path, publish: Publish, contents: Contents
) -> None:
    publish(site, A)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine").write_bytes(b"mine")
    (site / "b").symlink_to(tmp_path / "elsewhere")
    state = {"version": 1, "moves": [], "removals": ["b/mine"], "files": {}}
    (site.with_name(".site.build") / "journal").write_text(json.dumps(state), "utf-8")
    assert refusal(site) == ("folder-symlink", site / "b")
    assert contents(tmp_path / "elsewhere") == {"mine": b"mine"}


# What stands in the published folder


@pytest.mark.parametrize("address", ["link", "link/index.html", "link/deep/index.html"])
def test_nothing_is_written_over_or_through_a_link(
    tmp_path: Path, site: Path, publish: Publish, contents: Contents, address: str
) -> None:
    publish(site, A)
    (tmp_path / "elsewhere").mkdir()
    (site / "link").symlink_to(tmp_path / "elsewhere")
    assert commit_refusal(site, {"index.html": b"B", address: b"B"}) == ("folder-symlink", site / "link")
    assert (contents(tmp_path / "elsewhere"), (site / "index.html").read_bytes()) == ({}, b"A")
    assert left_beside(site) == ["manifest.json"]


def test_nothing_is_removed_through_a_link_made_meanwhile(
    tmp_path: Path, site: Path, publish: Publish, contents: Contents
) -> None:
    publish(site, A)
    with Publication.open(site) as publication:
        (site / "a").rename(tmp_path / "elsewhere")
        (site / "a").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(PublicationError) as refused:
            publication.commit()
    assert (refused.value.code, refused.value.path) == ("folder-symlink", site / "a")
    assert contents(tmp_path / "elsewhere") == {"index.html": b"A"}
    assert (site / "index.html").read_bytes() == b"A"


@pytest.mark.parametrize(
    ("mine", "address"),
    [
        ("robots.txt", "robots.txt"),
        ("b", "b/index.html"),
        ("b/mine", "b"),
        ("b/c/mine", "b"),
        ("a/mine", "a"),
        ("a/b/mine", "a"),
    ],
)
def test_a_file_that_someone_put_there_is_not_written_over(
    site: Path, publish: Publish, contents: Contents, mine: str, address: str
) -> None:
    publish(site, A)
    (site / mine).parent.mkdir(parents=True, exist_ok=True)
    (site / mine).write_bytes(b"mine")
    assert commit_refusal(site, {"index.html": b"B", address: b"B"}) == ("address-occupied", site / mine)
    assert contents(site) == {**A, mine: b"mine"}
    assert left_beside(site) == ["manifest.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="FIFOs")
def test_a_pipe_that_someone_put_there_is_not_read(site: Path, publish: Publish) -> None:
    publish(site, A)
    os.mkfifo(site / "pipe")
    assert commit_refusal(site, {**A, "pipe": b"B"}) == ("address-occupied", site / "pipe")


def test_a_file_that_someone_put_there_with_the_very_bytes_becomes_ours(
    site: Path, publish: Publish, contents: Contents
) -> None:
    publish(site, A)
    (site / "robots.txt").write_bytes(b"same")
    assert publish(site, {**A, "robots.txt": b"same"}).added == ("robots.txt",)
    publish(site, A)
    assert contents(site) == A


# What stands in staging


@pytest.mark.parametrize("address", ["/a", "../a", "a\\b", "", "a\0", "a/" * 64 + "a", "\udcff"])
def test_an_unsafe_address_is_not_staged(site: Path, address: str) -> None:
    with Publication.open(site) as publication:
        with pytest.raises(PublicationError) as refused:
            publication.write(address, b"")
        assert list(publication.staging.iterdir()) == []
    assert (refused.value.code, refused.value.path) == ("address-unsafe", site)
    assert refused.value.detail == ascii(address)


@pytest.mark.skipif(sys.platform != "linux", reason="such names are possible there")
@pytest.mark.parametrize("name", [b"a\\b", b"a\nb", b"C:a", b"\xff"])
def test_an_unsafe_name_that_others_put_into_staging_is_refused(site: Path, name: bytes) -> None:
    with Publication.open(site) as publication:
        (publication.staging / os.fsdecode(name)).touch()
        with pytest.raises(PublicationError, match="address-unsafe"):
            publication.commit()
    assert not site.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="FIFOs")
def test_only_ordinary_files_are_published(tmp_path: Path, site: Path) -> None:
    (tmp_path / "secret").touch()
    with Publication.open(site) as publication:
        (publication.staging / "link").symlink_to(tmp_path / "secret")
        with pytest.raises(PublicationError, match="folder-symlink"):
            publication.commit()
    with Publication.open(site) as publication:
        os.mkfifo(publication.staging / "pipe")
        with pytest.raises(PublicationError, match="address-unsafe"):
            publication.commit()
    assert not site.exists()


@pytest.mark.parametrize(("first", "second"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a", "a/b/c")])
def test_an_address_that_is_taken_is_refused(site: Path, first: str, second: str) -> None:
    with Publication.open(site) as publication:
        publication.write(first, b"1")
        with pytest.raises(PublicationError) as refused:
            publication.write(second, b"2")
        assert (publication.staging / first).read_bytes() == b"1"
    assert (refused.value.code, refused.value.detail) == ("address-collision", second)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the second is refused when it is written")
def test_addresses_that_are_one_elsewhere_are_refused(site: Path) -> None:
    with Publication.open(site) as publication:
        publication.write("Å.html", b"")
        publication.write("a\u030a.html", b"")
        with pytest.raises(PublicationError) as refused:
            publication.commit()
    assert (refused.value.code, refused.value.detail) == ("address-collision", "a\u030a.html, Å.html")
    assert not site.exists()
