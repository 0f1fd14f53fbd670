"""Pelican's settings, read once, typed and checked: the site, the day of the build, and what Pelican must not do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import StrictUndefined
from pydantic import ValidationError

from meetingplace.i18n import N_, Language, language
from meetingplace.model.site import LANGUAGES, SETTINGS, Site
from meetingplace.pelican_site.page_reader import READERS


REQUIRED: Mapping[str, Any] = {
    "ARTICLE_PATHS": [],
    "ARTICLE_ORDER_BY": "slug",
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "STATIC_PATHS": [],
    "OUTPUT_SOURCES": False,
    "DELETE_OUTPUT_DIRECTORY": False,
    "PAGE_PATHS": ["pages"],
    "PAGE_TRANSLATION_ID": None,
    "PAGE_EXCLUDES": [],
    "PAGE_ORDER_BY": "basename",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "PAGE_LANG_URL": "{slug}/",
    "PAGE_LANG_SAVE_AS": "{slug}/index.html",
    "READERS": READERS,
    "IGNORE_FILES": [".*"],
    "DEFAULT_METADATA": {},
    "EXTRA_PATH_METADATA": {},
    "FILENAME_METADATA": "",
    "PATH_METADATA": "",
    "DEFAULT_DATE": None,
    "FORMATTED_FIELDS": [],
    "INTRASITE_LINK_REGEX": "[{|](?P<what>filename)[|}]",
    "TYPOGRIFY": False,
    "SLUGIFY_SOURCE": "basename",
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "RELATIVE_URLS": False,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "JINJA_ENVIRONMENT": {"undefined": StrictUndefined, "autoescape": True},
}
"""Events are no articles, drafts and copies of sources are in no output, pages are what was checked, and undefined
names are errors.
"""

WORDS: Mapping[str, str] = {
    "zone-unknown": N_("there is no time zone of that name; expected one such as Europe/Stockholm"),
    "siteurl-invalid": N_("expected the site's whole address, such as https://www.example.org"),
    "address-invalid": N_("expected a web address, such as https://creativecommons.org/publicdomain/zero/1.0/"),
    "domain-invalid": N_("expected a domain, such as example.org"),
    "contact-unreachable": N_("expected a name and an e-mail address or a telephone number"),
    "day-expected": N_("expected a day, such as 2026-09-01"),
    "email-invalid": N_("expected an e-mail address"),
    "phone-invalid": N_("expected a telephone number"),
    "number-expected": N_("expected a whole number"),
    "organisation-number-invalid": N_("expected an organisation number, such as 212000-0000, its last digit right"),
    "text-expected": N_("expected a text"),
    "text-empty": N_("expected a text that is not empty, or no key at all"),
    "tuple_type": N_("expected a list, as in the example in pelicanconf.py"),
    "missing": N_("it is missing"),
    "key-missing": N_("it is missing"),
    "bool_type": N_("expected True or False"),
    "bool_parsing": N_("expected True or False"),
    "model_type": N_("expected a mapping, as in the example in pelicanconf.py"),
    "dict_type": N_("expected a mapping, as in the example in pelicanconf.py"),
    "extra_forbidden": N_("there is no such key"),
    "key-unknown": N_("there is no such key"),
    "literal_error": N_("it is none of the words that can stand there"),
    "personal-data-missing": N_(
        "a site that is published says who answers for personal data: expected a mapping with controller and email"
    ),
    "language-unknown": N_("the site can be in Swedish (sv) or English (en)"),
}


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """`name` is the setting's own name, `code` the model's."""

    name: str
    code: str

    def text(self, words: Language) -> str:
        expected = words.gettext(WORDS.get(self.code, N_("the value cannot be used")))
        return f"pelicanconf.py: error[{self.code}] {self.name}: {expected}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is given: the site, the day, where content lies, where it is published, the theme, and whether the
    index of the search is left to a later build.
    """

    site: Site
    today: dt.date
    content: Path
    output: Path
    theme: Path
    search_later: bool = False


def read_settings(settings: Mapping[str, Any]) -> tuple[Settings | None, list[SettingsProblem]]:
    """The settings, or all that is wrong with them."""
    problems: list[SettingsProblem] = []
    site = None
    try:
        site = Site.from_settings(settings)
    except ValidationError as error:
        names = {field: name for name, field in SETTINGS.items()}
        for found in error.errors(include_url=False, include_input=False):
            field, *inner = found["loc"]
            name = ".".join([names.get(str(field), str(field)), *(str(each) for each in inner if each != "[key]")])
            problems.append(SettingsProblem(name, found["type"]))
    if not settings.get("SITEURL"):
        problems.append(SettingsProblem("SITEURL", "siteurl-invalid"))
    if site and site.published and site.personal_data is None:
        problems.append(SettingsProblem("PERSONAL_DATA", "personal-data-missing"))
    if site and site.language not in LANGUAGES:
        problems.append(SettingsProblem("DEFAULT_LANG", "language-unknown"))
    today = _today(settings.get("TODAY"), site)
    if today is None:
        problems.append(SettingsProblem("TODAY", "day-expected"))
    if problems or site is None or today is None:
        return None, problems
    content, output, theme = (Path(settings[name]).absolute() for name in ("PATH", "OUTPUT_PATH", "THEME"))
    later = settings.get("SEARCH_LATER") is True and not site.published
    return Settings(site, today, content, output, theme, later), []


def _today(given: Any, site: Site | None) -> dt.date | None:
    """The day of the build: as given, or the clock's in the site's zone. This is where the clock is read."""
    if isinstance(given, dt.date):
        return given
    if given is None:
        return dt.datetime.now(ZoneInfo(site.timezone if site else "UTC")).date()
    try:
        return dt.date.fromisoformat(given) if len(given) == len("2026-09-01") else None
    except (TypeError, ValueError):
        return None


def editors_language(settings: Mapping[str, Any]) -> Language:
    """The language of messages to editors: the site's where there is one, else Swedish."""
    code = settings.get("DEFAULT_LANG")
    return language(code if code in LANGUAGES else "sv")
