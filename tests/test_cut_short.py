"""Marks where a feed cut a text short, and what an editor left out."""

from __future__ import annotations

import pytest

import cleantext
from cleantext.text.feeds import left_in

BODY = (
    "The ferry will run again on Monday, its owner said, after the harbour council had agreed to pay for a new engine.",
    "Some forty people live on the islands all year, and in the meantime fishing boats had supplied them with post.",
)
CUT = "Fares stay as they are until spring, Moe said, and the school will send its books by the"

STAYS = (
    "“The ferry […] is back,” he said.",
    "“The ferry is back […] and it is full,” he said.",
    "“The ferry is back. […] It is full,” he said.",
    "“We are glad. […]\n“It is full,” he said.",
    "“We are glad, and the […]\nIt is full,” he said.",
    "He wrote that it was […]\nand that it is full.",
    "The letter was long. […]\nIt was about the ferry.",
    "A quay is rest, inspiration and the […]\nSuch words have been said before, and nobody minds.",
    "They want more (more …) of it.",
    "The ferry [more] is back.",
    "It has 3512 chars] in all.",
    "They went on to read more » of it.",
    "He wants to read the full story at the Isle News before he answers.",
    "Er will „Fähre“ weiterlesen",
    "Continue reading, she told them, and they did.",
)

GOES = (
    "It will sail on the ⟦[…]⟧",
    "It will sail on the ⟦[...]⟧",
    "It will sail on the⟦[…]⟧",
    "It will sail on the ⟦[…]⟧\nCouncil meets on the quay\nThe council met.",
    "It will sail on the ⟦[…] Read more »⟧",
    "It will sail on the ⟦[…] Read more⟧ The council met.",
    "Irán por la ⟦[…]Leer más »⟧",
    "It will sail on the… ⟦[+3512 chars]⟧",
    "It will sail on the ... ⟦[+12 chars]⟧ The council met.",
    "It is back. ⟦(more…)⟧",
    "It is back. ⟦(more...)⟧\nThe council met on the",
    "Sie fährt wieder. ⟦(mehr …)⟧",
    "Il repart. ⟦(suite…)⟧",
    "Vuelve. ⟦(más…)⟧",
    "Torna. ⟦(altro…)⟧",
    "Volta. ⟦(mais…)⟧",
    "Hij vaart. ⟦(meer…)⟧",
    "Wraca. ⟦(więcej…)⟧",
    "Вернулся. ⟦(далее…)⟧",
    "Il repart. ⟦Continuer la lecture de « Le bac repart »⟧",
    "Sie fährt wieder. ⟦„Fähre fährt wieder“ weiterlesen⟧",
    "Volta. ⟦Continue a ler →⟧",
    "عادت. ⟦متابعة القراءة ←⟧",
    "돌아왔다. ⟦계속 읽기 →⟧",
    "돌아왔다.⟦더 보기 »⟧",
    "It is back. ⟦Continue reading on Isle News »⟧ The council met.",
    "It is back.⟦Read the rest of this entry »⟧",
    "It is back. ⟦Read more of this story at Isle News.⟧",
    "It is back. ⟦Read the full story at Isle News.⟧",
    "It is back. ⟦Read the original story on Isle News.⟧",
)


@pytest.mark.parametrize("text", STAYS)
def test_what_is_left_out_of_a_quotation_and_what_reports_say_stay(text: str) -> None:
    found = [text[a:b] for a, b in left_in(text).spans]
    assert found == []


@pytest.mark.parametrize("marked", GOES)
def test_marks_and_calls_are_found(marked: str) -> None:
    before, _, rest = marked.partition("⟦")
    inner, _, after = rest.partition("⟧")
    assert left_in(before + inner + after).spans[:1] == [(len(before), len(before + inner))]


@pytest.mark.parametrize("between", ["\n", " ", ""])
@pytest.mark.parametrize("mark", ["[…]", "[...]", "[&#8230;]", "[+812 chars]"])
@pytest.mark.parametrize("last", ["", "Read more »", "The post Ferry runs again soon appeared first on Isle News."])
def test_the_words_of_the_cut_sentence_stay(between: str, mark: str, last: str) -> None:
    text = between.join([*BODY, f"{CUT} {mark}", *[last] * bool(last)])
    assert "".join(cleantext.clean(text).split()) == "".join("".join([*BODY, CUT]).split())


def test_an_omission_in_the_body_stays() -> None:
    quoted = "“We are glad […] to be back,” said Nils Moe, who runs the line with his two sisters, on the quay."
    assert cleantext.clean("\n".join([BODY[0], quoted, BODY[1]])) == "\n\n".join([BODY[0], quoted, BODY[1]])


@pytest.mark.parametrize("mark", ["[…]", "[...]", "(…)"])
def test_teasers_cut_short_behind_long_lists_spare_nothing_above_them(mark: str) -> None:
    lists = [f"{place} harbour today" for place in ("North", "South", "East", "West") for _ in range(12)]
    teasers = [f"The council of the island met in the old hall on Monday to hear what its {mark}", "17 comments"]
    cleaned = cleantext.clean("\n".join(["Isle News", *lists, *BODY, *lists, *teasers, *lists, *teasers]))
    assert cleaned.split("\n\n")[: len(BODY)] == list(BODY)
    assert "harbour today" not in cleaned
