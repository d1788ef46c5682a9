"""Invented pages of companies in styles that the corpus lacks: offers, people, jobs, prices."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[tuple[str, Style], ...] = (
    (
        "offerings",
        style(
            "dl-offerings",
            "<h1>Northwind Surveyors</h1><h2>What we do</h2><dl><dt>Boundary surveys"
            "</dt><dd>Where your land ends, on paper.</dd><dt>Drone mapping</dt>"
            "<dd>Roofs and quarries from above.</dd><dt>Party wall advice</dt><dd>Before"
            " you build.</dd></dl>",
            "Boundary surveys",
            "Drone mapping",
            "Party wall advice",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "offerings",
        style(
            "divs-offerings",
            "<h1>We keep kitchens running</h1><h2>Our services</h2><div><div><div>Oven"
            " repair</div><div>Same-day visits across the county.</div></div><div>"
            "<div>Gas checks</div><div>Certificates for landlords and cafés.</div></div>"
            "<div><div>Cold room servicing</div><div>Twice a year, with a report.</div>"
            "</div></div>",
            "Oven repair",
            "Gas checks",
            "Cold room servicing",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "offerings",
        style(
            "donate",
            '<h1>Willkommen</h1><h2>Welcome</h2><div class="row"><div class="col">'
            '<h3>Donate</h3><p>Every euro helps.</p></div><div class="col"><h3>Contact'
            '</h3><p>Write to us.</p></div><div class="col"><h3>Newsletter</h3><p>Once a'
            " month.</p></div></div>",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "jobs",
        style(
            "jobs-meta",
            "<h1>Careers</h1><h2>Open positions</h2><ul><li><h3>Night baker</h3>"
            "<span>Leeds</span><span>£28,000</span><span>Permanent</span><span>Closing 4"
            " December 2026</span></li><li><h3>Van driver</h3><span>Hull</span>"
            "<span>£26,000</span><span>Fixed term</span><span>Closing 10 December 2026"
            "</span></li></ul>",
            "Night baker",
            "Van driver",
            url="https://northwind.example/careers",
            title="Northwind",
        ),
    ),
    (
        "jobs",
        style(
            "jobs-table",
            "<h1>Vacancies</h1><table><tr><th>Role</th><th>Location</th><th>Contract"
            '</th><th>Salary</th></tr><tr><td><a href="/j/1">Payroll administrator</a>'
            "</td><td>Leeds</td><td>Permanent</td><td>£27,500</td></tr><tr><td><a"
            ' href="/j/2">Warehouse lead</a></td><td>Hull</td><td>12 months</td>'
            "<td>£31,000</td></tr></table>",
            "Payroll administrator",
            "Warehouse lead",
            url="https://northwind.example/vacancies",
            title="Northwind",
        ),
    ),
    (
        "jobs",
        style(
            "jobs-para",
            "<h1>Work with us</h1><h3>Pastry chef</h3><p>Location: Bristol</p><p>Salary:"
            " £30k</p><p>Deadline: 1 December 2026</p><h3>Kitchen porter</h3>"
            "<p>Location: Bath</p><p>Salary: £24k</p><p>Deadline: 8 December 2026</p>",
            "Pastry chef",
            "Kitchen porter",
            url="https://northwind.example/jobs",
            title="Northwind",
        ),
    ),
    (
        "people",
        style(
            "people-2col",
            "<h1>Committee</h1><table><tr><td>President</td><td>Marta Olsen</td></tr>"
            "<tr><td>Treasurer</td><td>Hugh Penrose</td></tr><tr><td>Secretary</td>"
            "<td>Dana Whitlock</td></tr></table>",
            "Marta Olsen, President",
            "Hugh Penrose, Treasurer",
            "Dana Whitlock, Secretary",
            url="https://guild.example/committee",
            title="Northwind",
        ),
    ),
    (
        "people",
        style(
            "people-list",
            "<h1>Our team</h1><ul><li><b>Ines Carvalho</b> – Head of roasting</li><li>"
            "<b>Tom Akers</b> – Sales manager</li></ul>",
            "Ines Carvalho, Head of roasting",
            "Tom Akers, Sales manager",
            url="https://roast.example/team",
            title="Northwind",
        ),
    ),
    (
        "people",
        style(
            "people-cards",
            '<h2>Meet the team</h2><div class="grid"><div class="bg-white p-4"><img'
            ' alt="Portrait"><div class="font-bold">Lena Farrow</div><div'
            ' class="text-sm">Managing director</div></div><div class="bg-white p-4">'
            '<img alt=""><div class="font-bold">Ossian Brook</div><div'
            ' class="text-sm">Lead engineer</div></div></div>',
            "Lena Farrow, Managing director",
            "Ossian Brook, Lead engineer",
            url="https://x.example/about",
            title="Northwind",
        ),
    ),
    (
        "prices",
        style(
            "prices-cols",
            "<h1>Pricing</h1><table><tr><th></th><th>Starter</th><th>Team</th>"
            "<th>Business</th></tr><tr><td>Price</td><td>€9 / month</td><td>€29 / month"
            "</td><td>€79 / month</td></tr><tr><td>Users</td><td>1</td><td>5</td><td>25"
            "</td></tr></table>",
            "Starter: €9",
            "Team: €29",
            "Business: €79",
            url="https://soft.example/pricing",
            title="Northwind",
        ),
    ),
    (
        "prices",
        style(
            "prices-cards",
            '<h1>Plans</h1><div class="plans"><div class="plan"><h3>Solo</h3><div>£12'
            '<span>/mo</span></div><ul><li>1 seat</li></ul></div><div class="plan">'
            "<h3>Studio</h3><div>£39<span>/mo</span></div><ul><li>5 seats</li></ul>"
            "</div></div>",
            "Solo: £12",
            "Studio: £39",
            url="https://soft.example/plans",
            title="Northwind",
        ),
    ),
    (
        "news",
        style(
            "props-no-news",
            '<h1>Latest listings</h1><div class="card"><a href="/p/1"><h3>Two-bedroom'
            " flat with harbour view</h3></a><p>£210,000</p><p>Added 12 November 2026"
            '</p></div><div class="card"><a href="/p/2"><h3>Terraced house near the'
            " station</h3></a><p>£185,000</p><p>Added 3 November 2026</p></div>",
            url="https://homes.example/listings",
            title="Northwind",
        ),
    ),
    (
        "news",
        style(
            "products-no-news",
            '<h1>New in</h1><div class="product"><a href="/s/1"><h3>Hand-thrown'
            " stoneware bowl</h3></a><p>€48</p><p>Added 12.11.2026</p></div><div"
            ' class="product"><a href="/s/2"><h3>Beech chopping board, large</h3></a>'
            "<p>€62</p><p>Added 03.11.2026</p></div>",
            url="https://shop.example/new",
            title="Northwind",
        ),
    ),
    (
        "news",
        style(
            "news-tailwind",
            '<h2>From the journal</h2><div class="grid"><article><time'
            ' datetime="2026-11-02">2 Nov 2026</time><a href="/j/a"><h3>Why we changed'
            ' our flour</h3></a></article><article><time datetime="2026-10-12">12 Oct'
            ' 2026</time><a href="/j/b"><h3>A second oven for the market hall</h3></a>'
            "</article></div>",
            "Why we changed our flour",
            "A second oven for the market hall",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "offerings",
        style(
            "offer-icons",
            '<h2>How we can help</h2><div class="flex"><div><svg></svg><p'
            ' class="font-semibold">Bookkeeping</p><p>Monthly accounts that balance.</p>'
            '</div><div><svg></svg><p class="font-semibold">Payroll</p><p>Paid right, on'
            ' time.</p></div><div><svg></svg><p class="font-semibold">Tax returns</p>'
            "<p>Filed early.</p></div></div>",
            "Bookkeeping",
            "Payroll",
            "Tax returns",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "offerings",
        style(
            "stats-no-offer",
            '<h2>Our services in numbers</h2><div class="row"><div><h3>250+</h3>'
            "<p>clients</p></div><div><h3>98 %</h3><p>stay with us</p></div><div><h3>12"
            "</h3><p>engineers</p></div></div>",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
    (
        "people",
        style(
            "voices-no-people",
            '<h2>What our clients say</h2><div class="q"><p>“They saved our season.”</p>'
            '<p>Rita Holm, Director, Quayside Hotels</p></div><div class="q"><p>“Always'
            " on time.”</p><p>Ben Ashdown, Owner, Ashdown Farm</p></div>",
            url="https://northwind.example/",
            title="Northwind",
        ),
    ),
)
