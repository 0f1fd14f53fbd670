"""The codes of problems that ordinary pages alone have, and files that may be linked to."""

from __future__ import annotations

from collections.abc import Mapping

from meetingplace.i18n import N_

from .wordings import Wording


OF_PAGES: Mapping[str, Wording] = {
    "address-taken": Wording(N_("the address %(found)s is the site's own"), N_("another file name, or another slug")),
    "attachment-source": Wording(
        N_("%(found)s holds what the site is made of, and perhaps of people who have not agreed"),
        N_("a document such as PDF"),
        N_("a file that the site is made of"),
    ),
    "body-missing": Wording(N_("the page has no text"), N_("text below the keys")),
    "link-to-draft": Wording(N_("the link %(found)s leads to a draft"), N_("a page that is published")),
    "picture-without-alt": Wording(
        N_("nothing says what the picture %(found)s shows"), N_("words in the brackets, as in ![Ett dukat bord](…)")
    ),
}
