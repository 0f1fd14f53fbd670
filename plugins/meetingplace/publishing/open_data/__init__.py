"""All meetings as open data: schema.org in JSON-LD, a table, and the description by which data portals find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from meetingplace.building import Output
from meetingplace.catalogue import Catalogue
from meetingplace.publishing.outlet import Outlet

from .dcat import dcat
from .graph import graph
from .rows import rows


def open_data(catalogue: Catalogue, outlet: Outlet) -> Iterator[Output]:
    """The three files. Of people they have those who agreed to feeds, for data is copied and never forgotten."""
    meetings, addresses, digests = catalogue.meetings("feeds"), outlet.addresses, catalogue.digests
    series = {slug: record.title for slug, record in catalogue.series("feeds").items()}
    made: Mapping[str, Callable[[], bytes]] = {
        addresses.data("data_json_file"): partial(graph, meetings, outlet),
        addresses.data("data_csv_file"): partial(rows, meetings, series, outlet),
        addresses.data("dcat_file"): partial(dcat, meetings, outlet),
    }
    for address, make in made.items():
        file = addresses.file(address)
        yield Output.of_bytes(file, make, digests.known(file, digests.meetings))
