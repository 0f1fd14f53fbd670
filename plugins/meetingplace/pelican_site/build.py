"""One build, from reading to publication: what Pelican's signals call, in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from meetingplace.building import Output, Page, Publication, PublicationError, Store, check_addresses, publish
from meetingplace.building.forking import EndedError
from meetingplace.building.manifest import Notes
from meetingplace.catalogue import Catalogue
from meetingplace.i18n import N_, Language, language
from meetingplace.model.site import LANGUAGES
from meetingplace.pelican_site.inputs import cores, made_with
from meetingplace.pelican_site.logged import ErrorCount, warnings_are_fatal
from meetingplace.pelican_site.search_index import SearchIndexError, program
from meetingplace.pelican_site.searching import Search
from meetingplace.pelican_site.settings import Settings
from meetingplace.pelican_site.standing import Standing
from meetingplace.pelican_site.templating import Renderer, artist, environment, stylesheet
from meetingplace.publishing.addresses import Addresses
from meetingplace.publishing.problems import problems_of
from meetingplace.publishing.site import OrdinaryPage, SiteMaker
from meetingplace.publishing.views import Page as View
from meetingplace.reading.dated import dated
from meetingplace.reading.library import read
from meetingplace.reading.problems import Problem


FAULTS = {
    "folder-not-ours": N_("the folder holds files that no build of ours has made; choose an empty or a new one"),
    "folder-forbidden": N_("a site may not be published there"),
    "folder-symlink": N_("a link in the folder leads elsewhere; remove it"),
    "folder-locked": N_("another build is publishing there right now; try again when it is done"),
    "address-collision": N_("two pages have this address"),
    "address-occupied": N_("someone else's file lies there; move it away"),
    "address-unsafe": N_("a page may not have this address"),
    "disk-full": N_("the disk is full"),
    "folder-unwritable": N_("it cannot be written to"),
    "journal-broken": N_("what an interrupted build left cannot be read; remove the file and build again"),
    "manifest-broken": N_("the list of published files cannot be read; remove it and the published folder"),
}
WRONG_CONTENT, WRONG_USE, MACHINE = 1, 2, 3
SEARCH = "search"
"""What the manifest notes the records of the search by."""


@dataclass(slots=True)
class Begun:
    """A build under way: what it knows, what makes its pages, where they are staged, where parts of them are kept, the
    ordinary pages so far, and what is known of the search's index and of what it finds.
    """

    catalogue: Catalogue
    maker: SiteMaker
    publication: Publication
    store: Store
    ordinary: list[OrdinaryPage] = field(default_factory=list)
    search: object = None
    found: list[str] = field(default_factory=list)


class Build:
    """Reads everything before it writes anything; publishes all or nothing."""

    def __init__(self, settings: Settings, words: Language, standing: Standing | None = None) -> None:
        """`standing` is what was seen before the build began, if it can be told whether that changes."""
        self.settings = settings
        self.standing = standing
        self.words = words
        self.environments = {code: environment(settings.theme, language(code)) for code in LANGUAGES}
        self.artist = artist(settings.theme)
        self.made_with = made_with(settings.theme)
        self.made_at = made_with(settings.theme, times=True)
        self.errors = ErrorCount()
        self._under_way: Begun | None = None

    @property
    def prefix(self) -> str:
        """The path below which the site lies, as links on its pages begin."""
        return Addresses(self.settings.site).href("")

    @property
    def _begun(self) -> Begun:
        if self._under_way is None:
            raise RuntimeError("no build has begun")
        return self._under_way

    def begin(self) -> None:
        """Read and check all content, then take hold of the published folder. Ends the process on problems."""
        content, site, today = self.settings.content, self.settings.site, self.settings.today
        store = Store.beside(self.settings.output, self.made_with)
        try:
            read_first = read(content, site, shelf=store.shelf, processes=cores())
            reading = dated(read_first, content, site, today, os.environ)
            catalogue = Catalogue(reading.library, site, today, shelf=store.shelf)
            maker = SiteMaker(catalogue, content, self.settings.theme, shares=self.artist is not None, store=store)
            problems = problems_of(reading, catalogue, maker, self._last_notes(), cores())
        except EndedError:
            self.end()
        if reading is not read_first:
            self.standing = None  # git was asked, whose answers are no input that can be seen
        for problem in problems:
            self.tell(problem.text(self.words.code))
        if any(problem.severity == "error" or (warnings_are_fatal() and problem.can_stop) for problem in problems):
            self.stop(WRONG_CONTENT)
        if self.artist is None:
            words = self.words.gettext("no share pictures are made: the typefaces in static/fonts cannot be read")
            self.tell(f"{self.settings.theme}: {words}")
        self._under_way = Begun(catalogue, maker, self._opened(), store)

    def _last_notes(self) -> Notes:
        try:
            return Publication(self.settings.output).notes
        except PublicationError as error:
            self.fail(error)

    def _opened(self) -> Publication:
        own = (self.settings.content, self.settings.theme, self.settings.theme.parent)
        try:
            return Publication.open(self.settings.output, forbidden=own)
        except PublicationError as error:
            self.fail(error)

    def add_ordinary(self, page: OrdinaryPage) -> None:
        """Keep an ordinary page until all of them are known: the foot of every page links to them."""
        self._begun.ordinary.append(page)

    def stage(self, address: str, source: Path) -> None:
        """Stage a file as it lies in the theme or the content."""
        try:
            self._begun.publication.write(address, source.read_bytes())
        except OSError as error:
            reason = (("reason", error.strerror or ""),)
            print(Problem(str(source), 1, 1, "file-unreadable", "", reason).text(self.words.code), file=sys.stderr)
            self.stop(WRONG_CONTENT)
        except PublicationError as error:
            self.fail(error)

    def write(self) -> None:
        """Make and stage every page and file but what is staged as it lies."""
        begun, theme = self._begun, self.settings.theme
        outputs = begun.maker.outputs(begun.ordinary)
        self._refuse_collisions(outputs)
        try:
            begun.publication.write(begun.maker.stylesheet, stylesheet(theme))
            render = Renderer(self.environments, self.artist)
            publish(outputs, render, begun.publication, made_with=self.made_with, processes=cores())
            if made_with(theme, times=True) != self.made_at:
                begun.publication.unseal()  # a template was changed meanwhile, and nobody knows which were read
            self._stage_search()
        except PublicationError as error:
            self.fail(error)
        except EndedError:
            self.end()

    def _stage_search(self) -> None:
        """Stage what the search reads: what lies there already where nothing in it would change."""
        begun, words, command = self._begun, self.words, program()
        if command is None:
            said = words.gettext("there is no Pagefind for this machine: the site has no search")
            self.tell(f"pagefind: warning[search-missing] {said}")
            return
        folder = begun.maker.addresses.file(begun.maker.addresses.search_index("x")).removesuffix("x")
        search = Search(folder, command, self.made_with, begun.store, cores())
        found = begun.maker.findable(begun.ordinary)
        begun.found = [each.made_of for each in found]
        noted = begun.publication.notes.get(SEARCH)
        if self.settings.search_later:
            begun.publication.keep(folder)
            begun.search = noted
            return
        try:
            begun.search = search.stage(found, begun.publication, noted)
        except SearchIndexError as error:
            said = words.gettext("the index of the search could not be made; try again, or install pagefind_bin anew")
            print(f"{command.name}: error[search-failed] {said} ({error})", file=sys.stderr)
            self.stop(MACHINE)

    def _refuse_collisions(self, outputs: Sequence[Output]) -> None:
        twice = {
            each for found in check_addresses((o.address, "") for o in outputs) for each in (found.address, found.other)
        }
        collisions = check_addresses((o.address, output_name(o)) for o in outputs if o.address in twice)
        for found in collisions:
            text = self.words.gettext(
                "%(address)s is the address of both %(first)s and %(second)s",
                address=found.address,
                first=found.first,
                second=found.second,
            )
            print(f"{self.settings.content.name}: error[address-twice] {text}", file=sys.stderr)
        if collisions:
            self.stop(WRONG_CONTENT)

    def finish(self) -> None:
        """Move what was staged into the published folder, unless Pelican has logged an error."""
        if self.errors.count:
            self.stop(WRONG_CONTENT)
        try:
            notes = {**self._begun.catalogue.notes(), SEARCH: self._begun.search}
            self._begun.publication.commit(notes, self._remember)
        except PublicationError as error:
            self.fail(error)
        self._under_way = None

    def _remember(self) -> None:
        """Keep what the next run can use; let it end at once, unless there is something that it should tell again."""
        self._begun.store.keep_only([*self._begun.maker.stored(), *self._begun.found])
        if self.standing and not self.errors.warnings:
            self.standing.remember(self.words.gettext("Done: nothing has changed since the site was last built."))

    def tell(self, line: str) -> None:
        """Say what does not keep the site from being published, but is to be said by each build."""
        print(line, file=sys.stderr)
        self.standing = None

    def fail(self, error: PublicationError) -> NoReturn:
        """Say in one line why the site could not be published, and end with the fault's own status."""
        words = self.words.gettext(FAULTS.get(error.code, N_("the site could not be published there")))
        print(f"{error.path}: error[{error.code}] {words} {error.detail}".rstrip(), file=sys.stderr)
        self.stop(error.exit_status)

    def end(self) -> NoReturn:
        """Say that one of the processes that make the site has ended without a word."""
        said = self.words.gettext("a process that made pages was ended, perhaps for want of memory; try again")
        print(f"{self.settings.output}: error[process-ended] {said}", file=sys.stderr)
        self.stop(MACHINE)

    def stop(self, status: int) -> NoReturn:
        """Leave the published folder as it is and end the process."""
        if self._under_way is not None:
            self._under_way.publication.abandon()
        sys.exit(status)


def output_name(output: Output) -> str:
    """What an editor knows an output by: a page by its heading, a file by its address."""
    made = output.make()
    view = made.view if isinstance(made, Page) else None
    return f"”{view.head.heading}”" if isinstance(view, View) else output.address
