from __future__ import annotations

from pathlib import Path

import pytest

import programs


APT = """#!/bin/sh
echo "$@" >> {folder}/asked
case "$1 $*" in
  install*) test -e {folder}/updated && /bin/cp /bin/true {folder}/npm ;;
  update*) /bin/cp /bin/true {folder}/updated ;;
esac
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def put(folder: Path, name: str, text: str = "#!/bin/sh\n") -> str:
    program = folder / name
    program.write_text(text)
    program.chmod(0o755)
    return str(program)


def test_a_program_that_is_there_is_found_by_any_of_its_names(path: Path) -> None:
    chrome = put(path, "google-chrome")
    assert (programs.find("chromium"), programs.main(["chromium"])) == (chrome, 0)


def test_a_library_is_found_by_its_own_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.util.find_library", {"ical": "libical.so.3"}.get)
    assert programs.find("libical") == "libical.so.3"


def test_a_named_browser_goes_before_what_is_on_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(path, "chromium")
    monkeypatch.setenv("CHROMIUM", put(path, "mine"))
    assert programs.find("chromium") == str(path / "mine")


def test_a_named_browser_that_is_missing_is_a_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(path, "chromium")
    monkeypatch.setenv("CHROMIUM", "/finns/inte")
    assert programs.main(["chromium"]) == 1
    assert capsys.readouterr().err == "CHROMIUM names no program: '/finns/inte'\n"


def test_what_is_missing_and_cannot_be_installed_ends_with_what_to_run(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(path, "apt-get", APT.format(folder=path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert programs.main(["npm", "node"]) == 1
    assert capsys.readouterr().err.splitlines()[::2] == [
        "npm is missing. On Debian run: sudo apt-get install npm",
        "node is missing. On Debian run: sudo apt-get install nodejs",
    ]
    assert not (path / "asked").exists()


def test_debian_installs_what_is_missing_even_before_its_lists_are_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path, "apt-get", APT.format(folder=path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert programs.main(["npm"]) == 0
    install = "install --yes --quiet --no-install-recommends npm"
    assert (path / "asked").read_text().splitlines() == [install, "update --quiet", install]
