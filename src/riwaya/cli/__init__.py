"""The command line: `riwaya read`, the gazetteer, and the ledger's commands (`riwaya --help`).

Exit status: 0 all read; 1 some input was bad, the rest is written; 2 wrong usage, or an output
that cannot be written. Whatever goes wrong is one line on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from riwaya import __version__
from riwaya.cli import asking, gazetteer, judging, restricting, team, upkeep
from riwaya.cli.add import add
from riwaya.cli.base import Usage, say
from riwaya.cli.incident import incident
from riwaya.cli.incidents import incidents
from riwaya.cli.outlets import outlets
from riwaya.cli.read import read
from riwaya.cli.serve import serve

INTERRUPTED = 130

app = typer.Typer(
    name="riwaya",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read, add, incidents, incident, asking.who, asking.search, asking.stats, judging.judge,
    judging.undo, judging.judgements, restricting.restrict, restricting.purge, outlets,
    serve,
):  # fmt: skip
    app.command()(command)
app.add_typer(upkeep.app)
app.add_typer(gazetteer.app)
app.add_typer(team.app)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and leaves the process with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Runs the command line; gives the exit status."""
    try:
        status = app(args=arguments, prog_name="riwaya", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except Exit as error:
        return error.exit_code
    except TyperException as error:
        return _fail(f"{error.format_message().rstrip('.')}. See riwaya --help.")
    except Usage as error:
        return _fail(str(error))
    except (Abort, KeyboardInterrupt):
        say("riwaya: stopped.")
        return INTERRUPTED
    except OSError as error:
        return _fail(f"{error.filename or 'output'}: {error.strerror}. Nothing more is written.")
    except Exception as error:
        return _fail(f"{type(error).__name__}: {error}. This is an error of Riwaya: please tell us")


def _fail(message: str) -> int:
    say(f"riwaya: {' '.join(message.split())}")
    return 2


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"riwaya {__version__}")
        raise Exit(0)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Reads Arabic reports of armed conflict: who says who did what to whom."""
    if context.invoked_subcommand is None:
        raise Usage("nothing to do. Try riwaya read FILE, or riwaya --help.")
