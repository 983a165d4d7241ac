"""What stands behind the end of a press release is none of it; other texts end where they end."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.releases import behind_release

BODY = (
    "OSLO, May 3, 2024 /PRNewswire/ -- Islea Ferries today put its third boat into service. It sails every day.",
    "“We have waited two years for her,” said Ada Quill, who runs it. “Nobody will be left on the quay again.”",
    "The boat carries 120 passengers and was built in Port Ada at a cost of 4 million. Fares stay as they are.",
)
ABOUT = "Islea Ferries runs six boats in the bay and employs 140 people. For more, visit www.islea.example."


@pytest.mark.parametrize(
    "tail",
    [
        f"About Islea Ferries\n\n{ABOUT}\n\nMedia Contact:\nBo Tern\nbo@islea.example",
        f"About Islea Ferries:\n{ABOUT}",
        f"About Islea Ferries: {ABOUT}",
        "ENDS\n\nNotes to Editors\n\n1. The boat was named after a tern.\n\n2. Pictures are at www.islea.example.",
        "Forward-Looking Statements\n\nThis release holds statements that involve risks and uncertainties.",
    ],
)
def test_it_goes(tail: str) -> None:
    text = "\n\n".join([*BODY, tail])
    found = behind_release(text)
    assert found is not None
    assert text[found[0] :] == tail
    document = cleantext.read(text)
    assert document.text == "\n\n".join(BODY)
    assert [block.reasons[0].rule for block in document.blocks if block.dropped_by] == ["behind a press release"]


def test_it_goes_where_lines_are_lost() -> None:
    text = " ".join([*BODY, "About Islea Ferries", ABOUT])
    assert cleantext.clean(text).endswith("Fares stay as they are.")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Oslo (ots) - Die Fähre fährt wieder. Sie ist voll.\nÜber die ISLEA Reederei:\nDie ISLEA hat Boote.", "Über"),
        ("Oslo, le 3 mai. Le bac est là.\nContact presse : Ada\nÀ propos d’Islea\nIslea a six bacs.", "À propos"),
        ("NOTA DE PRENSA\nEl barco ha vuelto.\nAcerca de Islea\nFundada en 1990, Islea tiene barcos.", "Acerca"),
    ],
)
def test_it_is_found_in_other_languages(text: str, start: str) -> None:
    found = behind_release(text)
    assert found is not None
    assert text[found[0] :].startswith(start)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join([*BODY[1:], "About Islea Ferries", ABOUT]),  # no release
        "\n\n".join(["About Islea Ferries", ABOUT, *BODY]),  # at its beginning
        "\n\n".join([*BODY, "About the boat", "She was built in Port Ada and is named after a tern."]),
        "\n\n".join([BODY[1], "So stand es in einer Pressemitteilung.", "###", "Über Islea", f"Islea lag da. {ABOUT}"]),
        "\n\n".join(["Selon un communiqué de presse, le bac est là.", *BODY[1:], "FIN", "# # #", ABOUT]),
        "\n\n".join([*BODY, "About time", "The council agreed, for it had waited long enough."]),
        "\n\n".join([*BODY, "Contact with the coast was lost on Friday, and About Islea is a book."]),
    ],
)
def test_other_texts_go_on(text: str) -> None:
    assert behind_release(text) is None
