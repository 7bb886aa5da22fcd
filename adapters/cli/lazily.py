"""A group whose commands are loaded when they are asked for: the bot's start needs none of what a doctor or an import does."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from typing_extensions import override


class Lazily(click.Group):
    """`elsewhere`: by the command's name its module, and what it is called there."""

    def __init__(self, *args: Any, elsewhere: Mapping[str, tuple[str, str]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.elsewhere = elsewhere

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.commands, *self.elsewhere})

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.elsewhere:
            return super().get_command(ctx, cmd_name)
        module, name = self.elsewhere[cmd_name]
        found: click.Command = getattr(import_module(f"adapters.cli.{module}"), name)
        return found
