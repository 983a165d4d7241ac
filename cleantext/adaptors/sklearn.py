"""scikit-learn: a transformer from texts to cleaned texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cleantext import Chain
from cleantext.adaptors._shared import Cleaner, needed

if TYPE_CHECKING:
    from sklearn.base import BaseEstimator, TransformerMixin
else:
    base = needed("sklearn.base", "sklearn")
    BaseEstimator, TransformerMixin = base.BaseEstimator, base.TransformerMixin


class TextCleaner(TransformerMixin, BaseEstimator, auto_wrap_output_keys=None):  # type: ignore[call-arg]
    """Cleans each text; ``chain`` is a preset's name or a ``Chain``. Missing values become empty texts.

    What goes in is one column of texts: a list, an array or a series, as for a ``TfidfVectorizer``.

    >>> TextCleaner(chain="gentle").fit_transform(["Rain  fell.", None])
    ['Rain fell.', '']
    """

    def __init__(self, chain: str | Chain = "news") -> None:
        self.chain = chain

    def fit(self, X: Any, y: Any = None) -> TextCleaner:  # noqa: ARG002, N803 (scikit-learn's names)
        """Nothing is learnt.

        Raises ``UsageError`` for a chain that there is not, and ``TypeError`` for what is no column of texts.
        """
        Cleaner(self.chain)
        _check_column(X)
        return self

    def transform(self, X: Any) -> Any:  # noqa: N803
        """The cleaned texts, in a list, or in a frame if ``set_output`` of this transformer asked for one.

        Raises ``RecordError`` for a value that is no string, and ``TypeError`` for what is no column of texts.
        """
        _check_column(X)
        texts = [text or "" for text in Cleaner(self.chain).texts(X)]
        library = getattr(self, "_sklearn_output_config", {}).get("transform", "default")
        if library == "default":
            return texts
        column = {str(self.get_feature_names_out()[0]): texts}
        if library == "polars":
            return needed("polars", "polars").DataFrame(column)
        return needed("pandas", "pandas").DataFrame(column, index=getattr(X, "index", None))

    def set_output(self, *, transform: str | None = None) -> TextCleaner:
        """A frame of ``"pandas"`` or ``"polars"`` with one column, or a list, the ``"default"``.

        The global configuration of scikit-learn does not count here, as it does not for vectorizers: they take lists.
        """
        if transform not in (None, "default", "pandas", "polars"):
            raise ValueError(f"set_output takes 'default', 'pandas' or 'polars', not {transform!r}")
        if transform is not None:
            self._sklearn_output_config = {"transform": transform}  # by this name ``clone`` takes it along
        return self

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """The names of what comes in."""
        import numpy as np

        return np.asarray(["text"] if input_features is None else input_features, dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit, tags.no_validation = False, True
        return tags


def _check_column(values: Any) -> None:
    if isinstance(values, str | bytes):
        raise TypeError("TextCleaner takes many texts, not one: put it in a list")
    if isinstance(values, Mapping) or getattr(values, "ndim", 1) != 1 or hasattr(values, "columns"):
        raise TypeError(
            f"TextCleaner takes one column of texts, not {type(values).__name__}: X['text'] of a frame, X[:, 0] of an "
            "array; in a ColumnTransformer name the column 'text', not ['text']"
        )
    if not hasattr(values, "__iter__"):
        raise TypeError(f"TextCleaner takes a list of texts, not {type(values).__name__}")
