"""Dates and times as people write them: found in a line, and read as they are meant."""

# ruff: noqa: E501 -- tables read better in whole lines

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.web.plain_dates import Day, read_line

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
}  # fmt: skip
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
}
FORMS = {
    "en": ("{w} {d} {m} {y}", "{m} {d}, {y}", "{w}, {m} {d}th, {y}", "the {d}th of {m} {y}"),
    "de": ("{w}, {d}. {m} {y}", "{w}, den {d}. {m} {y}", "am {d}. {m} {y}"),
    "fr": ("{w} {d} {m} {y}", "le {d} {m} {y}"),
    "es": ("{w}, {d} de {m} de {y}", "el {d} de {m} del {y}"),
    "it": ("{w} {d} {m} {y}",),
    "nl": ("{w} {d} {m} {y}",),
    "pt": ("{w}, {d} de {m} de {y}",),
    "da": ("{w} den {d}. {m} {y}",),
    "sv": ("{w} den {d} {m} {y}",),
    "nb": ("{w} {d}. {m} {y}",),
    "pl": ("{w}, {d} {m} {y}",),
    "cs": ("{w} {d}. {m} {y}",),
    "fi": ("{w} {d}. {m} {y}",),
}
IN_DAYS = ("{d}.{n}.{y}", "{d:02}.{n:02}.{y}", "{d:02}/{n:02}/{y}", "{y}-{n:02}-{d:02}")


def said(text: str, language: str = "", *, month_first: bool | None = None) -> list[str]:
    """Return what a line says, in a short form: days, ranges, then times."""
    reading = read_line(text, language=language, month_first=month_first)
    words = []
    for span in reading.spans:
        days = [span.first, *([span.last] if span.last else []), *span.more]
        sign = "..." if span.last else "+"
        words.append(sign.join(_day(day) for day in days))
    for clock in reading.clocks:
        ends = f"-{clock.ends:%H:%M}" if clock.ends else ""
        words.append(f"{clock.begins:%H:%M}{ends}{' ' + clock.zone if clock.zone else ''}")
    return words


def _day(day: Day) -> str:
    return f"{day.year or '?'}-{day.month or '?'}-{day.day}{'?' if day.either else ''}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "12-14 March", ["?-3-12...?-3-14"]),
        ("de", "12. – 14. März 2026", ["2026-3-12...2026-3-14"]),
        ("en", "28 Feb – 2 Mar", ["?-2-28...?-3-2"]),
        ("en", "March 12–14, 2026", ["2026-3-12...2026-3-14"]),
        ("en", "12/05/2026", ["2026-5-12?"]),
        ("en", "25/05/2026", ["2026-5-25"]),
        ("en", "05/25/2026", ["2026-5-25"]),
        ("de", "12.05.", ["?-5-12"]),
        ("de", "12.05. 18 Uhr", ["?-5-12", "18:00"]),
        ("en", "2026-05-12", ["2026-5-12"]),
        ("en", "2026-05-12T18:00", ["2026-5-12", "18:00"]),
        ("en", "Thu, May 7 @ 6:30 pm – 8:30 pm", ["?-5-7", "18:30-20:30"]),
        ("fr", "mardi 12 mai à 18h30", ["?-5-12", "18:30"]),
        ("fr", "1er juin 2026 à 18 h", ["2026-6-1", "18:00"]),
        ("fr", "Jeudi 12 mars 2026 de 9h à 12h", ["2026-3-12", "09:00-12:00"]),
        ("fr", "du 12 au 14 mars 2026", ["2026-3-12...2026-3-14"]),
        ("de", "Mittwoch, den 12. Mai 2026, 18 Uhr", ["2026-5-12", "18:00"]),
        ("de", "12.-14.05.2026", ["2026-5-12...2026-5-14"]),
        ("de", "12./13.05.2026", ["2026-5-12...2026-5-13"]),
        ("de", "12.05.–14.05.2026, 9.00 bis 17.00 Uhr", ["2026-5-12...2026-5-14", "09:00-17:00"]),
        ("de", "12.05 - 14.05.2026", ["2026-5-12...2026-5-14"]),
        ("de", "Di., 12.05.2026, 18.30 Uhr", ["2026-5-12", "18:30"]),
        ("de", "vom 3. bis 5. Dezember", ["?-12-3...?-12-5"]),
        ("de", "Sa, 14.3. und So, 15.3.2026", ["2026-3-14...2026-3-15"]),
        ("en", "12 May at noon", ["?-5-12", "12:00"]),
        ("en", "7pm CET on 12 May", ["?-5-12", "19:00 CET"]),
        ("en", "Wednesday 12th of May, 2026, 6-8pm", ["2026-5-12", "18:00-20:00"]),
        ("en", "4 May, 11-1pm", ["?-5-4", "11:00-13:00"]),
        ("en", "Fri 2nd Oct, 7.30 for 8pm", ["?-10-2", "19:30"]),
        ("en", "Sat March 14th 2026 from 10:00am to 4:00pm ET", ["2026-3-14", "10:00-16:00 ET"]),
        ("en", "4 May 1800 hrs", ["?-5-4", "18:00"]),
        ("en", "3, 10 and 17 March", ["?-3-3+?-3-10+?-3-17"]),
        ("en", "12 & 13 March 2026", ["2026-3-12...2026-3-13"]),
        ("en", "12 May '26", ["2026-5-12"]),
        ("en", "12 Mar 26", ["2026-3-12"]),
        ("en", "Dec 30, 2026 - Jan 2, 2027", ["2026-12-30...2027-1-2"]),
        ("en", "30 Dec - 2 Jan 2027", ["2026-12-30...2027-1-2"]),
        ("en", "12 May 2026, 10am - 13 May 2026, 4pm", ["2026-5-12...2026-5-13", "10:00", "16:00"]),
        ("en", "Sat 12 – Sun 13 March", ["?-3-12...?-3-13"]),
        ("en", "Friday 25 to Sunday 27 September 2026", ["2026-9-25...2026-9-27"]),
        ("en", "Room 12, 4 May", ["?-5-4"]),
        ("es", "del 12 al 14 de mayo de 2026", ["2026-5-12...2026-5-14"]),
        ("es", "martes, 12 de mayo a las 18:00 h", ["?-5-12", "18:00"]),
        ("it", "mar 12 maggio 2026, ore 18.30", ["2026-5-12", "18:30"]),
        ("it", "dal 12 al 14 maggio", ["?-5-12...?-5-14"]),
        ("nl", "van 12 t/m 14 maart 2026", ["2026-3-12...2026-3-14"]),
        ("nl", "di 12 mei 2026, 19.30 uur", ["2026-5-12", "19:30"]),
        ("pt", "12 a 14 de maio", ["?-5-12...?-5-14"]),
        ("da", "tirsdag den 12. maj kl. 18.30", ["?-5-12", "18:30"]),
        ("sv", "tis 12 maj kl 18-20", ["?-5-12", "18:00-20:00"]),
        ("pl", "12 maja 2026 godz. 18:00", ["2026-5-12", "18:00"]),
        ("cs", "12. května 2026 v 18 hod", ["2026-5-12", "18:00"]),
        ("fi", "ti 12.5.2026 klo 18", ["2026-5-12", "18:00"]),
        ("ja", "2026年10月3日(土) 13:00〜15:00", ["2026-10-3", "13:00-15:00"]),
    ],
)
def test_spans(language: str, text: str, expected: list[str]) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "you may 3 times, and we march 12 miles",
        "Price: $12.50 from 9.30",
        "Call 020 7946 0012 or +44 20 7946 0999",
        "32 January 2026 and 31 February 2026",
        "Version 4.2.0, 99/99/2026",
        "1,200 people, 12% off, 12.5 km",
        "Mon–Fri",
        "Open 24/7",
        "Room 2.14",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [word for word in said(text, "en") if "-" in word and ":" not in word] == []


def test_the_weekday_stands_beside_its_day() -> None:
    (span,) = read_line("Wed 12 May 2026", language="en").spans
    assert (span.weekday, span.first) == (2, Day(12, 5, 2026))


def test_the_order_of_a_page_decides() -> None:
    assert said("12/05/2026", month_first=True) == ["2026-12-5"]
    assert said("12/05/2026", month_first=False) == ["2026-5-12"]


days = st.dates(date(2024, 1, 1), date(2035, 12, 31))


@given(days, st.data())
def test_a_day_written_in_any_language_is_read_back(day: date, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(FORMS)))
    form = data.draw(st.sampled_from((*FORMS[language], *IN_DAYS)))
    text = form.format(
        d=day.day,
        m=MONTHS[language].split()[day.month - 1],
        n=day.month,
        y=day.year,
        w=DAYS[language].split()[day.weekday()],
    )
    (span,) = read_line(text, language=language, month_first=False).spans
    assert (span.first.day, span.first.month, span.first.year) == (day.day, day.month, day.year)
    assert span.weekday in {None, day.weekday()}


@given(days, st.integers(1, 20), st.sampled_from(sorted(MONTHS)))
def test_a_range_is_read_back(day: date, length: int, language: str) -> None:
    last = day + timedelta(days=length)
    months = MONTHS[language].split()
    dot = "." if language in {"de", "da", "nb", "cs", "fi"} else ""
    first_words = f"{day.day}{dot} {months[day.month - 1]}"
    if day.year != last.year:
        first_words += f" {day.year}"
    text = f"{first_words} – {last.day}{dot} {months[last.month - 1]} {last.year}"
    (span,) = read_line(text, language=language).spans
    assert span.last is not None
    assert span.first.in_year(span.first.year or 0) == day
    assert span.last.in_year(span.last.year or 0) == last


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.booleans())
def test_a_time_is_read_back(at: time, halves: bool) -> None:
    words = f"{at:%I:%M %p}" if halves else f"{at:%H:%M}"
    (clock,) = read_line(f"3 May 2026, {words}", language="en").clocks
    assert clock.begins == at


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    reading = read_line(text)
    assert all(0 <= span.start < span.end <= len(text) for span in reading.spans)


@given(st.text("0123456789./-: ,–MayDec2026", max_size=400))
def test_no_heap_of_numbers_is_too_odd(text: str) -> None:
    for span in read_line(text, language="en").spans:
        assert span.first.exists()
