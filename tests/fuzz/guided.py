"""Inputs guided by coverage, with Atheris: ``python tests/fuzz/guided.py [TARGET …] [--seconds 300] [--keep FOLDER]``.

Each target runs in a process of its own, so long, from its seeds and from what was kept of earlier runs. A failure is
printed, and its input is kept in FOLDER (``.fuzz`` unless told otherwise). The exit code is 1 if there was one.
"""

from __future__ import annotations

import argparse
import pkgutil
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # what these tests share with the others

_TRIED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_COVERED = re.compile(r"cov: (\d+)")
LONGEST = 2000  # bytes of an input
SLOWEST = 30  # seconds for one


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=300, help="for each target")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        fuzz(arguments.targets[0], arguments.seconds, arguments.keep)
    from targets import TARGETS

    failed = [name for name in arguments.targets or TARGETS if not _apart(name, arguments.seconds, arguments.keep)]
    return 1 if failed else 0


def _apart(target: str, seconds: int, keep: Path) -> bool:
    """Run one target in a process of its own; whether all went well."""
    command = [sys.executable, __file__, target, "--inside", "--seconds", str(seconds), "--keep", str(keep)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    told = done.stdout + done.stderr
    tried, covered = _TRIED.findall(told), _COVERED.findall(told)
    inputs, places = (int(found[-1]) if found else 0 for found in (tried, covered))
    fate = "FAILED" if done.returncode else "no failure"
    print(f"{target:<16}{inputs:>12,} inputs{places:>8,} places covered   {fate}", flush=True)
    if done.returncode:
        print(told[max(told.find("Uncaught Python exception"), 0) :][:6000], flush=True)
    return done.returncode == 0


def fuzz(target: str, seconds: int, keep: Path) -> None:
    """Run one target here; this never returns."""
    import atheris

    with atheris.instrument_imports(include=["cleantext"]):
        import cleantext

        for module in pkgutil.walk_packages(cleantext.__path__, "cleantext."):
            if ".adaptors" not in module.name and not module.name.endswith("__main__"):
                __import__(module.name)
        from targets import attempt

    from inputs import seeds

    folder = keep / target
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds(target):
        (folder / sha256(seed).hexdigest()[:20]).write_bytes(seed)
    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-rss_limit_mb=4096",
        "-print_final_stats=1", f"-artifact_prefix={keep}/{target}-",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(folder)], lambda data: attempt(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
