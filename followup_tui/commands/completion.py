"""`followup completion`: the script by which a shell completes our command lines.

The scripts are small: at each Tab they ask ``followup completion words`` what could stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from followup_tui.commands.arguments import parser
from followup_tui.commands.completing import Known, candidates
from followup_tui.commands.paths import absolute
from followup_tui.commands.problems import WrongUsage
from followup_tui.commands.run import Run
from followup_tui.domain.text import clean_line, fold
from followup_tui.settings.paths import demo_home

if TYPE_CHECKING:
    from followup_tui.domain.record import Record


class _Named(msgspec.Struct, gc=False):
    name: str


class _Titled(msgspec.Struct, gc=False):
    name: str = msgspec.field(name="title")


MOST_NAMES = 200
"""Names of clients that are offered: more is a reason to type another letter."""

_BASH = r"""# Completion of followup for bash: eval "$(followup completion bash)" in ~/.bashrc
_followup() {
    local line value current="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == ":files" ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
            continue
        fi
        value="${line%%$'\t'*}"
        # Within quotes the shell closes them; without, blanks and the like are escaped.
        if [[ $current != [\"\']* ]]; then printf -v value '%q' "$value"; fi
        COMPREPLY+=("$value")
    done < <("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _followup followup
"""
_ZSH = r"""#compdef followup
# Completion of followup for zsh: eval "$(followup completion zsh)" in ~/.zshrc, after compinit
_followup() {
    local line value meaning
    local -a found
    local -a typed=("${(@Q)words[2,CURRENT]}")
    local all="$("${(Q)words[1]}" completion words -- "${typed[@]}" 2>/dev/null)"
    for line in "${(@f)all}"; do
        if [[ $line == ":files" ]]; then
            _files
        elif [[ -n $line ]]; then
            value="${line%%$'\t'*}"
            meaning="${line#*$'\t'}"
            found+=("${value//:/\\:}:$meaning")
        fi
    done
    (( $#found )) && _describe followup found
}
compdef _followup followup
"""
_FISH = r"""# Completion of followup for fish: followup completion fish | source in config.fish
function __followup_words
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for line in ($typed[1] completion words -- $typed[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c followup -f -a '(__followup_words)'
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def run(asked: Run) -> int:
    """Print a script, or what could stand next."""
    given = asked.given
    if given.what == "words":
        _complete(asked, list(given.words))
        return 0
    if asked.json:
        raise WrongUsage("a script for a shell is no JSON: leave --json out")
    print(SCRIPTS[given.what], end="")
    return 0


def _complete(asked: Run, words: Sequence[str]) -> None:
    """Print what could stand in the place of the last word, each with a tab and its meaning."""
    *before, current = words or [""]
    home = _home_named(before, asked)
    known: Known = {
        "COURSE": lambda typed: _courses(home, typed),
        "SETTING": _settings,
        "TOPIC": _topics,
        "KEY": lambda _: _playbooks(home),
    }
    names = partial(_names, home)
    for each in candidates(parser(), before, current, names=names, known=known):
        meaning = clean_line(each.words)
        print(f"{clean_line(each.word)}\t{meaning}" if meaning else clean_line(each.word))


def _home_named(before: Sequence[str], asked: Run) -> Path:
    """Return the home folder that the line being typed names; else the usual one."""
    for flag, value in pairwise(before):
        if flag == "--home":
            return absolute(value)
    return demo_home() if "--demo" in before else asked.home


def _names(home: Path, typed: str) -> Sequence[str]:
    """Return the names of clients that begin so; nothing where there is no desk to look at."""
    from followup_tui.domain.client import Client  # noqa: PLC0415 - only for names

    return _called_so(home, Client, _Named, typed)


def _courses(home: Path, typed: str) -> Sequence[str]:
    from followup_tui.domain.course import Course  # noqa: PLC0415 - only for names

    return _called_so(home, Course, _Titled, typed)


def _called_so(
    home: Path, kind: type[Record], fields: type[_Named] | type[_Titled], typed: str
) -> Sequence[str]:
    """Return the names of records that begin so; nothing where there is no desk to look at."""
    from datetime import UTC  # noqa: PLC0415 - only for names

    from msgspec.json import Decoder  # noqa: PLC0415 - as above

    from followup_tui.domain.change import StoreProblem  # noqa: PLC0415 - as above
    from followup_tui.store.records import FILE, TinyRecords  # noqa: PLC0415 - as above

    try:
        if not any((home / name).exists() for name in (FILE, "desk.journal")):
            return ()  # nobody wants a new desk because a key was pressed
    except OSError:
        return ()  # the command itself will tell
    wanted = fold(typed)
    try:
        records = TinyRecords(home, zone=UTC)
        names = {each.name for each in records.sketches(kind, Decoder(fields))}
        found = [name for name in names if fold(name).startswith(wanted)]
        records.close()
    except StoreProblem:
        return ()  # the command itself will tell
    return sorted(found, key=fold)[:MOST_NAMES]


def _settings(_: str) -> Sequence[str]:
    from followup_tui.settings.schema import sections  # noqa: PLC0415 - only for their names

    return [setting.key for part in sections() for setting in part.settings]


def _topics(_: str) -> Sequence[str]:
    from followup_tui.commands.help import KEYS, commands, topics  # noqa: PLC0415 - as above

    return sorted([*topics(), KEYS, *commands()])


def _playbooks(home: Path) -> Sequence[str]:
    from followup_tui.settings.playbooks import playbook_folders  # noqa: PLC0415 - as above

    folders = playbook_folders(home)
    return sorted({path.stem for folder in folders for path in folder.glob("*.toml")})
