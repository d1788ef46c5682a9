"""By what events and articles are known again, and what articles are filed under."""

from __future__ import annotations

import json

from followup_tui.web.events import read_calendar
from followup_tui.web.page import read_page
from tests.builders import NOW, days

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:tasting-7@pantry.example
DTSTART:20261203T080000Z
SUMMARY:Tasting morning
END:VEVENT
END:VCALENDAR
"""
RSS = """<rss version="2.0"><channel><title>The journal</title><item>
<title>Alarms that somebody answers</title><link>https://journal.example/alarms</link>
<category>monitoring</category><category> on  call </category><category>monitoring</category>
<description>&lt;p&gt;Four hundred became eleven.&lt;/p&gt;</description>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The journal</title><entry>
<title>Alarms</title><link href="https://journal.example/alarms"/>
<category term="ops" label="Operations"/><category term="on-call"/><summary>Short.</summary>
</entry></feed>"""


def test_an_event_keeps_the_name_that_its_calendar_has_for_it() -> None:
    (event,) = read_calendar(CALENDAR.encode(), now=NOW, until=NOW + days(60))
    assert event.uid == "tasting-7@pantry.example"


def test_an_item_of_a_feed_says_what_it_is_about() -> None:
    read = read_page(RSS.encode(), url="https://journal.example/feed", now=NOW)
    (item,) = read.news
    assert item.topics == ("monitoring", "on call")
    assert item.about == "Four hundred became eleven."


def test_atom_files_under_labels_and_terms() -> None:
    (item,) = read_page(ATOM.encode(), url="https://journal.example/feed", now=NOW).news
    assert (item.topics, item.about) == (("Operations", "on-call"), "Short.")


def test_a_json_feed_has_tags() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The journal",
        "items": [
            {
                "title": "Alarms",
                "url": "https://journal.example/a",
                "tags": ["ops", 7, "\x1b[31mred"],
                "summary": "Short.",
            }
        ],
    }
    read = read_page(
        json.dumps(feed).encode(),
        url="https://journal.example/feed.json",
        now=NOW,
        content_type="application/feed+json",
    )
    (item,) = read.news
    assert item.topics[0] == "ops"
    assert item.topics[-1] == "red"
    assert item.about == "Short."
