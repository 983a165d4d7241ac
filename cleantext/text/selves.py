"""Whether a short text says of itself what it is: a pointer, an aside, a picture's."""

from __future__ import annotations

from cleantext.text.asides import is_aside
from cleantext.text.credits import begins_as_caption, ends_in_credit, labelled
from cleantext.text.openers import begins_as_pointer, is_pointer


def says_what_it_is(text: str) -> bool:
    """Whether a text points elsewhere or speaks of the article, or has a caption's label or a credit at its end.

    >>> says_what_it_is("Read more:"), says_what_it_is("Photo: the pier"), says_what_it_is("The pier (Quill/Reuters)")
    (True, True, True)
    >>> says_what_it_is("What it cost")
    False
    """
    if is_pointer(text) or begins_as_pointer(text) or is_aside(text):
        return True
    return labelled(text) or begins_as_caption(text) or ends_in_credit(text)
