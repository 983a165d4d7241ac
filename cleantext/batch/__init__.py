"""Many documents: files in, files out, on all cores, to be gone on with where a run was stopped.

``cleantext run`` is this as a command.
"""

from __future__ import annotations

from cleantext.batch.running import Summary, resumable, run
from cleantext.batch.settings import Settings

__all__ = ["Settings", "Summary", "resumable", "run"]
