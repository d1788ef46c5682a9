"""What a page says of its owner: offerings, people, jobs, prices, places, contacts.

Each case is a piece of a page in one of the ways such pages are made, and what a careful reader
would take from it; many of them are traps from which nothing is to be taken.
"""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

import pytest

from followup_tui.domain.page import Contact, Named, PageFacts, Said
from followup_tui.web.page import read_page
from tests.web.samples import NOW

HOME = "https://northwind.example/"
LEAD = (
    "<h1>Crates for every harbour</h1><p>We build crates for harbours, and mend them for ever.</p>"
)


def read(body: str, *, url: str = HOME, head: str = "", lang: str = "en-GB") -> PageFacts:
    page = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Northwind</title>{head}</head><body>{body}</body></html>'
    return read_page(page.encode(), url=url, now=NOW)


def cards(*pairs: tuple[str, str], tag: str = "h3", name: str = "card") -> str:
    return "".join(
        f'<div class="{name}"><{tag}>{title}</{tag}><p>{text}</p></div>' for title, text in pairs
    )


THREE = (
    ("Crate repair", "We mend what others throw away."),
    ("Harbour storage", "Dry and guarded, by the week."),
    ("Rope and rigging", "Spliced by hand in our loft."),
)
TITLES = ["Crate repair", "Harbour storage", "Rope and rigging"]

OFFERINGS = {
    "cards below a heading": (f"{LEAD}<h2>Our services</h2><div>{cards(*THREE)}</div>", TITLES),
    "cards without one": (f"{LEAD}<div>{cards(*THREE)}</div>", TITLES),
    "small headings": (f"{LEAD}<section>{cards(*THREE, tag='h4')}</section>", TITLES),
    "headings and text": (
        LEAD + "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in THREE), TITLES,
    ),
    "a list of links": (
        LEAD + "<h2>What we do</h2><ul>" + "".join(f'<li><a href="/{n}">{title}</a></li>' for n, (title, _) in enumerate(THREE)) + "</ul>",
        TITLES,
    ),
    "the menu": (
        (f'<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Services</a><ul><li><a href="/s/1">{TITLES[0]}</a></li>'
        f'<li><a href="/s/2">{TITLES[1]}</a></li><li><a href="/s/3">{TITLES[2]}</a></li></ul></li></ul></nav>{LEAD}'), TITLES,
    ),
    "german": (
        '<h1>Kisten für jeden Hafen</h1><h2>Unsere Leistungen</h2><div>'
        + cards(("Kistenbau", "Nach Maß, aus Eiche."), ("Reparatur", "Was andere wegwerfen.")) + "</div>", ["Kistenbau", "Reparatur"],
    ),
    "calls to act": (
        LEAD + "<h2>Ready to get started?</h2><p>Ring us.</p><h2>Get in touch</h2><p>Now.</p><h2>Subscribe to our letter</h2>", [],
    ),
    "the usual": (
        LEAD + "<h2>Latest news</h2><p>x y z</p><h2>Testimonials</h2><p>a</p><h2>Our team</h2><h2>Cookies</h2><h2>Newsletter</h2>", [],
    ),
    "voices": (
        f'{LEAD}<h2>What our customers say</h2><div>{cards(("Jane Li", "Splendid crates."), ("Omar Haddad", "Sturdy ones."))}</div>', [],
    ),
    "values": (f'{LEAD}<h2>Our values</h2><div>{cards(("Integrity", "We keep our word."), ("Courage", "We dare."))}</div>', []),
    "questions": (f'{LEAD}<h2>FAQ</h2><div>{cards(("Do you ship?", "Yes."), ("What is a crate?", "A box."))}</div>', []),
    "figures": (f'{LEAD}<div>{cards(("250+", "crates a day"), ("17", "harbours served"))}</div>', []),
    "posts": (
        LEAD + '<div class="posts">' + "".join(f'<div class="post"><h3><a href="/{n}">A story of crate {n}</a></h3><time datetime="2026-10-0{n}">x</time><p>Text of it.</p></div>' for n in (1, 2, 3)) + "</div>", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFERINGS)
def test_offerings(name: str) -> None:
    body, wanted = OFFERINGS[name]
    facts = read(body)
    assert [said.text for said in facts.offerings] == wanted


def test_offerings_lead_somewhere_and_end_the_summary() -> None:
    body = OFFERINGS["a list of links"][0]
    facts = read(body)
    assert facts.offerings[1].url == "https://northwind.example/1"
    assert facts.summary[-3:] == tuple(TITLES)


def person(name: str, role: str, *, name_tag: str = "h3", role_tag: str = "p") -> str:
    return f'<div class="box"><img src="x.jpg" alt=""><{name_tag}>{name}</{name_tag}><{role_tag}>{role}</{role_tag}></div>'


JANE, OMAR = ("Jane Li", "Managing Director"), ("Dr. Omar Haddad", "Head of Rigging")
PEOPLE = {
    "cards": (f"<h2>Our team</h2><div>{person(*JANE)}{person(*OMAR)}</div>", [JANE, OMAR]),
    "spans": (
        ('<h2>Team</h2><ul><li><span class="n">Jane Li</span><span class="r">Managing Director</span></li>'
        '<li><span class="n">Dr. Omar Haddad</span><span class="r">Head of Rigging</span></li></ul>'), [JANE, OMAR],
    ),
    "lines": ("<h2>Meet the team</h2><ul><li>Jane Li, Managing Director</li><li>Dr. Omar Haddad – Head of Rigging</li></ul>", [JANE, OMAR]),
    "a table": (
        "<h2>Staff</h2><table><tr><td>Jane Li</td><td>Managing Director</td></tr><tr><td>Dr. Omar Haddad</td><td>Head of Rigging</td></tr></table>", [JANE, OMAR],
    ),
    "role first": ("<h2>People</h2><div>" + "".join(f'<div class="m"><p>{role}</p><h4>{name}</h4></div>' for name, role in (JANE, OMAR)) + "</div>", [JANE, OMAR]),
    "german": (
        f"<h2>Ansprechpartner</h2><div>{person('Jürgen Groß', 'Geschäftsführer')}{person('Anna-Lena von der Heide', 'Vertrieb Nord')}</div>",
        [("Jürgen Groß", "Geschäftsführer"), ("Anna-Lena von der Heide", "Vertrieb Nord")],
    ),
    "no heading, but roles": (f"<h2>Hello</h2><div>{person(*JANE)}{person(*OMAR)}</div>", [JANE, OMAR]),
    "json-ld": (
        '<script type="application/ld+json">{"@type":"Organization","name":"N","employee":[{"@type":"Person","name":"Jane Li","jobTitle":"Managing Director"}]}</script>', [JANE],
    ),
    "microdata": (
        '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Jane Li</b> <i itemprop="jobTitle">Managing Director</i></div>', [JANE],
    ),
    "voices": (
        ('<h2>Testimonials</h2><div><div class="q"><blockquote>Splendid.</blockquote><h4>Jane Li</h4><p>Director, Fabrikam</p></div>'
        '<div class="q"><blockquote>Sturdy.</blockquote><h4>Omar Haddad</h4><p>Manager, Tailspin</p></div></div>'), [],
    ),
    "authors": (
        ('<h2>Blog</h2><div><div class="post"><h3><a href="/1">Why oak lasts so long</a></h3><span>Jane Li</span><time datetime="2026-10-01">1 Oct</time></div>'
        '<div class="post"><h3><a href="/2">Tar and what it does</a></h3><span>Omar Haddad</span><time datetime="2026-10-02">2 Oct</time></div></div>'), [],
    ),
    "services, not names": (f"<h2>Hello</h2><div>{cards(('Crate Repair', 'Project Manager included.'), ('Harbour Storage', 'Support staff'))}</div>", []),
    "an author in json-ld": (
        '<script type="application/ld+json">{"@type":"BlogPosting","headline":"x","author":{"@type":"Person","name":"Jane Li"}}</script>', [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PEOPLE)
def test_people(name: str) -> None:
    body, wanted = PEOPLE[name]
    facts = read(f"<h1>About us</h1>{body}", url=f"{HOME}about")
    assert [(one.name, one.role) for one in facts.people] == wanted


JOBS = {
    "links": (
        '<h2>Open positions</h2><ul><li><a href="/jobs/rigger">Rigger (m/w/d)</a></li><li><a href="/jobs/welder">Welder, night shift</a></li></ul>',
        ["Rigger (m/w/d)", "Welder, night shift"],
    ),
    "cards": (
        '<h2>Vacancies</h2><div><div class="j"><h3>Crate designer</h3><p>Full-time, Botany</p></div><div class="j"><h3>Sales assistant</h3><p>Part-time</p></div></div>',
        ["Crate designer", "Sales assistant"],
    ),
    "one of them": ('<h2>Jobs</h2><ul><li><a href="/karriere/schlosser">Schlosser (w/m/d)</a></li><li><a href="/karriere/meister">Meister (w/m/d)</a></li></ul>', ["Schlosser (w/m/d)", "Meister (w/m/d)"]),
    "json-ld": (
        '<script type="application/ld+json">{"@type":"JobPosting","title":"Harbour pilot","url":"/p","datePosted":"2026-10-01"}</script>', ["Harbour pilot"],
    ),
    "benefits": (f"<h2>Why work with us</h2><div>{cards(('Thirty days off', 'And your birthday.'), ('Free lunch', 'Cooked here.'))}</div>", []),
    "none open": ("<h2>Vacancies</h2><p>There are currently no open positions.</p>", []),
}  # fmt: skip


@pytest.mark.parametrize("name", JOBS)
def test_jobs(name: str) -> None:
    body, wanted = JOBS[name]
    facts = read(
        f"<h1>Careers</h1><p>Come and work on the quay with us.</p>{body}", url=f"{HOME}careers"
    )
    assert [job.text for job in facts.jobs] == wanted


PRICES = {
    "plans": (
        '<h2>Pricing</h2><div><div class="p"><h3>Dinghy</h3><p>$19 per month</p></div><div class="p"><h3>Barge</h3><p>$49 per month</p></div></div>',
        ["Dinghy: $19 per month", "Barge: $49 per month"],
    ),
    "a table": ("<h2>Preise</h2><table><tr><td>Kiste klein</td><td>12,50 €</td></tr><tr><td>Kiste groß</td><td>ab 1.200 €</td></tr></table>", ["Kiste klein: 12,50 €", "Kiste groß: ab 1.200 €"]),
    "entries": ("<h2>Fees</h2><ul><li>Mooring: £12</li><li>Storage: £30 per week</li></ul>", ["Mooring: £12", "Storage: £30 per week"]),
    "json-ld": ('<script type="application/ld+json">{"@type":"Product","name":"Crate","offers":{"@type":"Offer","price":"29.00","priceCurrency":"EUR"}}</script>', ["Crate: 29.00 EUR"]),
    "news of money": (f"<h2>Hello</h2><div>{cards(('We raised $5 million', 'Funding for more.'), ('Revenue of $9 million', 'A good year.'))}</div>", []),
}  # fmt: skip


@pytest.mark.parametrize("name", PRICES)
def test_prices(name: str) -> None:
    body, wanted = PRICES[name]
    assert [price.text for price in read(f"{LEAD}{body}").prices] == wanted


OFFICES = {
    "an address element": ("<footer><address>Northwind<br>4 Pier Road<br>Botany NSW 2019</address></footer>", ["4 Pier Road"]),
    "a line": ("<footer><p>Northwind GmbH, Hafenstraße 12, 20457 Hamburg, Tel. 040 5550140</p></footer>", ["Hafenstraße 12, 20457 Hamburg"]),
    "british": ("<h2>Offices</h2><div><p>8 Mare Yard, Bristol BS1 4ST</p></div>", ["8 Mare Yard, Bristol BS1 4ST"]),
    "french": ("<footer>12 rue des Cordiers, 69001 Lyon</footer>", ["12 rue des Cordiers, 69001 Lyon"]),
    "json-ld": (
        '<script type="application/ld+json">{"@type":"LocalBusiness","name":"N","address":{"@type":"PostalAddress","streetAddress":"4 Pier Road","postalCode":"2019","addressLocality":"Botany"}}</script>',
        ["4 Pier Road, 2019, Botany"],
    ),
    "where an event is": (
        '<h2>Upcoming events</h2><ul class="events"><li>2 December: Open day, 9 Other Road, Botany NSW 2019</li><li>3 December: Talk, 7 Other Street, Botany NSW 2019</li></ul>', [],
    ),
    "no street": ("<p>Since 2019 Northwind has had 4 Boats and 12 Crates on the road.</p>", []),
}  # fmt: skip


@pytest.mark.parametrize("name", OFFICES)
def test_offices(name: str) -> None:
    body, wanted = OFFICES[name]
    found = [office.text for office in read(f"{LEAD}{body}").offices]
    assert len(found) == len(wanted)
    for text, piece in zip(found, wanted, strict=True):
        assert piece in text


CONTACTS = {
    "tel": ('<a href="tel:+61255500140">Ring</a>', "en-AU", ["+61 2 5550 0140"]),
    "twice": ('<a href="tel:0255500140">(02) 5550 0140</a> or +61 2 5550 0140', "en-AU", ["+61 2 5550 0140"]),
    "labelled": ("<p>Phone: (402) 555-0118 · Fax: (402) 555-0119</p>", "en-US", ["+1 402-555-0118"]),
    "label in the line above": ("<dl><dt>Phone</dt><dd>01472 555 033</dd></dl>", "en-GB", ["+44 1472 555033"]),
    "no phone": ("<p>Order 2026-10-555-0118, ISBN 978-3-16-148410-0, VAT 123 456 789.</p>", "en-GB", []),
    "mailto": ('<a href="mailto:jane@northwind.example?subject=Hi">Jane Li</a>', "en", ["jane@northwind.example"]),
    "in words": ("<p>info [at] northwind [dot] example, sales(at)northwind.example</p>", "en", ["info@northwind.example", "sales@northwind.example"]),
    "in text": ("<p>Write to jane.li@northwind.example.</p>", "en", ["jane.li@northwind.example"]),
    "protected": ('<a href="/cdn-cgi/l/email-protection" data-cfemail="422823312b02262d216c273a232f322e27">[email&#160;protected]</a>', "en", ["jasi@doc.example"]),
    "no address": ('<img src="logo@2x.png"><p>logo@2x.png and you@example.com</p>', "en", []),
    "profiles": (
        ('<a href="https://www.linkedin.com/company/northwind-example/?x=1">in</a><a href="https://x.com/northwind_ex">X</a>'
        '<a href="https://www.youtube.com/@northwind">Films</a><a href="https://mastodon.social/@northwind">M</a>'), "en",
        ["https://www.linkedin.com/company/northwind-example/", "https://x.com/northwind_ex", "https://www.youtube.com/@northwind", "https://mastodon.social/@northwind"],
    ),
    "buttons to share": (
        ('<a href="https://www.facebook.com/sharer/sharer.php?u=x">f</a><a href="https://twitter.com/intent/tweet?x">t</a>'
        '<a href="https://www.linkedin.com/shareArticle?url=x">in</a><a href="https://twitter.com/share">t</a>'
        '<a href="https://www.youtube.com/watch?v=abcdef">film</a><a href="https://www.instagram.com/p/abc/">post</a>'), "en", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTACTS)
def test_contacts(name: str) -> None:
    body, lang, wanted = CONTACTS[name]
    assert [one.value for one in read(f"{LEAD}{body}", lang=lang).contacts] == wanted


def test_every_fact_says_where_it_comes_from() -> None:
    body = "".join(
        [LEAD, OFFERINGS["cards below a heading"][0], PEOPLE["cards"][0], PRICES["plans"][0]]
    )
    facts = read(body + OFFICES["a line"][0] + CONTACTS["mailto"][0])
    found: list[Said | Named | Contact] = [
        *facts.offerings,
        *facts.people,
        *facts.prices,
        *facts.offices,
        *facts.contacts,
    ]
    assert len(found) >= 8
    for fact in found:
        assert fact.source is not None
        assert (fact.source.url, fact.source.read_at) == (HOME, NOW)
        assert fact.source.method
        assert fact.source.words
    assert {"title", "summary", "main_text", "language", "tagline"} <= set(facts.basis)
    assert facts.basis["language"].method == "html lang"
