"""Addresses that lead to a known person: their page here, whatever the host, or one that is called by their slug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote


ADDRESS = re.compile(
    r"(?<![\w/.@:-])(?:(?:https?:)?//[^\s\x00/<>\"'()\[\]]+|\.\.)?/[^\s\x00<>\"'()\[\]]+", re.IGNORECASE
)
BETWEEN = re.compile(r"[/?#&=@:]")
STOPS = ".,;!?…*_~`”’»"
"""What may follow an address in a sentence and is no part of it."""
ENDING = re.compile(r"\.[a-z0-9]{2,5}\Z", re.IGNORECASE)


class PersonAddresses:
    """Knows them by the slugs and former slugs of people; a slug of one word means someone in their `folder` alone."""

    def __init__(self, people: Iterable[tuple[str, str]] = (), folder: str = "") -> None:
        """`people` are pairs of slug, or former slug, and slug."""
        self._slugs = dict(people)
        self._folder = folder.rpartition("/")[2]

    def slug_of(self, address: str) -> str:
        """Who an address leads to, or an empty text. `../anna-berg/` leads from one person's page to another's."""
        before = "" if not address.startswith("../") else self._folder
        for step in BETWEEN.split(unquote(address).removeprefix("../")):
            word = ENDING.sub("", step.strip(STOPS)).casefold()
            if word in self._slugs and ("-" in word or before == self._folder):
                return self._slugs[word]
            before = step
        return ""

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where such addresses stand in a text that is read as it is written, and to whom they lead."""
        if not self._slugs or "/" not in text:
            return
        for found in ADDRESS.finditer(text):
            slug = self.slug_of(found[0])
            if slug:
                yield found.start(), found.end(), slug
