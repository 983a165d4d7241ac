"""scikit-learn: a transformer from texts to cleaned texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cleantext.adaptors._shared import Cleaner, needed
from cleantext.chain import Chain

if TYPE_CHECKING:
    from sklearn.base import BaseEstimator, TransformerMixin
else:
    base = needed("sklearn.base", "sklearn")
    BaseEstimator, TransformerMixin = base.BaseEstimator, base.TransformerMixin


class TextCleaner(TransformerMixin, BaseEstimator):
    """Cleans each text; ``chain`` is a preset's name or a ``Chain``. Missing values become empty texts.

    >>> TextCleaner(chain="gentle").fit_transform(["Rain  fell.", None])
    ['Rain fell.', '']
    """

    def __init__(self, chain: str | Chain = "news") -> None:
        self.chain = chain

    def fit(self, X: Any, y: Any = None) -> TextCleaner:  # noqa: ARG002, N803 (scikit-learn's names)
        """Nothing is learnt."""
        return self

    def transform(self, X: Any) -> list[str]:  # noqa: N803
        """The cleaned texts, in a list.

        Raises ``RecordError`` for a value that is no string, and ``TypeError`` for one string in place of many.
        """
        if isinstance(X, str):
            raise TypeError("TextCleaner takes many texts, not one: put it in a list")
        return [text or "" for text in Cleaner(self.chain).texts(X)]

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """The names of what comes in."""
        import numpy as np

        return np.asarray(["text"] if input_features is None else input_features, dtype=object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit, tags.no_validation = False, True
        return tags
