"""What a person has agreed to, until when. Regulation (EU) 2016/679, articles 4(11), 6(1)(a) and 7(3)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import ValidationInfo, field_validator

from .faults import fault
from .record import Part
from .scalars import Text
from .times import Day


Scope = Literal["name", "profile", "photo", "contact", "feeds", "search", "archive"]
YEARS_VALID = 2


def years_after(day: dt.date, years: int) -> dt.date:
    """The same day some years later; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class Consent(Part):
    """`until` is the last day it holds, 24 months after `given` where it is not said."""

    given: Day
    until: Day | None = None
    how: Text | None = None
    covers: tuple[Scope, ...] = ("name", "profile")

    @field_validator("until")
    @classmethod
    def _follows(cls, value: dt.date | None, info: ValidationInfo) -> dt.date | None:
        """A consent that ends before it is given would silently never hold: rather a fault."""
        given = info.data.get("given")
        if value and given and value < given:
            raise fault("until-before-given", found=str(value))
        return value

    @property
    def last_day(self) -> dt.date:
        return self.until or years_after(self.given, YEARS_VALID)

    def allows(self, scope: Scope, day: dt.date) -> bool:
        """Whether `scope` is agreed to on `day`; every scope needs `name`."""
        return self.given <= day <= self.last_day and "name" in self.covers and scope in self.covers
