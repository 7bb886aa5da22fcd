"""`followthrough rotate-key`: everything that is sealed, sealed anew under the present FOLLOWTHROUGH_SECRET_KEY."""

from datetime import datetime

import click

from adapters.cli.opening import FAILED, WRONG, end, opened
from adapters.sealing import CannotUnseal, Seal
from bot.app import system_clock
from bot.store import Operator

NONE_OF_BEFORE = (
    "No token is sealed by FOLLOWTHROUGH_SECRET_KEY_BEFORE, all are by FOLLOWTHROUGH_SECRET_KEY: either this was done already, or"
    " the two keys are swapped. Look which of them is the new one. If it is FOLLOWTHROUGH_SECRET_KEY, it is done,"
    " and the other may go from the settings. If it is FOLLOWTHROUGH_SECRET_KEY_BEFORE, keep it: let the two change places, start"
    " the bot again, then followthrough rotate-key."
)


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
        if settings.secret_key_before and kept and not changed:
            end(NONE_OF_BEFORE, FAILED)
        if settings.secret_key_before and changed:
            click.echo(
                "Remove FOLLOWTHROUGH_SECRET_KEY_BEFORE and start every process of the bot again: one that still has the old key"
                " alone can send nothing. Older backups still need that key."
            )
        elif settings.secret_key_before:
            click.echo(
                "Nothing is sealed. Is FOLLOWTHROUGH_SECRET_KEY the new key? Then remove FOLLOWTHROUGH_SECRET_KEY_BEFORE."
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
