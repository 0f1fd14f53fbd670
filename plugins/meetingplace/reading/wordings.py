"""How what is wrong is said: the shape of a message, before it is filled in and translated."""

from __future__ import annotations

from typing import NamedTuple

from meetingplace.i18n import N_


class Wording(NamedTuple):
    """Messages with places such as `%(found)s`.

    `says` is what is wrong, `expected` what should stand there. `quietly` replaces `says` where the value
    may not be repeated: in files about people.
    """

    says: str = ""
    expected: str = ""
    quietly: str = ""


GOT = N_("got %(found)s")
