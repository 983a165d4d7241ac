"""How far a run is, for someone who watches."""

from __future__ import annotations

from typing import Any, Protocol


class Progress(Protocol):
    """Is told how far a run is."""

    def start(self, size: int, read: int, documents: int) -> None:
        """The run begins: so many bytes to read in all (0 if nobody knows), so many read and documents done before."""

    def update(self, read: int, documents: int) -> None:
        """So many bytes are read, and so many documents done."""

    def close(self) -> None:
        """The run is at its end."""


class Silent:
    """Shows nothing."""

    def start(self, size: int, read: int, documents: int) -> None: ...

    def update(self, read: int, documents: int) -> None: ...

    def close(self) -> None: ...


class Bar:
    """A line on standard error: bytes, time gone and to come, bytes a second, documents."""

    _bar: Any = None

    def start(self, size: int, read: int, documents: int) -> None:
        from tqdm import tqdm

        self._bar = tqdm(total=size or None, initial=read, unit="B", unit_scale=True, leave=False, mininterval=0.2)
        self.update(read, documents)

    def update(self, read: int, documents: int) -> None:
        self._bar.set_postfix_str(f"{documents:,} documents", refresh=False)
        self._bar.update(max(0, read - self._bar.n))

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
