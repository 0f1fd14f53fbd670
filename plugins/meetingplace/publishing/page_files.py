"""Pictures and files of ordinary pages: published as those of meetings are, never as they lie in the content folder."""

from __future__ import annotations

import re
from urllib.parse import unquote

from meetingplace.model.record import Attachment, Picture
from meetingplace.reading.page_files import LINK, PICTURE, SCHEME, changed, values_of

from .pictures import Pictures


REST = re.compile(r"[#?].*")
COLUMN = "(min-width: 40rem) 36rem, 92vw"
"""How wide a page shows a picture in its text (HTML 4.8.4.2.2)."""


def with_files(html: str, pictures: Pictures) -> str:
    """HTML in which files stand by their paths below the content folder, with the addresses they are published at."""

    def picture(found: re.Match[str]) -> str:
        values = values_of(found)
        view = pictures.view(Picture.model_construct(file=_path(values["src"]), alt=values["alt"]))
        several = {"srcset": view.srcset, "sizes": COLUMN} if view.srcset else {}
        return changed(found, src=view.url, width=str(view.width), height=str(view.height), **several)

    def link(found: re.Match[str]) -> str:
        address = values_of(found).get("href", "")
        if not address.startswith(SCHEME):
            return str(found[0])
        file = pictures.attachment(Attachment.model_construct(title="", file=_path(address)))
        rest = REST.search(address)
        return changed(found, href=file.url + (rest[0] if rest else ""))

    return LINK.sub(link, PICTURE.sub(picture, html))


def _path(address: str) -> str:
    return unquote(REST.sub("", address.removeprefix(SCHEME)))
