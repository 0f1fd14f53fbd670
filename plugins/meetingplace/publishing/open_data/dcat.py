"""The description of the data for data portals: DCAT-AP-SE 3.0.1 (Digg, 2024) as RDF/XML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from meetingplace.catalogue.meetings import Meeting
from meetingplace.i18n import N_, language
from meetingplace.publishing.outlet import Outlet
from meetingplace.publishing.plain import one_line, uri


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "rdf": RDF,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
AUTHORITY = "http://publications.europa.eu/resource/authority"
TONGUES = {"sv": f"{AUTHORITY}/language/SWE", "en": f"{AUTHORITY}/language/ENG"}
CULTURE = f"{AUTHORITY}/data-theme/EDUC"
"""Education, culture and sport, among the themes of the European Union."""
IRREGULAR = f"{AUTHORITY}/frequency/IRREG"
PUBLIC = f"{AUTHORITY}/access-right/PUBLIC"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
"""What DCAT-AP-SE asks of the description itself, whatever the licence of the data is."""
TITLE = N_("Meetings: what happens, and whom one will meet there")
ABOUT = N_(
    "Meetings of the cultural sector with time, place, what they cost, whether one is paid, how one signs up, and how"
    " many come of which kinds. Only those are named who have agreed to it."
)
KEYWORDS = (N_("culture"), N_("meetings"), N_("events"), N_("calendar"))


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the data: `name` ends its identifier, `file` is its setting, `standard` what it follows."""

    name: str
    file: str
    title: str
    media_type: str
    standard: str


FORMS = (
    Form("json", "data_json_file", "JSON-LD (schema.org)", "application/ld+json", "https://schema.org/Event"),
    Form("csv", "data_csv_file", "CSV", "text/csv", "https://www.rfc-editor.org/rfc/rfc4180"),
    Form("ical", "calendar_file", "iCalendar", "text/calendar", "https://www.rfc-editor.org/rfc/rfc5545"),
    Form("rss", "rss_file", "RSS", "application/rss+xml", "https://www.rssboard.org/rss-specification"),
    Form("atom", "atom_file", "Atom", "application/atom+xml", "https://www.rfc-editor.org/rfc/rfc4287"),
)


def dcat(meetings: Sequence[Meeting], outlet: Outlet) -> bytes:
    """A catalogue of one dataset in several forms. No node is blank, for portals would take each for a new one.

    Without DATA_LICENSE no licence is stated, neither of the data nor of the description: it is nobody's but the
    publisher's to give.
    """
    root = etree.Element(_name("rdf:RDF"), nsmap=NAMESPACES)
    here = uri(outlet.addresses.absolute(outlet.addresses.data("dcat_file")))
    _catalog(root, here, meetings, outlet)
    _dataset(root, here, meetings, outlet)
    for form in FORMS:
        _distribution(root, here, form, outlet)
    for form in FORMS:
        standard = _node(root, "dcterms:Standard", form.standard)
        _text(standard, "dcterms:title", form.title)
    _publisher(root, here, outlet)
    _contact(root, here, outlet)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def _catalog(root: etree._Element, here: str, meetings: Sequence[Meeting], outlet: Outlet) -> None:
    site = outlet.site
    node = _node(root, "dcat:Catalog", f"{here}#catalog")
    _text(node, "dcterms:title", one_line(site.name), site.language)
    _text(node, "dcterms:description", one_line(site.summary), site.language)
    _link(node, "dcterms:publisher", f"{here}#publisher")
    _link(node, "dcat:dataset", f"{here}#meetings")
    if site.data_license:
        _link(node, "dcterms:license", CC0)
    _link(node, "foaf:homepage", uri(outlet.addresses.absolute("/")))
    _link(node, "dcterms:language", TONGUES.get(site.language, TONGUES["en"]))
    _link(node, "dcat:themeTaxonomy", f"{AUTHORITY}/data-theme")
    _dates(node, meetings)


def _dataset(root: etree._Element, here: str, meetings: Sequence[Meeting], outlet: Outlet) -> None:
    node = _node(root, "dcat:Dataset", f"{here}#meetings")
    for name, message in (("dcterms:title", TITLE), ("dcterms:description", ABOUT)):
        for code, text in _told(message):
            _text(node, name, text, code)
    for keyword in KEYWORDS:
        for code, text in _told(keyword):
            _text(node, "dcat:keyword", text, code)
    _link(node, "dcterms:publisher", f"{here}#publisher")
    _link(node, "dcat:contactPoint", f"{here}#contact")
    _link(node, "dcat:theme", CULTURE)
    _link(node, "dcterms:accessRights", PUBLIC)
    _link(node, "dcterms:accrualPeriodicity", IRREGULAR)
    _link(node, "dcterms:language", TONGUES.get(outlet.site.language, TONGUES["en"]))
    _link(
        node, "dcat:landingPage", uri(outlet.addresses.absolute(outlet.addresses.folder("subscribe"))) + "#oppna-data"
    )
    _dates(node, meetings)
    for form in FORMS:
        _link(node, "dcat:distribution", f"{here}#{form.name}")


def _distribution(root: etree._Element, here: str, form: Form, outlet: Outlet) -> None:
    node = _node(root, "dcat:Distribution", f"{here}#{form.name}")
    address = uri(outlet.addresses.absolute(outlet.addresses.data(form.file)))
    _text(node, "dcterms:title", form.title)
    _link(node, "dcat:accessURL", address)
    _link(node, "dcat:downloadURL", address)
    _text(node, "dcterms:format", form.media_type)
    _link(node, "dcterms:conformsTo", form.standard)
    if outlet.site.data_license:
        _link(node, "dcterms:license", uri(outlet.site.data_license))


def _publisher(root: etree._Element, here: str, outlet: Outlet) -> None:
    node = _node(root, "foaf:Agent", f"{here}#publisher")
    _text(node, "foaf:name", one_line(outlet.site.publisher))
    _link(node, "foaf:homepage", uri(outlet.addresses.absolute("/")))


def _contact(root: etree._Element, here: str, outlet: Outlet) -> None:
    """Whom to ask; an e-mail address is mandatory, so the role address stands where there is no other."""
    site = outlet.site
    node = _node(root, "vcard:Organization", f"{here}#contact")
    _text(node, "vcard:fn", one_line(site.contact.name))
    _link(node, "vcard:hasEmail", f"mailto:{site.contact.email or site.organizer}")


def _dates(node: etree._Element, meetings: Sequence[Meeting]) -> None:
    """When the data were first published and last changed: days of content, never of a build."""
    gists = [meeting.gist for meeting in meetings]
    for name, days in (
        ("dcterms:issued", sorted(gist.published for gist in gists)[:1]),
        ("dcterms:modified", sorted(max(gist.published, gist.modified) for gist in gists)[-1:]),
    ):
        for day in days:
            _day(node, name, day)


def _told(message: str) -> Iterator[tuple[str, str]]:
    """The message in Swedish and in English, whatever the language of the site is."""
    for code in ("sv", "en"):
        yield code, language(code).gettext(message)


def _name(short: str) -> str:
    prefix, _, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _node(root: etree._Element, kind: str, about: str) -> etree._Element:
    return etree.SubElement(root, _name(kind), {f"{{{RDF}}}about": about})


def _link(node: etree._Element, name: str, address: str) -> None:
    etree.SubElement(node, _name(name), {f"{{{RDF}}}resource": address})


def _text(node: etree._Element, name: str, text: str, code: str = "") -> None:
    etree.SubElement(node, _name(name), {XML_LANGUAGE: code} if code else {}).text = text


def _day(node: etree._Element, name: str, day: str) -> None:
    etree.SubElement(node, _name(name), {f"{{{RDF}}}datatype": XSD_DATE}).text = day
