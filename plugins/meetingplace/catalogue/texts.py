"""What texts are and hold, whatever the setting and the language of the site in which they are read."""

from __future__ import annotations

from meetingplace.reading.markdown import to_html

from .names import Names


class Texts:
    """`names` are those of all people; HTML is laid out once."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._laid_out: dict[tuple[str, str], str] = {}

    def html(self, text: str, prefix: str) -> str:
        """Sanitised HTML of Markdown (`reading/markdown.py`), with all names in it: it must be masked yet."""
        if (text, prefix) not in self._laid_out:
            self._laid_out[text, prefix] = to_html(text, prefix)
        return self._laid_out[text, prefix]
