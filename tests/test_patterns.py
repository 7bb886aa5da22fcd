"""Patterns that wait for their first use: they are as good as compiled ones, and all of them do compile."""

import gc
import importlib
import pkgutil

import pytest

import bot
from bot.patterns import WhenUsed, regex


def test_every_pattern_of_the_bot_compiles() -> None:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if "migrations" not in module.name:
            importlib.import_module(module.name)
    waiting = [thing for thing in gc.get_objects() if type(thing) is WhenUsed]
    for pattern in waiting:
        assert pattern.groups >= 0, pattern  # type: ignore[attr-defined] # as of a pattern


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(Exception, match="missing"):
        wrong.search("x")
    right = regex("(?P<what>B+)", 2)
    assert right.pattern == "(?P<what>B+)"
    assert [right.sub("x", "abba"), right.groupindex["what"], bool(right.fullmatch("bb"))] == ["axa", 1, True]
    assert "search" in vars(right)
