"""How pages without a written truth are read: their blocks, and the element of the article."""

from __future__ import annotations

import pytest

PAGE = """
<html><body><nav>Home<br>News</nav><main><div><h1>Ferry back</h1><p>The <a href="/f">ferry</a> is back in its berth.</p>
<figure><figcaption>A dock <b>at dusk</b></figcaption></figure><p>It sails again on Monday.</p></div>
<aside>More</aside></main></body></html>
"""


def test_a_page_s_blocks_and_its_article() -> None:
    pytest.importorskip("bs4", reason="pages are read with beautifulsoup4: pip install --group flatteners")
    from tools.flatteners import soup
    from tools.score_votes import article_of, blocks_of, flattened, plain

    tree = soup(PAGE)
    body = ["The ferry is back in its berth.", "It sails again on Monday."]
    assert list(blocks_of(tree)) == [
        ("body", "Home News"),
        ("subhead", "Ferry back"),
        ("body", body[0]),
        ("caption", "A dock at dusk"),
        ("body", body[1]),
        ("body", "More"),
    ]
    assert article_of(tree, [plain(text) for text in body]).name == "main"
    assert flattened(tree, [plain(text) for text in body])["soup_glued"].startswith("Ferry backTheferryis back")
