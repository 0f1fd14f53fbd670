"""What a page shows, as plain data: made without templates, hashable by their bytes, read by any renderer.

Texts are finished words in the page's language. A field that ends in `_html` is sanitised HTML; every other
text is plain and must be escaped. `url` is an address from the site's root; "" means that there is no page.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from .choosing import Choice, ChoiceGroup, Choosing, MeetingsPage, SelectionPage
    from .composition import Composition, Figure, LegendRow
    from .drawings import Map, MonthBeats, YearStrip
    from .lists import (
        Archive,
        ArchivePage,
        ArchiveYear,
        Card,
        Day,
        Entry,
        Home,
        Index,
        Line,
        Listing,
        Month,
        MonthPage,
        Months,
        Row,
        Subscribe,
        Subscription,
        Week,
    )
    from .meeting import (
        Glance,
        Match,
        Meeting,
        Occurrence,
        Online,
        Possibility,
        ProgrammeDay,
        ProgrammeRow,
        Report,
        SignUp,
        Update,
    )
    from .news import News, NewsDay, NewsItem
    from .page import Alternate, Head, Moved, NotFound, Page, Shell, Text, Untranslated
    from .parts import Contact, Date, Fact, Feed, Later, Link, Picture, Status, Where
    from .people import Group, Meet, People, Person
    from .records import MunicipalityPage, PersonPage, PlacePage, Priority, SeriesPage, TopicPage
    from .share import Preview, Share
    from .style import Component, Contrast, Example, Style, Token

MODULES = {
    "choosing": "Choice ChoiceGroup Choosing MeetingsPage SelectionPage",
    "composition": "Composition Figure LegendRow",
    "drawings": "Map MonthBeats YearStrip",
    "lists": "Archive ArchivePage ArchiveYear Card Day Entry Home Index"
    " Line Listing Month MonthPage Months Row Subscribe Subscription Week",
    "meeting": "Glance Match Meeting Occurrence Online Possibility ProgrammeDay ProgrammeRow Report SignUp Update",
    "news": "News NewsDay NewsItem",
    "page": "Alternate Head Moved NotFound Page Shell Text Untranslated",
    "parts": "Contact Date Fact Feed Later Link Picture Status Where",
    "people": "Group Meet People Person",
    "records": "MunicipalityPage PersonPage PlacePage Priority SeriesPage TopicPage",
    "share": "Preview Share",
    "style": "Component Contrast Example Style Token",
}
"""Where each view is: it is loaded when the first of a module is asked for (PEP 562), for a build makes few of them."""

_PLACES = {name: module for module, names in MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


__all__ = [
    "Alternate",
    "Archive",
    "ArchivePage",
    "ArchiveYear",
    "Card",
    "Choice",
    "ChoiceGroup",
    "Choosing",
    "Component",
    "Composition",
    "Contact",
    "Contrast",
    "Date",
    "Day",
    "Entry",
    "Example",
    "Fact",
    "Feed",
    "Figure",
    "Glance",
    "Group",
    "Head",
    "Home",
    "Index",
    "Later",
    "LegendRow",
    "Line",
    "Link",
    "Listing",
    "Map",
    "Match",
    "Meet",
    "Meeting",
    "MeetingsPage",
    "Month",
    "MonthBeats",
    "MonthPage",
    "Months",
    "Moved",
    "MunicipalityPage",
    "News",
    "NewsDay",
    "NewsItem",
    "NotFound",
    "Occurrence",
    "Online",
    "Page",
    "People",
    "Person",
    "PersonPage",
    "Picture",
    "PlacePage",
    "Possibility",
    "Preview",
    "Priority",
    "ProgrammeDay",
    "ProgrammeRow",
    "Report",
    "Row",
    "SelectionPage",
    "SeriesPage",
    "Share",
    "Shell",
    "SignUp",
    "Status",
    "Style",
    "Subscribe",
    "Subscription",
    "Text",
    "Token",
    "TopicPage",
    "Untranslated",
    "Update",
    "Week",
    "Where",
    "YearStrip",
]
