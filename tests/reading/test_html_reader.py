from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from meetingplace.reading.html_reader import HTMLReader
from meetingplace.reading.markdown import cleaned


PARTS = """
<p> </p> </a> <b> </b> <br> <br/> <B> <a|href=x> </a|b="c"> <a|href="person:anna"> <a|href="x&amp;y"|title="a|&quot;|b">
<a|href="&copy"> <a|href="&copy;"> <img|src="a"|alt=""> <ol|start="3"|reversed="reversed"> <script> </script> <title>
</title> <!--|x|--> <!x> <?x> </ <p < > ' " = & &amp; &lt; &nbsp; &copy &copy; &#38; &am Anna é
""".split()  # noqa: SIM905 - reads as the list it is
HTML = st.lists(st.sampled_from([part.replace("|", " ") for part in PARTS] + [" ", "\n", "\x00", "\r", "ord " * 12]))


class Listener(HTMLReader):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told.append(("start", tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.told.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.told.append(("data", data))

    def handle_comment(self, data: str) -> None:
        self.told.append(("comment", data))


@settings(max_examples=400)
@given(HTML.map("".join) | HTML.map("".join).map(cleaned) | st.text(max_size=12))
def test_what_is_read_is_what_a_parser_of_html_is_told(html: str) -> None:
    reader, parser = Listener(), Listener()
    reader.read(html)
    parser.feed(html)
    parser.close()
    assert reader.told == parser.told
