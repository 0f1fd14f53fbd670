"""What many pages show: made once of the same objects, and kept no longer than they are."""

from __future__ import annotations

from meetingplace.publishing.once import Once


def test_it_is_made_once_of_the_same_objects_and_again_of_others() -> None:
    once, made = Once(), []

    def make(*of: object) -> int:
        made.append(of)
        return len(made)

    one, equal = [1], [1]
    assert [once(make, one, 2), once(make, one, 2), once(make, equal, 2), once(make, one, 3)] == [1, 1, 2, 3]
    assert once(lambda found: found, one) is one


def test_what_it_was_made_of_is_kept_so_that_nothing_else_is_taken_for_it() -> None:
    once = Once()
    assert [once(list, iter([number]))[0] for number in range(1000)] == [*range(1000)]
