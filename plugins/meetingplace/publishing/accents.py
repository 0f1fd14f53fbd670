"""Which accent of the theme's palette a discipline has."""

from __future__ import annotations

from hashlib import blake2b

from meetingplace.model.vocabulary import Vocabulary


ACCENTS = 8
"""How many the theme has: --accent-1 and on."""


def accent(word: str, vocabulary: Vocabulary) -> int:
    """The number of a discipline's accent, from 1; 0 where the word is no discipline of the vocabulary.

    It is a digest (RFC 7693) of the slug of the broadest discipline above the word, and of nothing else: a term that is
    added or taken away recolours no other, and dance and theatre have the colour of the performing arts.
    """
    slug, passed = vocabulary.slug(word) or "", set[str]()
    while slug not in passed and _is_discipline(slug, vocabulary):
        passed.add(slug)
        broader = vocabulary.terms[slug].broader or ""
        if not _is_discipline(broader, vocabulary):
            return blake2b(slug.encode()).digest()[0] % ACCENTS + 1
        slug = broader
    return 0


def _is_discipline(slug: str, vocabulary: Vocabulary) -> bool:
    return slug in vocabulary.terms and vocabulary.terms[slug].kind == "discipline"
