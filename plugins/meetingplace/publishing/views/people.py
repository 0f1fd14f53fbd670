"""People, as lists and meetings show them."""

from __future__ import annotations

from dataclasses import dataclass

from .composition import Composition
from .parts import Link, Picture


@dataclass(frozen=True, slots=True)
class Person:
    """One who comes, or a person in a list. `kind` is the word for free or on working hours; `kind_key` its key.

    `mark` is what stands where a picture is missing: initials; `accent` the number of its colour, 0 where no
    discipline is known. `roles` and `attends` are words; `attends_key` is
    on-site or online. `maybe` and `new` are words where they hold ("kanske", "nytt namn"). The note of what
    someone offers or seeks is a sentence about it, in the language `rest_lang`; `lang` is that of the title and
    `pronouns_lang` that of the pronouns, each set where it is not the page's.
    """

    name: str
    url: str
    mark: str
    kind: str
    kind_key: str
    is_organisation: bool = False
    is_host: bool = False
    title: str = ""
    organisation: str = ""
    pronouns: str = ""
    roles: tuple[str, ...] = ()
    disciplines: tuple[Link, ...] = ()
    municipality: Link | None = None
    why: str = ""
    offers: tuple[Link, ...] = ()
    seeks: tuple[Link, ...] = ()
    attends: str = ""
    attends_key: str = ""
    maybe: str = ""
    new: str = ""
    lang: str = ""
    pronouns_lang: str = ""
    rest_lang: str = ""
    picture: Picture | None = None
    accent: int = 0


@dataclass(frozen=True, slots=True)
class Meet:
    """Whom one will meet. `sentence` counts them; `nobody` stands instead while nobody is known.

    `picture` draws the same. `counted` are lines for those who are counted and not named, `invited` a line for
    those who were asked. `over` is the instant from which the meeting has been, for a page that is older;
    `sentence_over` is the sentence then.
    """

    heading: str
    sentence: str
    nobody: str
    people: tuple[Person, ...] = ()
    organisations: tuple[Person, ...] = ()
    counted: tuple[str, ...] = ()
    invited: str = ""
    print_url: str = ""
    picture: Composition | None = None
    over: str = ""
    sentence_over: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """People under a heading."""

    heading: str
    anchor: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class People:
    """`ways` are other ways into the same people: headings with links, each with how many there are."""

    groups: tuple[Group, ...]
    organisations: tuple[Person, ...]
    intro: str = ""
    ways: tuple[tuple[str, tuple[Link, ...]], ...] = ()
