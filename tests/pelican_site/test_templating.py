"""Templates: what they make once is kept for one build."""

from __future__ import annotations

from meetingplace.i18n import language
from meetingplace.pelican_site.templating import environment
from sites import ROOT


def test_a_component_is_made_once_for_a_build_and_again_for_the_next() -> None:
    made: list[object] = []
    for _ in range(2):
        template = environment(ROOT / "theme", language("sv")).from_string(
            "{{ once(macro, view) }}{{ once(macro, view) }}"
        )
        assert template.render(macro=made.append, view=made) == "NoneNone"
    assert len(made) == 2
