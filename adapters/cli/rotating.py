"""`followthrough rotate-key`: everything that is sealed, sealed anew under the present FOLLOWTHROUGH_SECRET_KEY."""

from datetime import datetime

import click

from adapters.cli.opening import FAILED, WRONG, end, opened
from adapters.sealing import CannotUnseal, Seal
from bot.app import system_clock
from bot.store import Operator


@click.command("rotate-key")
def rotate_key() -> None:
    """Seals stored tokens under FOLLOWTHROUGH_SECRET_KEY; the old one is FOLLOWTHROUGH_SECRET_KEY_BEFORE."""
    with opened() as (settings, database):
        if not settings.secret_key:
            end("Set FOLLOWTHROUGH_SECRET_KEY to the new key, FOLLOWTHROUGH_SECRET_KEY_BEFORE to the old one.", WRONG)
        seal, now = Seal(settings.secret_key, settings.secret_key_before), system_clock()
        try:
            changed, kept = database.operate(lambda operator: _sealed_anew(operator, seal, now))
        except _DoesNotOpen as error:
            end(
                f"The token of {error} opens with neither key. Nothing was changed: set FOLLOWTHROUGH_SECRET_KEY_BEFORE to "
                "the key under which it was stored, or install the app there again.",
                FAILED,
            )
        click.echo(f"{_tokens(changed)} sealed anew, {kept} as {'it was' if kept == 1 else 'they were'}.")
        if settings.secret_key_before:
            click.echo(
                "Remove FOLLOWTHROUGH_SECRET_KEY_BEFORE and start the bot again. Older backups still need that key."
            )


class _DoesNotOpen(Exception):
    """Names the workspace."""


def _sealed_anew(operator: Operator, seal: Seal, now: datetime) -> tuple[int, int]:
    """(sealed anew, sealed so already), all in one transaction."""
    stored = operator.workspaces.with_secrets()
    old = [one for one in stored if not seal.is_current(one.sealed)]
    for one in old:
        place = f"{one.platform}:{one.key}"
        try:
            text = seal.open(one.sealed, place)
        except CannotUnseal:
            raise _DoesNotOpen(place) from None
        operator.workspaces.reseal(one.platform, one.key, seal.close(text, place), now)
    return len(old), len(stored) - len(old)


def _tokens(many: int) -> str:
    return f"{many} token{'' if many == 1 else 's'}"
