"""References between records: a slug that names another file, checked as part of the schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from .faults import fault
from .scalars import Word


Kind = Literal["event", "person", "place", "municipality", "series"]


@dataclass(frozen=True, slots=True)
class Context:
    """What validation of one record knows of the others and of the site.

    `known` holds the slugs of each kind, former ones (aliases) not included; `drafts` the slugs of meetings that
    are in no output. A kind that `known` lacks is not checked.
    """

    timezone: str = "Europe/Stockholm"
    known: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()


def context_of(info: ValidationInfo) -> Context:
    """The context of a validation, or one that knows nothing."""
    return info.context if isinstance(info.context, Context) else Context()


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a slug of another record. Faults: `reference-unknown`, `reference-draft`."""

    kind: Kind

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, slug: str, info: ValidationInfo) -> str:
        context = context_of(info)
        if self.kind == "event" and slug in context.drafts:
            raise fault("reference-draft", found=slug, kind=self.kind)
        if self.kind in context.known and slug not in context.known[self.kind]:
            raise fault("reference-unknown", found=slug, kind=self.kind)
        return slug


EventSlug = Annotated[Word, Reference("event")]
PersonSlug = Annotated[Word, Reference("person")]
PlaceSlug = Annotated[Word, Reference("place")]
MunicipalitySlug = Annotated[Word, Reference("municipality")]
SeriesSlug = Annotated[Word, Reference("series")]
