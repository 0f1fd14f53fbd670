"""How a model says that a value is wrong: a stable code and what was found, never a sentence."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def fault(code: str, **values: str | int) -> PydanticCustomError:
    """An error for a validator to raise; `code` is what the catalogue of problems words."""
    return PydanticCustomError(code, code, values)
