"""Share pictures: what they show, made of texts for feeds alone, and how it is drawn."""

from __future__ import annotations

from .drawing import Artist
from .showing import in_words, preview, share_of_meeting, share_of_site


__all__ = ["Artist", "in_words", "preview", "share_of_meeting", "share_of_site"]
