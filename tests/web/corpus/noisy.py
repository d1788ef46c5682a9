"""Long pages with much beside the point: related posts, comments, banners, offers, old dates."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import bootstrap, drupal, soup, tailwind, wordpress

_PROMO = """<div class="promo-bar" role="banner"><p>Autumn sale: 20% off everything until 30 September 2026 <a href="/sale">Shop</a></p></div>"""
_RELATED = """<section class="related-posts"><h2>Related posts</h2><div class="grid"><article><a href="/blog/a"><h4>Ten things about kilns</h4></a><time datetime="2026-08-01">1 August 2026</time></article><article><a href="/blog/b"><h4>Why clay cracks</h4></a><time datetime="2026-07-12">12 July 2026</time></article></div></section>"""
_SOCIAL = """<div class="tweets"><h4>Follow us</h4><ul><li>@clayhouse: kiln is on! <span>3:14 PM · Sep 13, 2026</span></li><li>@clayhouse: see you at the fair on Saturday <span>9:01 AM · Sep 10, 2026</span></li></ul></div>"""
_COUNTDOWN = """<div class="countdown" data-until="2026-10-03T10:00:00"><span>18</span> days <span>23</span> hours <span>59</span> minutes</div>"""
_RELATED_NEWS = ("Ten things about kilns", "Why clay cracks")

CASES = (
    Case(
        name="noisy-event-page",
        url="https://clayhouse.example/events/clay-fair",
        body=wordpress(
            f"""{_PROMO}<article><h1>Clay Fair 2026</h1>{_COUNTDOWN}<p class="when">Saturday 3 October 2026, 10am – 5pm</p><p class="where">Corn Hall, Diss</p><p>Forty potters, one hall, and a raku kiln on the lawn that goes off every hour on the hour.</p><h2>What to expect</h2><p>Demonstrations at 11am, 1pm and 3pm. Last entry 4.30pm.</p><h2>Getting there</h2><p>Trains from Norwich at 09:00 and 10:00. Parking £3.</p></article>{_SOCIAL}{_RELATED}""",
            title="Clay Fair 2026 - Clayhouse",
            site="Clayhouse",
            lang="en-GB",
            bulk=90,
        ),
        events=(ev("Clay Fair 2026", "2026-10-03T10:00", "2026-10-03T17:00", "Corn Hall"),),
        news_too=_RELATED_NEWS,
        news=(),
    ),
    Case(
        name="noisy-home-of-venue",
        url="https://cornhall.example/",
        body=soup(
            f"""{_PROMO}<div class="hero"><h1>The Corn Hall</h1><p>A stage, a café and a gallery in the middle of town.</p></div><div class="next"><h2>Coming next</h2><div class="c"><a href="/e/owl"><p>Tue 22 Sep</p><h3>Owl Prowl Live</h3><p>7.30pm</p></a></div><div class="c"><a href="/e/fair"><p>Sat 3 Oct</p><h3>Clay Fair</h3><p>10am</p></a></div><div class="c"><a href="/e/brass"><p>Sun 18 Oct</p><h3>Brass at Teatime</h3><p>3pm</p></a></div></div><div class="visit"><h2>Visit</h2><p>Box office open Tue–Sat 10am–4pm</p><p>10 St Nicholas Street, Diss</p></div>{_SOCIAL}""",
            title="The Corn Hall",
            site="The Corn Hall",
            lang="en-GB",
            bulk=110,
        ),
        says=("A stage, a café and a gallery in the middle of town",),
        events=(
            ev("Owl Prowl Live", "2026-09-22T19:30", link="/e/owl"),
            ev("Clay Fair", "2026-10-03T10:00", link="/e/fair"),
            ev("Brass at Teatime", "2026-10-18T15:00"),
        ),
    ),
    Case(
        name="noisy-course-with-reviews",
        url="https://lighthouse-learning.example/courses/report-writing",
        body=tailwind(
            """<h1>Writing reports that are read</h1><p>One day, ten people, your own reports on the table.</p><div class="dates"><h2>Dates and booking</h2><table><tr><th>Start</th><th>Place</th><th>Price</th><th></th></tr><tr><td>29 Sep 2026</td><td>Online</td><td>$690</td><td><a href="/book/1">Book</a></td></tr><tr><td>8 Dec 2026</td><td>Sydney</td><td>$790</td><td><a href="/book/2">Book</a></td></tr></table></div><div class="reviews"><h2>Reviews</h2><div><strong>Kofi, 14 Jun 2026</strong><p>My boss read page two.</p></div><div><strong>Lise, 2 May 2026</strong><p>Worth the train.</p></div></div><div class="faq"><h2>Questions</h2><h3>Can I move my booking?</h3><p>Until 14 days before. Bookings made before 1 October 2026 can be moved twice.</p></div>""",
            title="Writing reports that are read | Lighthouse Learning",
            site="Lighthouse Learning",
            lang="en-AU",
            bulk=60,
        ),
        events=(
            ev("Writing reports that are read", "2026-09-29", online=True),
            ev("Writing reports that are read", "2026-12-08", at="Sydney"),
        ),
    ),
    Case(
        name="noisy-magazine-front",
        url="https://harbourpost.example/",
        body=drupal(
            """<h1 class="visually-hidden">Harbour Post</h1><div class="lead"><h2><a href="/a/1">Crane driver finds wartime letter</a></h2><p class="submitted">By Dee Marsh, 13 September 2026, 18:20</p></div><div class="list"><div class="row"><h3><a href="/a/2">Ferry timetable changes on 1 October</a></h3><span>12 September 2026</span></div><div class="row"><h3><a href="/a/3">School roof to be mended by 15 November</a></h3><span>12 September 2026</span></div><div class="row"><h3><a href="/a/4">Festival returns on 24 October 2026</a></h3><span>11 September 2026</span></div></div><div class="weather"><p>Mon 14 Sep 17° · Tue 15 Sep 16° · Wed 16 Sep 18°</p></div>""",
            title="Harbour Post",
            site="Harbour Post",
            lang="en-AU",
            bulk=50,
        ),
        news=(
            ("Crane driver finds wartime letter", "2026-09-13"),
            ("Ferry timetable changes on 1 October", "2026-09-12"),
            ("School roof to be mended by 15 November", "2026-09-12"),
            ("Festival returns on 24 October 2026", "2026-09-11"),
        ),
    ),
    Case(
        name="noisy-products-with-dates",
        url="https://clayhouse.example/shop",
        body=soup(
            f"""{_PROMO}<h1>Shop</h1><div class="p"><h3>Stoneware 12.5 kg</h3><p>£14.20</p><p>Best before 12/2027</p></div><div class="p"><h3>Porcelain 10/09</h3><p>£22.00</p><p>Pre-order, ships 5 October 2026</p></div><div class="p"><h3>Glaze 2026-A</h3><p>£8.50</p><p>New since 1 September 2026</p></div>{_RELATED}""",
            title="Shop | Clayhouse",
            site="Clayhouse",
            lang="en-GB",
        ),
        news=(),
        news_too=_RELATED_NEWS,
    ),
    Case(
        name="noisy-exhibitor-at-fair",
        url="https://halden-pumps.example/fair",
        body=bootstrap(
            """<h1>Meet us at AquaTherm Forum</h1><p>Halden Pumps will be in Hall 4, stand C12, from 29 September to 1 October 2026 in Leipzig.</p><p>See the new PX 40, awarded a design prize on 3 June 2026.</p><p><a class="btn" href="/tickets">Ask for a free ticket by 20 September</a></p><h2>Latest news</h2><ul><li>10 Sep 2026 <a href="/n/1">PX 40 in series</a></li><li>3 Jun 2026 <a href="/n/2">Prize for the PX 40</a></li></ul>""",
            title="AquaTherm Forum | Halden Pumps",
            site="Halden Pumps",
        ),
        events=(
            ev("AquaTherm Forum", "2026-09-29", "2026-10-01", also=("Meet us at AquaTherm Forum",)),
        ),
        news=(("PX 40 in series", "2026-09-10"), ("Prize for the PX 40", "2026-06-03")),
    ),
    Case(
        name="noisy-webinar-landing",
        url="https://gridfold.example/webinar/waste",
        body=tailwind(
            """<p class="eyebrow">Free webinar</p><h1>Halve your kitchen's waste in a term</h1><p>Wednesday, 7 October 2026 | 2:00pm – 2:45pm BST</p><form><label>First name<input></label><label>Work e-mail<input></label><select><option>Country</option><option>Albania</option><option>Andorra</option></select><button>Save my seat</button></form><h2>Speakers</h2><div><h3>Ana Prior</h3><p>Founder, Gridfold</p></div><div><h3>Joe Lund</h3><p>Head chef, Elder Hospital</p></div><h2>Can't make it?</h2><p>Register anyway: we send the recording on 9 October 2026.</p>""",
            title="Webinar: Halve your kitchen's waste in a term",
            site="Gridfold",
            lang="en-GB",
        ),
        events=(
            ev(
                "Halve your kitchen's waste in a term",
                "2026-10-07T14:00+01:00",
                "2026-10-07T14:45+01:00",
                online=True,
            ),
        ),
        people=None,
    ),
    Case(
        name="noisy-history-and-next-congress",
        url="https://lichenologists.example/congress",
        body=bootstrap(
            """<h1>Lichen Congress</h1><p class="lead">The 14th Lichen Congress takes place in Tromsø from 8 to 11 June 2027.</p><h2>Key dates</h2><dl><dt>Abstracts due</dt><dd>15 January 2027</dd><dt>Early registration</dt><dd>1 March 2027</dd><dt>Congress</dt><dd>8–11 June 2027</dd></dl><h2>Earlier congresses</h2><table><tr><td>13th</td><td>Graz</td><td>4–7 June 2024</td></tr><tr><td>12th</td><td>Oulu</td><td>7–10 June 2021</td></tr></table>""",
            title="Lichen Congress",
            site="Lichenologists",
        ),
        events=(
            ev(
                "Lichen Congress",
                "2027-06-08",
                "2027-06-11",
                also=("14th Lichen Congress", "The 14th Lichen Congress", "Congress"),
            ),
        ),
    ),
)
