"""A visitor in a real browser: the published folder is the host, with its own headers, and there is no other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route, sync_playwright

from meetingplace.pelican_site.serving.answers import answer
from programs import find
from sites import SITEURL


Scheme = Literal["light", "dark"]

# Of two lists of features the later holds: these are also those of Playwright's that a test may notice. A window's field
# for addresses has pages of its own, which cost more than most of ours.
UNUSED = [
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxPopup",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNUSED)}",
]


@contextmanager
def opened_chromium() -> Iterator[Browser]:
    """A Chromium without a window, without anything that it would ask the world for by itself."""
    path = find("chromium")
    if not path:
        raise FileNotFoundError("no Chromium: `make test` installs one, or says how")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """An open page, and what has gone wrong on it: requests to others, to nothing, and what the console says."""

    page: Page
    root: Path
    fonts: bool = True
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Opens an address as one who comes from another page of the site, and so has its fonts; `faults` are from then
        on those of this page.
        """
        self.faults.clear()
        self.page.goto(SITEURL + address, wait_until="load", referer=f"{SITEURL}/")
        self.faults += [f"sets a cookie: {cookie['name']}" for cookie in self.page.context.cookies()]

    def answer(self, route: Route) -> None:
        url = route.request.url
        if not url.startswith(SITEURL + "/"):
            self.faults.append(f"asks another host: {url}")
            return route.abort()
        if url.endswith(".woff2") and not self.fonts:
            return route.abort()
        found = answer(self.root, urlsplit(url).path)
        if found.status >= 400 and not url.endswith("/favicon.ico"):
            self.faults.append(f"asks for nothing: {url}")
        return route.fulfill(status=found.status, headers=dict(found.headers), body=found.body)


@contextmanager
def visiting(
    browser: Browser, root: Path, *, width: int, scheme: Scheme = "light", script: bool = True, fonts: bool = True
) -> Iterator[Visit]:
    """A visit to the site in a published folder, on a screen of that width; without `fonts` none comes in time."""
    context = browser.new_context(
        locale="sv-SE",
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=script,
    )
    try:
        visit = Visit(context.new_page(), root, fonts)
        visit.page.route("**/*", visit.answer)
        visit.page.on("console", lambda said: _note(visit, said.type, said.text))
        visit.page.on("pageerror", lambda error: visit.faults.append(f"script fails: {error}"))
        yield visit
    finally:
        context.close()


def _note(visit: Visit, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        visit.faults.append(f"console: {text}")
