"""Every error that cleantext raises on purpose; each says what, where and what to do."""

from __future__ import annotations


class CleantextError(Exception):
    """The base of all errors raised by cleantext."""


class UsageError(CleantextError):
    """What was asked for cannot be: an unknown step, option, preset or role."""


class ChainError(UsageError):
    """The steps of a chain stand in an order that cannot work."""


class ConfigError(UsageError):
    """A configuration file has a mistake."""


class PluginError(CleantextError):
    """A step of another package could not be loaded."""


class RecordError(CleantextError):
    """A record of the input cannot be read: broken JSON, bytes that do not decode, a missing field."""


class LawError(CleantextError, AssertionError):
    """A step broke one of the laws that every step keeps."""
