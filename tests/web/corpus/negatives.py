"""Pages full of dates on which nothing takes place: whatever is read as an event is wrong."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case
from tests.web.corpus.chrome import (
    bootstrap,
    confluence,
    nineties,
    plain,
    shop,
    soup,
    tailwind,
    typo3,
    wordpress,
)

CASES = (
    Case(
        name="no-press-releases",
        url="https://torquewell.example/press",
        body=bootstrap(
            """<h1>Press releases</h1><div class="press-list"><div class="row"><div class="col-2">10 September 2026</div><div class="col"><a href="/press/plant">Torquewell opens a plant in Gdynia</a></div></div><div class="row"><div class="col-2">2 September 2026</div><div class="col"><a href="/press/cfo">Leila Haddad becomes chief financial officer</a></div></div><div class="row"><div class="col-2">14 July 2026</div><div class="col"><a href="/press/half">Half-year results: orders up by a fifth</a></div></div></div><h2>Media contact</h2><p>Owen Price, <a href="mailto:press@torquewell.example">press@torquewell.example</a></p>""",
            title="Press | Torquewell",
            site="Torquewell",
        ),
        news=(
            ("Torquewell opens a plant in Gdynia", "2026-09-10"),
            ("Leila Haddad becomes chief financial officer", "2026-09-02"),
            ("Half-year results: orders up by a fifth", "2026-07-14"),
        ),
        contacts=("press@torquewell.example",),
    ),
    Case(
        name="no-opening-hours",
        url="https://goodcrumb.example/",
        body=soup(
            """<div><h1>Good Crumb Bakery</h1><p>Sourdough from a stone oven, baked on the corner of Mill Road since 1998.</p></div><div><h2>Opening hours</h2><p>Mon – Fri 7:00 – 18:00<br>Saturday 7:00 – 14:00<br>Sunday closed</p><p>Closed on 26 December 2026 and from 1 to 3 January 2027.</p></div><div><h2>Find us</h2><p>44 Mill Road, Cambridge CB1 2AD<br>Tel. 01223 555 018</p></div>""",
            title="Good Crumb Bakery",
            site="Good Crumb",
            lang="en-GB",
        ),
        says=("Sourdough from a stone oven",),
        contacts=("+441223555018",),
        offices=("44 Mill Road",),
    ),
    Case(
        name="no-timeline",
        url="https://halden-pumps.example/about/history",
        body=bootstrap(
            """<h1>Our history</h1><ul class="timeline"><li><h4>12 May 1951</h4><p>Halden Pumps is founded in a barn.</p></li><li><h4>3 October 1978</h4><p>The first submersible pump leaves the yard.</p></li><li><h4>1 April 2004</h4><p>A second hall is built.</p></li><li><h4>15 October 2026</h4><p>We look forward to seventy-five years and one season.</p></li></ul>""",
            title="History | Halden Pumps",
            site="Halden Pumps",
        ),
        news=(),
        events=None,
    ),
    Case(
        name="no-release-notes",
        url="https://boxkite.example/changelog",
        body=tailwind(
            """<h1 class="text-4xl">Changelog</h1><section class="grid grid-cols-4"><div><time datetime="2026-09-11">Sep 11, 2026</time><span>v4.2.0</span></div><div class="col-span-3"><h2>Faster exports</h2><p>Exports over 1 GB are now split. The old endpoint is removed on October 30, 2026.</p></div></section><section class="grid grid-cols-4"><div><time datetime="2026-08-21">Aug 21, 2026</time><span>v4.1.3</span></div><div class="col-span-3"><h2>Keyboard shortcuts</h2><p>Press ? to see them.</p></div></section><section class="grid grid-cols-4"><div><time datetime="2026-12-01">Dec 1, 2026</time><span>Planned</span></div><div class="col-span-3"><h2>Version 3 end of life</h2><p>Version 3 receives no fixes after this day.</p></div></section>""",
            title="Changelog - Boxkite",
            site="Boxkite",
        ),
    ),
    Case(
        name="no-jobs-as-events",
        url="https://halden-pumps.example/careers",
        body=bootstrap(
            """<h1>Careers at Halden Pumps</h1><p>Thirty-one people, one canteen, no shift after eight.</p><h2>Open positions</h2><div class="job-list"><div class="job"><h3><a href="/careers/welder">Welder (m/f/d)</a></h3><p>Halden · Full-time · Start: 1 November 2026</p></div><div class="job"><h3><a href="/careers/controller">Financial controller</a></h3><p>Halden · Part-time · Start: 1 January 2027 · Apply by 15 October 2026</p></div><div class="job"><h3><a href="/careers/apprentice">Apprenticeship as industrial mechanic</a></h3><p>Halden · Start: 1 August 2027</p></div></div><h2>What we offer</h2><ul><li>Thirty days of leave</li><li>A bicycle</li></ul>""",
            title="Careers | Halden Pumps",
            site="Halden Pumps",
        ),
        jobs=("Welder", "Financial controller", "Apprenticeship as industrial mechanic"),
    ),
    Case(
        name="no-price-table",
        url="https://boxkite.example/pricing",
        body=tailwind(
            """<h1 class="text-5xl">Pricing</h1><p>Start for nothing, pay when it flies.</p><div class="grid grid-cols-3"><div class="rounded-3xl p-8 ring-1"><h3 id="tier-hobby">Hobby</h3><p class="mt-4 text-sm">For one person and one kite.</p><p class="mt-6 flex items-baseline"><span class="text-4xl font-bold">$0</span><span class="text-sm">/month</span></p><a href="/buy/0">Start</a></div><div class="rounded-3xl p-8 ring-2"><h3 id="tier-crew">Crew</h3><p>Most popular</p><p class="mt-6"><span class="text-4xl font-bold">$24</span><span>/month</span></p><a href="/buy/1">Buy plan</a></div><div class="rounded-3xl p-8"><h3 id="tier-fleet">Fleet</h3><p class="mt-6"><span class="text-4xl font-bold">$180</span><span>/month</span></p><a href="/buy/2">Buy plan</a></div></div><p>Prices valid until 31 December 2026.</p><h2>Questions</h2><details><summary>Can I cancel?</summary><p>On any day.</p></details>""",
            title="Pricing - Boxkite",
            site="Boxkite",
        ),
        prices=(("Hobby", "$0"), ("Crew", "$24"), ("Fleet", "$180")),
    ),
    Case(
        name="no-intranet-minutes",
        url="https://wiki.halden-pumps.example/pages/view",
        body=confluence(
            """<h2>Minutes 4 September 2026</h2><p>Present: Ola, Kim, Suse. Absent: Bert (until 28 September 2026).</p><table class="confluenceTable"><tbody><tr><th class="confluenceTh">Task</th><th>Owner</th><th>Due</th></tr><tr><td class="confluenceTd">Order valves</td><td>Kim</td><td><time datetime="2026-09-21" class="date-past">21 Sep 2026</time></td></tr><tr><td>Paint the gate</td><td>Suse</td><td><time datetime="2026-10-05">05 Oct 2026</time></td></tr></tbody></table>""",
            title="Works council minutes",
            site="Halden",
        ),
    ),
    Case(
        name="no-product-shop",
        url="https://kettleandco.example/collections/kettles",
        body=shop(
            """<h1>Kettles</h1><ul id="product-grid" class="grid product-grid"><li class="grid__item"><div class="card"><h3 class="card__heading"><a href="/products/stove">Stove kettle 1.2 l</a></h3><div class="price"><span class="price-item">$48.00</span></div><p>Ships by 2 October 2026</p></div></li><li class="grid__item"><div class="card"><h3 class="card__heading"><a href="/products/gooseneck">Gooseneck kettle</a></h3><div class="price"><s>$79.00</s> <span class="price-item">$65.00</span></div><p>Back in stock 12 October 2026</p></div></li></ul>""",
            title="Kettles – Kettle &amp; Co",
            site="Kettle &amp; Co",
        ),
        prices=None,
        news=(),
    ),
    Case(
        name="no-obituary-and-anniversary",
        url="http://www.shantychoir.example/index.htm",
        body=nineties(
            """<H1><FONT COLOR="#003366">The Saltbox Shanty Choir</FONT></H1><P>We are forty men and one accordion, and we sing of ships. Founded 9 November 1974. Rehearsals Tuesdays 8 pm at the Anchor.<P><B>In memory:</B> our bass Harry Trimble, born 14 October 1931, died 2 August 2026.<P>Our CD "Wet Rope" costs $12. <A HREF="MAILTO:skipper@shantychoir.example">Write to the skipper</A>""",
            title="Saltbox Shanty Choir",
        ),
        title=("Saltbox Shanty Choir",),
        says=("forty men and one accordion",),
        contacts=("skipper@shantychoir.example",),
        text_lacks=("visitor no",),
        events=None,
    ),
    Case(
        name="no-terms-and-conditions",
        url="https://boxkite.example/terms",
        body=plain(
            """<header><a href="/">Boxkite</a></header><h1>Terms of service</h1><p><em>Effective 1 October 2026. Last updated 12 September 2026.</em></p><h2>1. Scope</h2><p>These terms govern the use of the service between you and Boxkite Ltd, registered on 3 March 2019.</p><h2>2. Changes</h2><p>The version of 5 May 2024 remains valid for contracts made before 1 October 2026. Notice ends on 30 November 2026 at midnight.</p><h2>3. Venue</h2><p>Place of jurisdiction is Hamburg.</p>""",
            title="Terms of service",
        ),
        offers=(),
    ),
    Case(
        name="no-testimonials-with-dates",
        url="https://lakeview-lodge.example/reviews",
        body=wordpress(
            """<h1>Guest reviews</h1><div class="review"><h4>Wonderful quiet</h4><span class="stars">★★★★★</span><p>We stayed from 2 to 9 August 2026.</p><span class="date">11 Aug 2026, 10:14 am</span></div><div class="review"><h4>Ducks everywhere</h4><p>Will be back on 24 October 2026!</p><span class="date">30 Aug 2026, 7:02 pm</span></div><div class="review"><h4>Cold water, warm people</h4><p>Anniversary.</p><span class="date">1 Sep 2026, 8:40 pm</span></div>""",
            title="Reviews - Lakeview Lodge",
            site="Lakeview Lodge",
        ),
    ),
    Case(
        name="no-rooms-availability",
        url="https://lakeview-lodge.example/rates",
        body=soup(
            """<div><h1>Rates</h1></div><div><table><tr><th>Season</th><th>From</th><th>To</th><th>Per night</th></tr><tr><td>Low</td><td>01.10.2026</td><td>19.12.2026</td><td>€ 84</td></tr><tr><td>Christmas</td><td>20.12.2026</td><td>06.01.2027</td><td>€ 140</td></tr><tr><td>Winter</td><td>07.01.2027</td><td>31.03.2027</td><td>€ 96</td></tr></table></div>""",
            title="Rates | Lakeview Lodge",
            site="Lakeview Lodge",
            lang="en-GB",
        ),
    ),
    Case(
        name="no-german-press",
        url="https://www.pumpenwerk-halden.example/aktuelles",
        body=typo3(
            """<h1>Aktuelles</h1><div class="news-list-view"><div class="article articletype-0"><div class="header"><h3><a href="/aktuelles/halle">Neue Halle ist in Betrieb</a></h3></div><div class="footer"><p><span class="news-list-date"><time datetime="2026-09-09">09.09.2026</time></span></p></div><div class="teaser-text"><p>Seit dem 1. September läuft die Fertigung in Halle 3.</p></div></div><div class="article"><div class="header"><h3><a href="/aktuelles/azubis">Fünf Auszubildende begrüßt</a></h3></div><div class="footer"><p><time datetime="2026-08-03">03.08.2026</time></p></div></div></div>""",
            title="Aktuelles - Pumpenwerk Halden",
            site="Pumpenwerk Halden",
        ),
        language="de",
        news=(
            ("Neue Halle ist in Betrieb", "2026-09-09"),
            ("Fünf Auszubildende begrüßt", "2026-08-03"),
        ),
    ),
    Case(
        name="no-flight-log",
        url="https://statuspage.boxkite.example/",
        body=bootstrap(
            """<h1>All systems operational</h1><h2>Past incidents</h2><div class="day"><h4>Sep 13, 2026</h4><p>No incidents reported.</p></div><div class="day"><h4>Sep 12, 2026</h4><h5>Slow exports</h5><p><b>Resolved</b> - This incident has been resolved. <small>Sep 12, 14:31 UTC</small></p></div>""",
            title="Boxkite Status",
            site="Boxkite",
        ),
    ),
)
