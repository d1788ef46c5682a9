"""More pages with dates on which nobody can go anywhere: logs, lists, papers, deadlines, stories."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    joomla,
    nineties,
    plain,
    shop,
    soup,
    tailwind,
    university,
    wordpress,
)

CASES = (
    Case(
        name="no-podcast-episodes",
        url="https://slowboat.example/podcast",
        body=tailwind(
            """<h1>The Slow Boat podcast</h1><p>Conversations about ships, recorded on ships.</p><div class="divide-y"><article><time datetime="2026-09-10T05:00:00Z">September 10, 2026</time><h2><a href="/podcast/41">41: The last lamplighter</a></h2><p>42 min</p><button>Listen</button></article><article><time datetime="2026-08-27T05:00:00Z">August 27, 2026</time><h2><a href="/podcast/40">40: Ballast</a></h2><p>51 min</p><button>Listen</button></article><article><time datetime="2026-09-24T05:00:00Z">September 24, 2026</time><h2>42: Pilots</h2><p>Coming soon</p></article></div>""",
            title="Podcast | Slow Boat",
            site="Slow Boat",
        ),
        events=(ev("42: Pilots", "2026-09-24T05:00+00:00", also=("Pilots",), maybe=True),),
        news=None,
    ),
    Case(
        name="no-property-listing",
        url="https://gablehomes.example/listings",
        body=shop(
            """<h1>Houses for sale</h1><div class="listing"><h3><a href="/l/1">3 bed cottage, Mill Lane</a></h3><p>£325,000</p><p>Available from 1 November 2026</p><p>Listed 4 September 2026</p></div><div class="listing"><h3><a href="/l/2">2 bed flat, Quay Street</a></h3><p>£210,000</p><p>Available from 15 October 2026</p><p>Listed 12 September 2026</p></div>""",
            title="Houses for sale – Gable Homes",
            site="Gable Homes",
            lang="en-GB",
        ),
        news=(),
    ),
    Case(
        name="no-tenders",
        url="https://www.town-of-elder.example/tenders",
        body=drupal(
            """<h1>Current tenders</h1><table><thead><tr><th>Reference</th><th>Title</th><th>Published</th><th>Closing date</th></tr></thead><tbody><tr><td>T-26-14</td><td>Resurfacing of Station Road</td><td>01/09/2026</td><td>02/10/2026 12:00</td></tr><tr><td>T-26-15</td><td>Supply of winter salt</td><td>08/09/2026</td><td>16/10/2026 12:00</td></tr></tbody></table>""",
            title="Tenders | Town of Elder",
            site="Town of Elder",
            lang="en-GB",
        ),
    ),
    Case(
        name="no-term-dates",
        url="https://www.northfell.ac.example/term-dates",
        body=university(
            """<h1>Term dates</h1><h2>2026/27</h2><table><tr><th>Term</th><th>Begins</th><th>Ends</th></tr><tr><td>Autumn</td><td>28 September 2026</td><td>11 December 2026</td></tr><tr><td>Spring</td><td>11 January 2027</td><td>26 March 2027</td></tr><tr><td>Summer</td><td>19 April 2027</td><td>18 June 2027</td></tr></table>""",
            title="Term dates | Northfell",
            site="University of Northfell",
        ),
        events=(
            ev("Autumn", "2026-09-28", maybe=True),
            ev("Spring", "2027-01-11", maybe=True),
            ev("Summer", "2027-04-19", maybe=True),
        ),
    ),
    Case(
        name="no-case-studies",
        url="https://klarwerk.example/work",
        body=soup(
            """<div><h1>Work</h1></div><div class="g"><div><h3>A tram depot learns to count</h3><p>Client: Northport Trams<br>March 2025 – October 2026</p></div><div><h3>Bills that people read</h3><p>Client: Elder Water<br>Completed 30 June 2026</p></div><div><h3>Moving nine million meters</h3><p>Client: Voltline<br>Since 1 October 2026</p></div></div>""",
            title="Work | Klarwerk",
            site="Klarwerk",
        ),
    ),
    Case(
        name="no-recap-article",
        url="https://foundry-meetups.example/blog/recap",
        body=wordpress(
            """<article class="post"><h1>Recap: casting bronze at home</h1><p class="meta">12 September 2026 · by Femi</p><p>Last Thursday forty of us stood around a kiln in the rain. Thank you all for coming! If you missed it, the slides are below.</p><p>The evening began at 6.30pm with a short talk about safety, and at 8pm the first bell came out of the sand. It rang a little flat, as first bells do, and everybody cheered all the same.</p><p>We could not have done it without the fire brigade, who lent us a second extinguisher and stayed for the cake. See you at the next one!</p></article>""",
            title="Recap: casting bronze at home - Foundry Meetups",
            site="Foundry Meetups",
            lang="en-GB",
        ),
        text_has=("the first bell came out of the sand",),
    ),
    Case(
        name="no-privacy-cookies-table",
        url="https://tidemark.example/cookies",
        body=bootstrap(
            """<h1>Cookie policy</h1><p>Last updated: 1 October 2026</p><table class="table"><tr><th>Name</th><th>Purpose</th><th>Expires</th></tr><tr><td>_sess</td><td>Keeps you signed in</td><td>31 December 2026</td></tr><tr><td>_lang</td><td>Remembers your language</td><td>1 year</td></tr></table><h2>Who we are</h2><p>Tidemark AS, Strandkaien 4, 5013 Bergen.</p>""",
            title="Cookie policy | Tidemark",
            site="Tidemark",
        ),
        offers=(),
        people=(),
    ),
    Case(
        name="no-search-results",
        url="https://townlibrary.example/search?q=rope",
        body=plain(
            """<h1>12 results for “rope”</h1><ol><li><h3><a href="/c/1">Knots and how to tie them</a></h3><p>Book, 1998. Due back 3 October 2026.</p></li><li><h3><a href="/c/2">The rope walker</a></h3><p>DVD, 2011. Due back 22 September 2026.</p></li><li><h3><a href="/c/3">Ropework quarterly</a></h3><p>Next issue 1 November 2026.</p></li></ol>""",
            title="Search results",
            lang="en-GB",
        ),
        news=(),
    ),
    Case(
        name="no-404",
        url="https://riverlaw.example/gone",
        body=drupal(
            "<h1>Page not found</h1><p>The requested page could not be found.</p>",
            title="Page not found | River Law",
            site="River Law",
        ),
        offers=(),
        news=(),
        says_not=("could not be found",),
    ),
    Case(
        name="no-login",
        url="https://boxkite.example/login",
        body=tailwind(
            """<h1>Welcome back</h1><form><label>E-mail<input type="email"></label><label>Password<input type="password"></label><button>Sign in</button><a href="/forgot">Forgot password?</a></form><p>Scheduled maintenance: 20 September 2026, 02:00–04:00 UTC</p>""",
            title="Sign in - Boxkite",
            site="Boxkite",
        ),
        offers=(),
        events=(ev("Scheduled maintenance", "2026-09-20T02:00+00:00", maybe=True),),
    ),
    Case(
        name="no-weather-and-tides",
        url="https://harbourmaster.example/tides",
        body=nineties(
            """<H2>Tide times</H2><TABLE BORDER=1><TR><TH>Date</TH><TH>High</TH><TH>Low</TH><TH>High</TH></TR><TR><TD>Mon 14 Sep</TD><TD>06:12</TD><TD>12:25</TD><TD>18:40</TD></TR><TR><TD>Tue 15 Sep</TD><TD>06:58</TD><TD>13:10</TD><TD>19:24</TD></TR><TR><TD>Wed 16 Sep</TD><TD>07:43</TD><TD>13:55</TD><TD>20:09</TD></TR></TABLE>""",
            title="Tide times",
        ),
    ),
    Case(
        name="no-bank-holiday-list",
        url="https://goodcrumb.example/holidays",
        body=plain(
            """<h1>Holiday closing</h1><p>Our shop is closed on these days:</p><ul><li>Friday 25 December 2026</li><li>Saturday 26 December 2026</li><li>Friday 1 January 2027</li></ul><p>Orders until 19 December 2026, 12 noon.</p>""",
            title="Holiday closing",
            lang="en-GB",
        ),
    ),
    Case(
        name="no-legal-cases-table",
        url="https://courts.example/judgments",
        body=joomla(
            """<h2>Judgments</h2><table><tr><th>Date</th><th>Case</th><th>Court</th></tr><tr><td>4 September 2026</td><td>Mill v. Weir</td><td>Court 2</td></tr><tr><td>28 August 2026</td><td>Re Marsh</td><td>Court 1</td></tr></table>""",
            title="Judgments",
            site="Courts",
        ),
    ),
    Case(
        name="no-publications",
        url="https://www.northfell.ac.example/maths/fontaine",
        body=university(
            """<h1>Prof. Claire Fontaine</h1><p>Head of School. I think about curves that nearly close.</p><h2>Publications</h2><ol><li>C. Fontaine, <em>Nearly closed curves</em>, J. Curv. 12 (2026), to appear 1 October 2026.</li><li>C. Fontaine, J. Beck, <em>Heat on a comb</em>, accepted 14 August 2026.</li></ol><h2>Vita</h2><p>Born 3 May 1971 in Nantes. PhD 1998.</p>""",
            title="Claire Fontaine | Mathematics",
            site="University of Northfell",
        ),
        events=(),
    ),
    Case(
        name="no-dutch-news",
        url="https://www.waterbedrijf-eem.example/nieuws",
        body=bootstrap(
            """<h1>Nieuws</h1><div class="card"><div class="card-body"><small>11 september 2026</small><h5><a href="/nieuws/1">Nieuwe leiding onder de Eem</a></h5><p>Vanaf 5 oktober werken we aan de kade.</p></div></div><div class="card"><div class="card-body"><small>3 september 2026</small><h5><a href="/nieuws/2">Meterstand doorgeven kan tot 1 november</a></h5></div></div>""",
            title="Nieuws",
            site="Waterbedrijf Eem",
            lang="nl",
        ),
        language="nl",
        news=(
            ("Nieuwe leiding onder de Eem", "2026-09-11"),
            ("Meterstand doorgeven kan tot 1 november", "2026-09-03"),
        ),
    ),
    Case(
        name="no-french-communiques",
        url="https://meuniers.example/presse",
        body=wordpress(
            """<h1>Communiqués de presse</h1><ul class="presse"><li><span>Le 8 septembre 2026</span> <a href="/presse/moulin">Le moulin tourne de nouveau</a></li><li><span>Le 17 juin 2026</span> <a href="/presse/farine">Une farine pour les boulangers du plateau</a></li><li><span>Le 2 février 2026</span> <a href="/presse/ag">Nouvelle présidente</a></li></ul>""",
            title="Presse - Les Meuniers",
            site="Les Meuniers",
            lang="fr",
        ),
        news=(
            ("Le moulin tourne de nouveau", "2026-09-08"),
            ("Une farine pour les boulangers du plateau", "2026-06-17"),
            ("Nouvelle présidente", "2026-02-02"),
        ),
        language="fr",
    ),
    Case(
        name="no-news-by-address",
        url="https://keelworks.example/news",
        body=soup(
            """<div><h2>News</h2></div><div class="n"><a href="/news/2026/09/07/crane/"><h3>A crane of our own</h3></a><p>No more borrowing.</p></div><div class="n"><a href="/news/2026/05/18/apprentices/"><h3>Two apprentices, one licence</h3></a><p>Congratulations.</p></div>""",
            title="News | Keelworks",
            site="Keelworks",
        ),
        news=(("A crane of our own", "2026-09-07"), ("Two apprentices, one licence", "2026-05-18")),
    ),
    Case(
        name="no-forum-thread",
        url="https://forum.tinyweb.example/t/812",
        body=plain(
            """<h1>Meetup in October?</h1><div class="post"><b>lena</b> <span>Sep 10, 2026, 9:14 pm</span><p>Shall we say 17 October at 7pm?</p></div><div class="post"><b>raj</b> <span>Sep 11, 2026, 8:02 am</span><p>I can't. 24 October?</p></div><div class="post"><b>lena</b> <span>Sep 11, 2026, 6:40 pm</span><p>Let's see who else.</p></div>""",
            title="Meetup in October? - Forum",
        ),
    ),
    Case(
        name="no-recipe",
        url="https://goodcrumb.example/recipes/rye",
        body=shop(
            """<article><h1>Sour rye</h1><p>Prep 20 min · Bake 55 min · Serves 8 · Rated 4.7 (212)</p><h2>Ingredients</h2><ul><li>500 g rye flour</li><li>12/16 g salt</li><li>1/2 tsp caraway</li></ul><h2>Method</h2><ol><li>Start on Friday at 18:00.</li><li>On Saturday at 9:00 shape the loaf.</li></ol></article>""",
            title="Sour rye – Good Crumb",
            site="Good Crumb",
        ),
        people=(),
    ),
    Case(
        name="no-course-page-without-dates",
        url="https://lighthouse-learning.example/azure",
        body=bootstrap(
            """<h1>Azure for administrators</h1><p>Two days, for those who inherit a tenant. Version 3.2 of the material, revised 1 August 2026.</p><h2>What you learn</h2><ul><li>Identity</li><li>Networks</li><li>Bills</li></ul><h2>Day 1</h2><p>09:00 Start, 12:30 Lunch, 17:00 End</p><h2>Day 2</h2><p>09:00 Start</p><p>Dates on request.</p>""",
            title="Azure for administrators | Lighthouse Learning",
            site="Lighthouse Learning",
            lang="en-AU",
        ),
    ),
)
