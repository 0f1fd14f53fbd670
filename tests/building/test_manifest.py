from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from meetingplace.building import PublicationError, manifest
from meetingplace.building.manifest import Manifest, Seal


ONE, TWO = sha256(b"1").hexdigest(), sha256(b"2").hexdigest()


def test_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    for files in ({"å/b": ONE, "a": TWO}, {"a": TWO, "å/b": ONE}):
        manifest.write_text(path, manifest.text(Manifest(files, seals={"a": Seal("s", "v", (("b", 1),))})))
        assert path.read_text("utf-8") == (
            f'{{"files": {{"a": "{TWO}", "å/b": "{ONE}"}}, "notes": {{}}, "seals": {{"a": ["s", "v", [["b", 1]]]}},'
            ' "version": 1}\n'
        )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    written = Manifest({"å/b": ONE, "a": TWO}, {"day": {"a": "1"}}, {"a": Seal("s", "v", (("b", 1),))})
    manifest.write_text(tmp_path / "m", manifest.text(written))
    assert manifest.read(tmp_path / "m") == written
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


def test_no_manifest_no_files(tmp_path: Path) -> None:
    assert manifest.read(tmp_path / "m") == Manifest()


@pytest.mark.parametrize("notes", ["", ', "notes": 5', ', "notes": ["a"]'])
def test_notes_that_are_none_harm_nobody(tmp_path: Path, notes: str) -> None:
    (tmp_path / "m").write_text(f'{{"version": 1, "files": {{"a": "{ONE}"}}{notes}}}', "utf-8")
    assert manifest.read(tmp_path / "m") == Manifest({"a": ONE})


@pytest.mark.parametrize(
    "seals",
    [
        "5",
        '["a"]',
        '{"a": 5}',
        '{"a": "abc"}',
        '{"a": ["s"]}',
        '{"a": ["s", "v", [5]]}',
        '{"a": ["s", "v", [["b", "1"]]]}',
        '{"a": ["s", 1, []]}',
    ],
)
def test_seals_that_are_none_seal_nothing(tmp_path: Path, seals: str) -> None:
    (tmp_path / "m").write_text(f'{{"version": 1, "files": {{"a": "{ONE}"}}, "seals": {seals}}}', "utf-8")
    assert manifest.read(tmp_path / "m") == Manifest({"a": ONE})


def test_a_digest_is_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"1")
    assert manifest.digest(tmp_path / "f") == ONE


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ('{"version": 1, "fil', "Unterminated string starting at: line 1 column 16 (char 15)"),
        ("[]", "version"),
        ("{}", "version"),
        ('{"version": 2, "files": {}}', "version"),
        ('{"version": 1}', "files"),
        ('{"version": 1, "files": []}', "files"),
        ('{"version": 1, "files": {"a": 1}}', "'a'"),
        ('{"version": 1, "files": {"a": "12"}}', "'a'"),
        (f'{{"version": 1, "files": {{"../a": "{ONE}"}}}}', "'../a'"),
        (f'{{"version": 1, "files": {{"a\\nå": "{ONE}"}}}}', r"'a\n\xe5'"),
    ],
)
def test_damage_is_refused(tmp_path: Path, text: str, detail: str) -> None:
    path = tmp_path / "m"
    path.write_text(text, "utf-8")
    with pytest.raises(PublicationError) as refused:
        manifest.read(path)
    assert (refused.value.code, refused.value.path, refused.value.detail) == ("manifest-broken", path, detail)


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b"[" * 100_000])
def test_what_is_hardly_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m").write_bytes(content)
    with pytest.raises(PublicationError, match="manifest-broken"):
        manifest.read(tmp_path / "m")


def test_a_manifest_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    with pytest.raises(PublicationError, match="manifest-broken"):
        manifest.read(tmp_path / "m")
