"""vCards of every version as programs write them: charsets, groups, folds, days, folders."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from followup_tui.domain.importing.plan import Contact, Fate, FileKind, ImportPlan
from followup_tui.exchange.contacts import read_contacts


def read(folder: Path, *lines: str, encoding: str = "utf-8") -> ImportPlan:
    path = folder / "cards"
    path.write_bytes("\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode(encoding))
    return read_contacts(path)


def only(plan: ImportPlan) -> Contact:
    (row,) = plan.rows
    assert row.contact is not None, row
    return row.contact


def name(contact: Contact) -> str:
    return contact.person.name if contact.person else ""


@pytest.mark.parametrize(
    ("lines", "who", "company"),
    [
        (("N:Li;Jane;;Dr.;",), "Jane Li", ""),
        (("FN:Li, Jane", "N:Li;Jane;;;"), "Jane Li", ""),
        (("FN:jane@x.example", "N:Li;Jane;;;"), "Jane Li", ""),
        (("FN:'Jane Li'",), "Jane Li", ""),
        (("FN:Contoso", "N:Li;Jane;;;", "ORG:Contoso"), "Jane Li", "Contoso"),
        (("FN:Contoso", "ORG:Contoso", "EMAIL:a@c.example"), "Contoso", "Contoso"),
        (("FN:Contoso", "KIND:org"), "", "Contoso"),
        (("FN:Contoso", "X-ABShowAs:COMPANY"), "", "Contoso"),
        (("FN:Jane Li", "ORG;SORT-AS=\"x;y\":Fox\\; Elk;Sales"), "Jane Li", "Fox; Elk"),
        (("N;ENCODING=b:" + base64.b64encode(b"Li;Jane;;;").decode(),), "Jane Li", ""),
        (("VERSION:2.1", "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=FCrg",),
         "Jürg Müller", ""),
        (("VERSION:2.1", "FN;ENCODING=QUOTED-PRINTABLE:Jane=", " Li"), "Jane Li", ""),
        (("VERSION:3.0", "FN;ENCODING=QUOTED-PRINTABLE:Ja=", " ne Li"), "Jane Li", ""),
        (("FN:Jane Li;",), "Jane Li", ""),
        (("FN:N/A", "ORG:Contoso", "TEL:+1 206 555 0142"), "Contoso", "Contoso"),
        (("FN:Jane Li", "AGENT:", "BEGIN:VCARD", "FN:Ann Fox", "END:VCARD"), "Jane Li", ""),
        (("FN:Jane Li", "AGENT:BEGIN:VCARD\\nFN:Ann Fox\\nEND:VCARD"), "Jane Li", ""),
    ],
)  # fmt: skip
def test_who_a_card_is_of(tmp_path: Path, lines: tuple[str, ...], who: str, company: str) -> None:
    contact = only(read(tmp_path, *lines))
    assert (name(contact), contact.company) == (who, company)


def test_ways_to_reach_somebody(tmp_path: Path) -> None:
    contact = only(
        read(
            tmp_path,
            "VERSION:3.0",
            "FN:Jane Li",
            "item1.TEL:+61 2 5550 0141",
            "item1.X-ABLabel:_$!<Main>!$_",
            "TEL;type=CELL;type=pref:+61 2 5550 0142",
            'TEL;TYPE="work,fax":+61 2 5550 0199',
            "TEL;PAGER:+61 2 5550 0198",
            "EMAIL;PREF=2:second@x.example",
            "EMAIL;PREF=1:mailto:first@x.example",
            "item2.URL:https\\://x.example",
            "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/jane",
            "PHOTO;ENCODING=b;TYPE=JPEG:AAAA",
            " BBBB",
        )
    )
    assert contact.person is not None
    assert contact.person.phones == ("+61 2 5550 0142", "+61 2 5550 0141")
    assert contact.person.emails == ("first@x.example", "second@x.example")
    assert contact.website == "https://x.example"
    assert contact.about == "Web: https://www.linkedin.com/in/jane"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1985-04-12", "12 April 1985"), ("19850412", "12 April 1985"), ("--0412", "12 April"),
        ("--04-12", "12 April"), ("1604-04-12", "12 April"), ("1985-04", "April 1985"),
        ("1985", "1985"), ("---12", "---12"), ("1985-04-12T10:22:00Z", "12 April 1985"),
        ("circa 1800", "circa 1800"),
    ],
)  # fmt: skip
def test_days_that_are_known_in_part(tmp_path: Path, written: str, told: str) -> None:
    contact = only(
        read(tmp_path, "FN:Jane Li", f"BDAY:{written}", "ADR:;;1 George St;Sydney;;2000;")
    )
    assert contact.about.splitlines() == [f"Birthday: {told}", "Address: 1 George St, Sydney, 2000"]


def test_what_programs_have_invented_for_family_days_and_messengers(tmp_path: Path) -> None:
    contact = only(
        read(
            tmp_path,
            "FN:Jane Li",
            "item1.X-ABRELATEDNAMES:Sam Li",
            "item1.X-ABLabel:_$!<Spouse>!$_",
            "item2.X-ABDATE;type=pref:2010-06-05",
            "item2.X-ABLabel:wedding",
            "RELATED;TYPE=child;VALUE=text:Mia",
            "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Bo;13;;;",
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2001-09-22;1;;",
            "X-EVOLUTION-MANAGER:Ulla Berg",
            "X-SKYPE-USERNAME:jane.li",
            "IMPP;X-SERVICE-TYPE=Jabber:xmpp:jane@x.example",
            "TITLE:IT Manager",
            "ROLE:decides",
            "LABEL:1 George St\\nSydney",
        )
    )
    assert contact.about.splitlines() == [
        "Role: decides", "Spouse: Sam Li", "Wedding: 5 June 2010", "Child: Mia", "Sister: Bo",
        "Anniversary: 22 September 2001", "Manager: Ulla Berg", "Skype: jane.li",
        "Xmpp: jane@x.example", "Address: 1 George St Sydney",
    ]  # fmt: skip


def test_signs_that_are_escaped_where_they_need_not_be(tmp_path: Path) -> None:
    contact = only(
        read(tmp_path, "FN:Jane Li", "URL:http\\\\://x.example", "CATEGORIES:vip\\, tea,client")
    )
    assert (contact.website, contact.tags) == ("http://x.example", ("vip", "tea", "client"))


def test_the_line_ends_of_old_macs(tmp_path: Path) -> None:
    path = tmp_path / "cards"
    card = "begin:vcard\rversion:3.0\rfn:Jane Li\remail:jane@x.example\rend:vcard\r"
    path.write_bytes((card * 2).encode())
    plan = read_contacts(path)
    assert plan.kind is FileKind.VCARD
    assert [(row.line, row.fate) for row in plan.rows] == [(1, Fate.NEW), (6, Fate.SKIP)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_charsets(tmp_path: Path, encoding: str) -> None:
    assert name(only(read(tmp_path, "FN:Zoë Ström-Bär", encoding=encoding))) == "Zoë Ström-Bär"


def test_a_fold_in_the_middle_of_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "cut.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\nFN:J\xc3\r\n \xbcrg M\xc3\xbcller\r\nEND:VCARD\r\n")
    assert name(only(read_contacts(path))) == "Jürg Müller"


def test_the_preferred_comes_first(tmp_path: Path) -> None:
    lines = ("VERSION:4.0", "FN:Jane Li", "EMAIL:c@x.example", "EMAIL;PREF=50:b@x.example",
             "EMAIL;PREF=9:a@x.example", "EMAIL;PREF=99999999:d@x.example")  # fmt: skip
    contact = only(read(tmp_path, *lines))
    assert contact.person is not None
    assert [email[0] for email in contact.person.emails] == ["a", "b", "c", "d"]


def test_a_profile_is_told_by_its_label_and_a_messenger_by_its_name(tmp_path: Path) -> None:
    lines = (
        "FN:Jane Li",
        "item1.URL:http\\://www.google.com/profiles/1",
        "item1.X-ABLabel:PROFILE",
        "URL:https://x.example",
        "X-AIM:janeli",
        "TEL;VALUE=uri:sip:jane@x.example",
    )
    contact = only(read(tmp_path, *lines))
    assert contact.website == "https://x.example"
    assert contact.about.split("\n") == [
        "AIM: janeli", "Phone as it was imported: sip:jane@x.example",
        "Web: http://www.google.com/profiles/1",
    ]  # fmt: skip


def test_numbers_that_are_one_and_numbers_that_are_none(tmp_path: Path) -> None:
    lines = ("FN:Jane Li", "TEL:(02) 5550-0142", "TEL:02 5550 0142", "TEL:+61 2 5550 0143",
             "TEL:work phone 2", "TEL:117")  # fmt: skip
    contact = only(read(tmp_path, *lines))
    assert contact.person is not None
    assert contact.person.phones == ("(02) 5550-0142", "+61 2 5550 0143", "117")
    assert contact.about == "Phone as it was imported: work phone 2"


def test_a_card_without_its_beginning_is_told(tmp_path: Path) -> None:
    path = tmp_path / "half.vcf"
    path.write_text("VERSION:3.0\nFN:Jane Li\nEND:VCARD\n")
    plan = read_contacts(path)
    assert (plan.kind, plan.rows) == (FileKind.VCARD, ())
    assert plan.notes == ("3 lines outside of any card left out.",)


def test_a_folder_of_cards(tmp_path: Path) -> None:
    inner = tmp_path / "book" / "personal"
    inner.mkdir(parents=True)
    card = "BEGIN:VCARD\nFN:{}\nEMAIL:{}@x.example\nEND:VCARD\n"
    (inner / "1.vcf").write_text(card.format("Ann Fox", "ann"))
    (inner / "2.vcf").write_text(card.format("Bob Elk", "bob"))
    (inner / "3.vcf").write_text(card.format("Ann Fox", "ann"))
    (inner / "4.vcf").write_bytes(b"")
    (inner / "5.vcf").write_text("nothing")
    (inner / "notes.txt").write_text("not a card")
    (inner / ".6.vcf").write_text(card.format("Hidden", "hidden"))
    (inner / "far").symlink_to("x" * 300)  # no name of a file: the system says so when asked
    plan = read_contacts(tmp_path / "book")
    assert [(row.file, row.fate) for row in plan.rows] == [
        ("personal/1.vcf", Fate.NEW), ("personal/2.vcf", Fate.NEW), ("personal/3.vcf", Fate.SKIP),
        ("personal/4.vcf", Fate.SKIP), ("personal/5.vcf", Fate.SKIP),
    ]  # fmt: skip
    assert plan.rows[2].reason == "stands in personal/1.vcf already (the same e-mail)"
    assert "is empty" in plan.rows[3].reason
    assert plan.rows[4].reason == "there is no card in it"
    assert plan.notes[0] == "5 files of vCards in book."
