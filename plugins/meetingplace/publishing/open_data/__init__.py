"""All meetings as open data: schema.org in JSON-LD, a table, and the description by which data portals find them."""

from __future__ import annotations

from meetingplace.building import File
from meetingplace.catalogue import Catalogue
from meetingplace.publishing.outlet import Outlet

from .dcat import dcat
from .graph import graph
from .rows import rows


def open_data(catalogue: Catalogue, outlet: Outlet) -> tuple[File, File, File]:
    """The three files. Of people they have those who agreed to feeds, for data is copied and never forgotten."""
    meetings, addresses = catalogue.meetings("feeds"), outlet.addresses
    series = {slug: record.title for slug, record in catalogue.series("feeds").items()}
    made = {
        addresses.data("data_json_file"): graph(meetings, outlet),
        addresses.data("data_csv_file"): rows(meetings, series, outlet),
        addresses.data("dcat_file"): dcat(meetings, outlet),
    }
    in_json, in_table, described = (File(addresses.file(address), data) for address, data in made.items())
    return in_json, in_table, described
