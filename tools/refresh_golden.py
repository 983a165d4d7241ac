"""Rewrite the golden files, and what ``about.toml`` says of known failures: ``python -m tools.refresh_golden``.

Run it from the project's folder when an output is meant to change, and read the diff.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import test_golden as golden
from cleantext.config import preset_chain
from cleantext.document import Document
from corpus import Sample, Worth, paragraphs, samples, worth

PRESETS = ("gentle", "news")


def main() -> None:
    tests = ["tests/test_golden.py", "--update-golden", "-k", "golden_one or golden_text"]
    subprocess.run([sys.executable, "-m", "pytest", "-q", *tests], stdout=subprocess.DEVNULL, check=False)
    missed = changed = 0
    for sample in samples():
        about = sample.folder / "about.toml"
        why = shortfall(worth(preset_chain("news")(Document.of(sample.raw)), sample.truth))
        missed += bool(why)
        _put(about, "known_failure", why)
        for preset in PRESETS if sample.unchanged else ():
            how = change(sample, preset)
            changed += bool(how)
            _put(about, f"changed_by_{preset}", how)
    print(missed, "samples miss their bar;", changed, "runs change a sound one")


def shortfall(found: Worth) -> str:
    """In what a sample misses the bar, empty if in nothing."""
    said = []
    if found.recall < golden.RECALL:
        said.append(f"{100 - found.recall:.0f} % of the body is dropped")
    if found.noise_left > golden.NOISE_LEFT:
        said.append(f"{found.noise_left:.0f} % of what is not body is kept")
    if found.picture_left > golden.PICTURE_LEFT:
        said.append(f"{found.picture_left:.0f} % of the captions are kept")
    return "; ".join(said)


def change(sample: Sample, preset: str) -> str:
    """What a preset does to a sound sample, empty if nothing."""
    document = preset_chain(preset)(Document.of(sample.raw))
    have, want = paragraphs(document.text), paragraphs(sample.raw)
    if have == want:
        return ""
    gone = [block.text for block in document.removed]
    said = []
    if gone:
        share = sum(map(_letters, gone)) / _letters(sample.raw)
        said.append(f"drops {len(gone)} short paragraph{'s' if len(gone) > 1 else ''} ({100 * share:.1f} % of it)")
    after, before = set(have.split("\n\n")), set(want.split("\n\n"))
    if before - after - set(gone):
        fewer = len(after) < len(before)
        said.append("joins lines that stand apart (a list, verse)" if fewer else "parts or changes lines")
    return " and ".join(said) or "changes white space"


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _put(path: Path, key: str, why: str) -> None:
    text = re.sub(rf"^{key} = .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    if why:
        text = re.sub(r"^(unchanged = .*\n)", rf'\1{key} = "{why}"\n', text, count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
