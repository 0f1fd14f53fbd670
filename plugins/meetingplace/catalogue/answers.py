"""What is made once for all settings in which the same people may be named."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar


Setting = TypeVar("Setting", bound=Hashable)
Made = TypeVar("Made")
Asked = dict[str, bool]
"""Answers to the questions that were asked of someone by their slug."""


class Answers(Generic[Setting]):
    """Keeps what was made together with every answer that it was made by.

    Who makes something of a record knows a setting by nothing but answers to who may be named in it. Where all that
    were asked for one setting are the same in another, the same would be made there: so it is not made again.
    """

    def __init__(self, answer: Callable[[str, Setting], bool]) -> None:
        """`answer` says whether someone may be named in a setting."""
        self._answer = answer
        self._kept: dict[Hashable, list[tuple[Asked, Any]]] = {}
        self._making: list[tuple[Setting, Asked]] = []

    def ask(self, slug: str, setting: Setting) -> bool:
        """Whether someone may be named in a setting; noted for what is being made.

        Raises RuntimeError where that is made for another setting, whose answers it may not be made by.
        """
        found = self._answer(slug, setting)
        if self._making:
            self._note({slug: found}, setting)
        return found

    def once(self, key: Hashable, setting: Setting, make: Callable[[], Made]) -> Made:
        """What `make` makes of `key` and of answers for the setting alone: itself, or what was made by the same."""
        for asked, made in self._kept.setdefault(key, []):
            if all(self._answer(slug, setting) is answer for slug, answer in asked.items()):
                self._note(asked, setting)
                kept: Made = made
                return kept
        self._making.append((setting, {}))
        try:
            new = make()
        finally:
            _, asked = self._making.pop()
        self._note(asked, setting)
        self._kept[key].append((asked, new))
        return new

    def _note(self, asked: Asked, setting: Setting) -> None:
        if not self._making:
            return
        whole, known = self._making[-1]
        if whole is not setting and whole != setting:
            raise RuntimeError("something is made by the answers of two settings")
        known.update(asked)
