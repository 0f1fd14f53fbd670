from __future__ import annotations

from pathlib import Path

import pytest

from meetingplace.pelican_site.serving.builder import Builder, Outcome, built


SETTINGS = """
SITENAME = "Litet"
TIMEZONE = "Europe/Stockholm"
PLUGINS = []
PATH = "content"
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of plain Pelican: what is tried here is how it is started, not what it makes."""
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "om.md").write_text("title: Om\n\nHej.\n")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    return tmp_path


def arguments(site: Path) -> list[str]:
    settings = str(site / "pelicanconf.py")
    return [str(site / "content"), "-o", str(site / "output"), "-s", settings, "--log-handler", "plain"]


def test_a_build_that_fails_harms_none_after_it(site: Path) -> None:
    with Builder(arguments(site)) as running:
        assert running.build().status == 0
        (site / "pelicanconf.py").write_text("raise SystemExit(7)")
        assert running.build().status == 7
        (site / "pelicanconf.py").write_text("syntax error")
        broken = running.build()
        assert (broken.status, "SyntaxError" in broken.problems) == (1, True)
        (site / "pelicanconf.py").write_text(SETTINGS)
        assert running.build().status == 0
    assert (site / "output" / "index.html").is_file()


def test_nothing_of_one_build_is_left_for_the_next(site: Path) -> None:
    counting = "import builtins\nbuiltins.builds = getattr(builtins, 'builds', 0) + 1\nSITESUBTITLE = str(builds)\n"
    (site / "pelicanconf.py").write_text(SETTINGS + counting + "print('build', builtins.builds)\n")
    with Builder(arguments(site)) as running:
        assert [running.build().said.splitlines()[0] for _ in range(3)] == ["build 1"] * 3


def test_a_process_that_was_lost_is_started_again(site: Path) -> None:
    with Builder(arguments(site)) as running:
        running._process.kill()
        running._process.wait()
        assert running.build().status == 0


def test_code_is_loaded_anew_when_it_is_renewed(site: Path) -> None:
    with Builder(arguments(site)) as running:
        first = running._process.pid
        running.renew()
        assert running._process.pid != first
        assert running.build().status == 0


def test_a_build_is_the_same_without_fork(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speaking = "import sys\nprint('said')\nprint('wrong', file=sys.stderr)\nsys.exit(3)\n"
    (site / "pelicanconf.py").write_text(speaking)
    with Builder(arguments(site)) as running:
        forked = running.build()
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert built(arguments(site)) == forked == Outcome(3, "said\n", "wrong\n")
