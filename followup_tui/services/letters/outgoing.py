"""The four ways by which a letter leaves. None of them sends it."""

from __future__ import annotations

import re
from pathlib import Path

from followup_tui.domain.letter import Letter, Way
from followup_tui.domain.letters.mail import CannotLeave, NeedsPassword
from followup_tui.domain.text import fold
from followup_tui.services.gather import known_client
from followup_tui.services.letters.mails import mail_of
from followup_tui.services.ports import StoreProblem
from followup_tui.services.together import Parts

FOLDER = "letters"
"""Where files of letters are written in the desk's home, unless the settings say otherwise."""
_UNSAFE = re.compile(r"[^\w.-]+")
_NAMED = 60  # characters of a proposed name of a file


def let_out(
    letter: Letter,
    way: Way,
    parts: Parts,
    *,
    target: str = "",
    password: str = "",
    remember: bool = False,
) -> str:
    """Bring a letter where it is to go, and return where that is; empty where that has no name.

    It blocks. Raises `CannotLeave`, `NeedsPassword` among it, and `ports.StoreProblem`.
    """
    mail, outlets = mail_of(letter, parts), parts.outlets()
    if way is Way.FILE:
        if not target:
            (parts.home / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
        return str(outlets.write_eml(mail, Path(target or proposed_path(letter, parts))))
    if way is Way.MAILTO:
        outlets.open_in_mail_program(mail)
    elif way is Way.DRAFTS:
        account = parts.settings.mailbox
        if account is None:
            raise CannotLeave("Name your mailbox in the settings first, under [mail].")
        known = password or outlets.password(account)
        if not known:
            raise NeedsPassword(f"The password of {account.user} at {account.host} is needed.")
        folder = outlets.put_into_drafts(mail, account, known)
        if password and remember:
            outlets.set_password(account, password)
        return folder
    return ""


def proposed_path(letter: Letter, parts: Parts) -> Path:
    """Return a path for the file of a letter, at which nothing stands yet.

    Blocks: call it in a thread. Raises `StoreProblem` where the settings name nobody's folder.
    """
    client = known_client(parts.records, letter.client_id)
    chosen = parts.settings.mail.eml_folder
    try:
        folder = Path.home() / Path(chosen).expanduser() if chosen else parts.home / FOLDER
    except RuntimeError:
        words = f"mail.eml_folder: {chosen} names nobody's folder: write the path whole."
        raise StoreProblem(words) from None
    words = _UNSAFE.sub("-", fold(f"{client.name} {letter.kind.value}")).strip("-")[:_NAMED]
    stem = f"{parts.clock():%Y-%m-%d}-{words or 'letter'}"
    path, number = folder / f"{stem}.eml", 2
    while _stands(path):
        path, number = folder / f"{stem}-{number}.eml", number + 1
    return path


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be looked into: writing there says so
        return False
