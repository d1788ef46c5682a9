"""Small sites in the field: imprints, clubs, lists of events with their venues, old blogs."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev

_IMPRINT = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Impressum | Verein Uferlicht</title></head><body><nav><a href="/">Start</a></nav><main><h1>Impressum</h1>
<h2>Angaben gemäß § 5 DDG</h2><p>Verein Uferlicht e. V. Schilfweg 10 14057 Musterfelde</p><h2>Redaktionell verantwortlich</h2><p>Mara Holt Buchenallee 18 01097 Musterfelde mara.holt@uferlicht.example</p><h2>EU-Streitschlichtung</h2><p>Wir nehmen an keiner Schlichtung teil.</p><h2>Haftung für Inhalte</h2><p>Die Inhalte wurden mit Sorgfalt erstellt.</p><h2>Server-Logfiles</h2><p>Der Anbieter erhebt Daten.</p></main></body></html>"""
_CLUB = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Contact | Tennisclub Lindeveld</title></head><body><main><h1>Contact</h1>
<h2>Bestuur</h2><ul class="team"><li><strong>Patrik Aalders</strong><span>Voorzitter</span></li><li><strong>Karin Bosman</strong><span>Secretaris</span></li><li><strong>Tijs Nuland</strong><span>Penningmeester</span></li></ul>
<h2>Locatie</h2><p>Aan de oude molen.</p></main><footer><p><a href="tel:+013555142">013 55 51 42</a> <a href="https://www.facebook.com/share.php?u=https://lindeveld.be">Deel</a> <a href="https://www.facebook.com/tclindeveld">Facebook</a></p></footer></body></html>"""
_VENUES = """<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Events – Tech for Kindness</title><script type="application/ld+json">[{"@context":"http://schema.org","@type":"Event","name":"Speed networking with a purpose","url":"https://kindtech.example/event/speed/","startDate":"2026-11-10T17:00:00-05:00","location":{"@type":"Place","name":"Heart and Anchor","telephone":"+1 613-555-0143","address":{"@type":"PostalAddress","streetAddress":"353 Preston St","addressLocality":"Norwell","addressRegion":"ON","postalCode":"K1S 1V6"}}}]</script></head><body><main><h1>Upcoming Events</h1><div><h2><a href="https://kindtech.example/event/speed/">Speed networking with a purpose</a></h2><p>November 10 @ 5:00 pm</p></div></main></body></html>"""
_BLOG = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes from the pier</title></head><body><main><h1>Notes from the pier</h1><div class="posts"><article class="post"><h2><a href="/p/kiln">How the kiln was mended</a></h2><p class="meta">Created on: 3 August 2026</p><p>It took two bricks and a Sunday.</p></article><article class="post"><h2><a href="/p/rope">A rope for the new bell</a></h2><p class="meta">Created on: 12 June 2026</p><p>Spliced by hand.</p></article></div><div class="stamps"><div><b>Posted: Aug 3, 2026 / 03:16 PM</b></div><div><b>Updated: Aug 4, 2026 / 09:00 AM</b></div></div><p>Imprint · Privacy · Contact</p></main></body></html>"""

CASES = (
    Case(
        name="field-imprint",
        url="https://uferlicht.example/impressum/index.html",
        body=_IMPRINT,
        language="de",
        offers=(),
        offices=("Schilfweg 10 14057", "Buchenallee 18 01097"),
        events=(),
    ),
    Case(
        name="field-club-contact",
        url="https://www.lindeveld.be/contact.html",
        body=_CLUB,
        offers=(),
        people=(
            ("Patrik Aalders", "Voorzitter"),
            ("Karin Bosman", "Secretaris"),
            ("Tijs Nuland", "Penningmeester"),
        ),
        contacts=("+3213555142", "https://www.facebook.com/tclindeveld"),
        events=(),
    ),
    Case(
        name="field-venues-are-no-offices",
        url="https://kindtech.example/events/",
        body=_VENUES,
        offices=(),
        events=(ev("Speed networking with a purpose", "2026-11-10T17:00-05:00", at="Heart"),),
    ),
    Case(
        name="field-stamps-are-no-news",
        url="https://pier.example/notes",
        body=_BLOG,
        news=(
            ("How the kiln was mended", "2026-08-03"),
            ("A rope for the new bell", "2026-06-12"),
        ),
        events=(),
    ),
)
