"""The keys of an ordinary page: those that it is made of, and those of Pelican that do no harm."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from .record import Part
from .scalars import LanguageCode, Line, Slug, one_or_list
from .times import DayOrMoment


def _lower(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


Status = Annotated[Literal["published", "hidden", "draft"], BeforeValidator(_lower)]
"""In no output as a draft; hidden, it is published and linked from nowhere."""
Words = Annotated[tuple[Line, ...], BeforeValidator(one_or_list)]


class OrdinaryKeys(Part):
    """What stands above a page's text. From `date` on the keys are Pelican's: they are checked and not shown."""

    title: Line
    slug: Slug | None = None
    summary: Line | None = None
    status: Status = "published"
    lang: LanguageCode | None = None
    date: DayOrMoment | None = None
    modified: DayOrMoment | None = None
    author: Words = ()
    authors: Words = ()
    category: Words = ()
    tags: Words = ()
