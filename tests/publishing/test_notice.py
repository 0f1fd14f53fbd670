from __future__ import annotations

from pathlib import Path

from meetingplace.publishing.site import SiteMaker
from meetingplace.publishing.views import Page as View
from outputs import everything
from records import catalogue, person


def test_the_notice_on_every_page_names_nobody_who_may_not_be() -> None:
    said = "Anna Berg har gjort bilderna. Fråga Anna Berg."
    pages, _ = everything(SiteMaker(catalogue(person("anna-berg", "Anna Berg"), example=said), Path("finns-inte")))
    notices = {page.view.shell.notice for page in pages if isinstance(page.view, View)}
    assert notices == {"En fri kulturaktör har gjort bilderna. Fråga en fri kulturaktör."}
