"""What an article's last lines say of who wrote it: "Ada Quill is a reporter for The Isle Times".

Of 135 blocks that say so in the last 15 % of the body or behind it, in flatnews' pages, silver's and our own, 132 are
noise by the truth, one a heading, and the 2 of silver's that count as body are such lines as well.
"""

from __future__ import annotations

from cleantext.text.kinds import writes
from cleantext.text.lists import phrases
from cleantext.text.persons import has_given_name, is_cased_name

_NAME_WORDS, _ROLE_WORDS = 4, 8  # words of a name and the next; words among which a role stands
_AROUND = ".,;:()’'"
_MARKS = "-–—*•✉_( "  # before the name
_LONGEST_LABEL = 40  # characters
_APPOSED = 120  # characters of a name and what stands between commas behind it, at most


def leading_name(text: str) -> str:
    """The name that a sentence begins with; nothing where it begins with none.

    >>> leading_name("Ada Quill is a reporter."), leading_name("The reporter is ill.")
    ('Ada Quill', '')
    """
    words = text.split(maxsplit=_NAME_WORDS)[:_NAME_WORDS]
    size = next((k for k, word in enumerate(words) if not word[0].isupper()), 0)
    named = words[:size]
    return " ".join(named) if size > 1 and is_cased_name(named) and has_given_name(named) else ""


def tells_role(text: str) -> bool:
    """Whether a text begins by saying that somebody writes for a house, as reports of others do not: in the present.

    >>> tells_role("Ada Quill is a political reporter for The Isle Times."), tells_role("Ada Quill covers the harbour.")
    (True, True)
    >>> tells_role("Ada Quill was a reporter."), tells_role("Ada Quill is a harbour engineer.")
    (False, False)
    """
    name = leading_name(text)
    if not name:
        return False
    said = text[len(name) :].lstrip()
    if said.startswith(phrases("bylines", "covering")):
        return True
    verb, *then = said.split(maxsplit=_ROLE_WORDS)[: _ROLE_WORDS + 1] or [""]
    return verb in phrases("bylines", "being") and any(writes(word.strip(_AROUND).lower()) for word in then)


def named_in(text: str) -> str:
    """Of whom a text begins by saying what they are, as an author's last lines do: their name, or nothing.

    They write for a house or are something that authors are, a professor or a governor; with commas behind the name
    they write, and have done so for years. Of 14 such that ended a text of dev's, silver's or the scraped and named
    somebody for the first time all were about the author.

    >>> named_in("— Ada Quill is governor of the Isle."), named_in("Host Bo Tern is a historian in Oslo.")
    ('Ada Quill', 'Bo Tern')
    >>> named_in("Ada Quill, a writer/editor at The Isle Times, has 40 years of experience.")
    'Ada Quill'
    >>> named_in("Ada Quill is due to sail."), named_in("Ada Quill, a docker, has 40 years of experience.")
    ('', '')
    """
    text = text.lstrip(_MARKS)
    first, _, rest = text.partition(" ")
    text = rest if writes(first.lower()) or first.lower() in phrases("bylines", "posts") else text
    name, apposed, then = (*text[:_APPOSED].split(", ", 2), "", "")[:3]
    if apposed and name == leading_name(f"{name} is"):
        tells_more = then.partition(" ")[0] in {*phrases("bylines", "being"), *phrases("bylines", "holding")}
        return name if tells_more and any(map(writes, _words(apposed))) else ""
    name = leading_name(text)
    if not name or tells_role(text):
        return name
    verb, *what = text[len(name) :].split(maxsplit=_ROLE_WORDS)[: _ROLE_WORDS + 1] or [""]
    posts = phrases("bylines", "posts")
    is_post = any(word in posts or writes(word) for word in _words(" ".join(what)))
    return name if is_post and verb in phrases("bylines", "being") else ""


def noted(text: str) -> bool:
    """Whether an editor's note says what somebody is: it heads what they wrote.

    >>> noted("Editor's note: Ada Quill is a professor in Oslo."), noted("Editor's note: The pier is now open.")
    (True, False)
    """
    label, colon, said = text[:_APPOSED].partition(":")
    return bool(colon) and label.lower() in phrases("bylines", "notes") and bool(named_in(said))


def heads_biography(text: str) -> bool:
    """Whether a text is the label of what an author is, and nothing else.

    >>> heads_biography("About the author:"), heads_biography("About the author of the song")
    (True, False)
    """
    return len(text) <= _LONGEST_LABEL and text.strip(_AROUND).strip().lower() in phrases("bylines", "notes")


def begins_with_pronoun(text: str) -> bool:
    """Whether a text begins with a pronoun, as what goes on about somebody does.

    >>> begins_with_pronoun("She has written three books."), begins_with_pronoun("The ferry is back.")
    (True, False)
    """
    return text.partition(" ")[0].lower() in phrases("bylines", "pronouns")


def _words(text: str) -> list[str]:
    return [word.strip(_AROUND).lower() for word in text.replace("/", " ").split()]
