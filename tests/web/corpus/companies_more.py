"""More companies: descriptions that say nothing, services in unusual places, other trades."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    joomla,
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
        name="firm-description-is-title",
        url="https://northlight-survey.example/",
        body=bootstrap(
            """<header class="jumbotron"><h1>Land surveyors since 1962</h1><p>Northlight measures building plots, quarries and disputed hedges in Northumberland and the Borders.</p></header><div class="row"><div class="col-md-4 service"><i class="fa fa-map"></i><h3>Boundary surveys</h3><p>We find the stone your grandfather set.</p></div><div class="col-md-4 service"><i class="fa fa-cube"></i><h3>Laser scanning</h3><p>Whole barns in an afternoon.</p></div><div class="col-md-4 service"><i class="fa fa-plane"></i><h3>Drone mapping</h3><p>Quarries from above.</p></div></div><div class="row"><div class="col"><h3>"Found my hedge"</h3><p>Mr A., Alnwick</p></div></div>""",
            title="Northlight Survey Ltd",
            site="Northlight",
            lang="en-GB",
            head='<meta name="description" content="Northlight Survey Ltd">',
        ),
        says=("measures building plots, quarries and disputed hedges",),
        offers=("Boundary surveys", "Laser scanning", "Drone mapping"),
    ),
    Case(
        name="firm-description-lorem",
        url="https://bluebrick.example/",
        body=wordpress(
            """<div class="hero"><h1>We build garden walls</h1><p>Blue Brick lays dry stone and brick walls in Kent, and repairs what the roots have lifted.</p></div>""",
            title="Blue Brick – We build garden walls",
            site="Blue Brick",
            head='<meta name="description" content="Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.">',
        ),
        says=("lays dry stone and brick walls in Kent",),
        says_not=("Lorem ipsum",),
    ),
    Case(
        name="firm-og-only",
        url="https://saltpan.example/",
        body=shop(
            """<div class="banner"><h1>Salt, slowly</h1></div><p>Shop now</p>""",
            title="Saltpan",
            site="Saltpan",
            head='<meta property="og:title" content="Saltpan"><meta property="og:description" content="Hand-raked sea salt from the last open pans of Maldon, packed the day it dries.">',
        ),
        says=("Hand-raked sea salt from the last open pans",),
    ),
    Case(
        name="firm-one-page-anchors",
        url="https://arbor-crew.example/",
        body=soup(
            """<div id="home"><h1>Tree work, done quietly</h1><h2>Battery saws only. No smoke, no roar, no mess left on the lawn.</h2></div><div id="services"><h2>Services</h2><ul><li><strong>Crown reduction</strong> Lighter trees, lighter rooms.</li><li><strong>Stump grinding</strong> Gone by lunch.</li><li><strong>Hedge laying</strong> As it was done in 1800.</li></ul></div><div id="about"><h2>About</h2><p>Three climbers and a dog from Hexham.</p></div><div id="contact"><h2>Contact</h2><p>01434 555 081 · crew@arbor-crew.example</p></div>""",
            title="Arbor Crew | Tree surgeons in Hexham",
            site="Arbor Crew",
            lang="en-GB",
        ),
        says=("Battery saws only", "Three climbers and a dog from Hexham"),
        offers=("Crown reduction", "Stump grinding", "Hedge laying"),
        contacts=("crew@arbor-crew.example", "+441434555081"),
    ),
    Case(
        name="firm-tax-adviser-german",
        url="https://www.kanzlei-moosgruber.example/",
        body=typo3(
            """<h1>Steuerberatung in Rosenheim</h1><p>Wir betreuen Handwerker, Ärzte und Landwirte im Chiemgau – digital, wo es hilft, und am Küchentisch, wo es nötig ist.</p><h2>Unsere Schwerpunkte</h2><div class="row"><div class="card"><h3>Lohnabrechnung</h3><p>Pünktlich zum Ersten.</p></div><div class="card"><h3>Jahresabschluss</h3><p>Verständlich erklärt.</p></div><div class="card"><h3>Hofübergabe</h3><p>Ohne Streit am Tisch.</p></div></div><h2>Öffnungszeiten</h2><p>Mo–Do 8–17 Uhr, Fr 8–13 Uhr</p><h2>Mandantenbriefe</h2><ul><li><a href="/brief/09">Mandantenbrief September 2026</a></li><li><a href="/brief/08">Mandantenbrief August 2026</a></li></ul>""",
            title="Kanzlei Moosgruber",
            site="Kanzlei Moosgruber",
            head='<meta name="description" content="Herzlich willkommen auf unserer Homepage">',
        ),
        says=("Wir betreuen Handwerker, Ärzte und Landwirte im Chiemgau",),
        says_not=("Herzlich willkommen auf unserer Homepage",),
        offers=("Lohnabrechnung", "Jahresabschluss", "Hofübergabe"),
        language="de",
    ),
    Case(
        name="firm-french-cards",
        url="https://atelier-vent.example/",
        body=tailwind(
            """<section><h1>Des voiles taillées pour durer</h1><p>Atelier Vent coupe et répare des voiles pour les bateaux de travail, à Douarnenez depuis 1974.</p></section><section><h2>Nos métiers</h2><div class="grid"><div><h3>Voiles neuves</h3><p>Sur mesure.</p></div><div><h3>Réparation</h3><p>En 48 heures.</p></div><div><h3>Bâches de pont</h3><p>Pour l'hiver.</p></div></div></section><section><h2>Ils nous font confiance</h2><p>Trente patrons pêcheurs.</p></section>""",
            title="Atelier Vent — voilerie",
            site="Atelier Vent",
            lang="fr",
        ),
        says=("coupe et répare des voiles pour les bateaux de travail",),
        offers=("Voiles neuves", "Réparation", "Bâches de pont"),
        language="fr",
    ),
    Case(
        name="firm-process-steps-and-blog",
        url="https://gridfold.example/",
        body=tailwind(
            """<section><h1>Dashboards that people open twice</h1><p>Gridfold builds reporting tools for hospital kitchens.</p></section><section><h2>What we do</h2><ul><li><h3>Menu costing</h3><p>Each plate to the penny.</p></li><li><h3>Waste tracking</h3><p>Weighed, not guessed.</p></li><li><h3>Supplier scorecards</h3><p>Late lorries show.</p></li></ul></section><section><h2>From the blog</h2><div class="grid"><article><time datetime="2026-09-02">2 September 2026</time><h3><a href="/blog/peas">The true price of peas</a></h3></article><article><time datetime="2026-08-11">11 August 2026</time><h3><a href="/blog/soup">Soup has no barcode</a></h3></article></div></section><section><h2>What they say</h2><figure><blockquote>We throw away half of what we did.</blockquote><figcaption><div>Marta Silva</div><div>Head of Catering, Elder Hospital</div></figcaption></figure></section>""",
            title="Gridfold",
            site="Gridfold",
            lang="en-GB",
        ),
        says=("builds reporting tools for hospital kitchens",),
        offers=("Menu costing", "Waste tracking", "Supplier scorecards"),
        news=(("The true price of peas", "2026-09-02"), ("Soup has no barcode", "2026-08-11")),
        people=(),
    ),
    Case(
        name="firm-default-server-page",
        url="https://just-installed.example/",
        body=plain(
            "<h1>It works!</h1><p>This is the default welcome page used to test the correct operation of the web server after installation. Replace this file before continuing to operate your server.</p><h2>Configuration Overview</h2><ul><li>mods-enabled</li><li>conf-enabled</li></ul>",
            title="Default Page: It works",
        ),
        offers=(),
        news=(),
        people=(),
    ),
    Case(
        name="firm-under-construction",
        url="https://soon-here.example/",
        body=plain(
            "<h1>Coming soon</h1><p>Our new website is under construction. Please come back later.</p><p>hello@soon-here.example</p>",
            title="Coming soon",
        ),
        offers=(),
        contacts=("hello@soon-here.example",),
    ),
    Case(
        name="firm-freelancer",
        url="https://petra-olsson.example/",
        body=plain(
            """<header><a href="#work">Work</a> <a href="#talk">Talks</a></header><main><h1>Petra Olsson</h1><p>I am a freelance technical writer in Malmö. I turn release notes into something that users finish.</p><h2>Recent work</h2><p>Handbooks for two pump makers and one ferry line.</p><p>Write to petra (at) petra-olsson.example or find me on <a href="https://www.linkedin.com/in/petra-olsson-example/">LinkedIn</a> and <a href="https://github.com/petra-olsson-example">GitHub</a>.</p></main>""",
            title="Petra Olsson, technical writer",
        ),
        says=("freelance technical writer in Malmö",),
        contacts=(
            "petra@petra-olsson.example",
            "https://linkedin.com/in/petra-olsson-example",
            "https://github.com/petra-olsson-example",
        ),
    ),
    Case(
        name="firm-hotel",
        url="https://lakeview-lodge.example/",
        body=drupal(
            """<div class="slider"><h2>Wake up to water</h2></div><h1>Lakeview Lodge</h1><p>Eleven rooms on the east shore, a sauna on a raft and no television at all.</p><h2>Rooms</h2><div class="teaser"><h3>Boat house</h3><p>from € 84</p></div><div class="teaser"><h3>Attic with beams</h3><p>from € 96</p></div><h2>Arrive</h2><p>Uferweg 3, 83209 Prien</p><p>Tel. +49 8051 555 0184</p>""",
            title="Lakeview Lodge | Small hotel on the lake",
            site="Lakeview Lodge",
            lang="en",
        ),
        says=("Eleven rooms on the east shore",),
        contacts=("+4980515550184",),
        offices=("Uferweg 3",),
        prices=None,
    ),
    Case(
        name="firm-wholesaler-nineties",
        url="http://www.buttonking.example/",
        body=nineties(
            """<FONT SIZE=6><B>Button King Inc.</B></FONT><BR><I>Wholesale buttons, zippers and thread</I><P>We have sold buttons by the gross to tailors and costume shops from Cleveland, Ohio since 1938.<P><UL><LI>Horn and bone<LI>Brass military<LI>Cloth covered, made to order</UL><P>Call (216) 555-0129 or fax (216) 555-0130.""",
            title="Button King Inc.",
        ),
        says=("We have sold buttons by the gross", "Wholesale buttons, zippers and thread"),
        contacts=("+12165550129",),
        contacts_too=("+12165550130",),
        text_has=("Cloth covered, made to order",),
    ),
    Case(
        name="firm-ngo",
        url="https://nightjar-trust.example/",
        body=wordpress(
            """<h1>For the birds nobody sees</h1><p>The Nightjar Trust buys heath before the builders do, and teaches children to listen in the dark.</p><h2>Our work</h2><div class="wp-block-columns"><div><h3>Heath purchase</h3><p>412 hectares so far.</p></div><div><h3>School nights</h3><p>Torches off.</p></div><div><h3>Ringing station</h3><p>Open data since 1988.</p></div></div><h2>Donate</h2><p>£10 a month buys a tennis court of heather.</p>""",
            title="Nightjar Trust – For the birds nobody sees",
            site="Nightjar Trust",
            lang="en-GB",
            head='<meta name="description" content="The Nightjar Trust protects heathland in Dorset and the birds that live on it by night. Charity no. 5550117.">',
        ),
        says=("protects heathland in Dorset",),
        offers=("Heath purchase", "School nights", "Ringing station"),
        prices=None,
    ),
    Case(
        name="firm-careers-list-view",
        url="https://gridfold.example/jobs",
        body=tailwind(
            """<h1>Join us</h1><p>Nineteen people, four kitchens, one sourdough.</p><h2>Open roles</h2><ul role="list"><li><a href="/jobs/backend"><h3>Senior Backend Engineer</h3><p>Remote (UK) · Full-time · £65,000 – £80,000</p></a></li><li><a href="/jobs/design"><h3>Product Designer</h3><p>Leeds · 4 days</p></a></li><li><a href="/jobs/chef"><h3>Customer Success Manager</h3><p>Leeds · Full-time</p></a></li></ul><h2>Benefits</h2><ul><li><h3>Lunch</h3><p>Obviously.</p></li><li><h3>Thirty days off</h3><p>Plus birthdays.</p></li></ul><h2>How we hire</h2><ol><li><h3>A chat</h3></li><li><h3>A task</h3></li></ol>""",
            title="Jobs – Gridfold",
            site="Gridfold",
            lang="en-GB",
        ),
        jobs=("Senior Backend Engineer", "Product Designer", "Customer Success Manager"),
        people=(),
    ),
    Case(
        name="firm-jobs-german-table",
        url="https://vhs-auental.example/stellen",
        body=joomla(
            """<h2>Stellenangebote</h2><table><tr><th>Stelle</th><th>Umfang</th><th>Bewerbungsfrist</th></tr><tr><td><a href="/s/1">Fachbereichsleitung Sprachen (m/w/d)</a></td><td>Vollzeit</td><td>15.10.2026</td></tr><tr><td><a href="/s/2">Hausmeister (m/w/d)</a></td><td>20 Std.</td><td>30.09.2026</td></tr></table>""",
            title="Stellenangebote",
            site="VHS Auental",
            lang="de",
        ),
        jobs=("Fachbereichsleitung Sprachen", "Hausmeister"),
    ),
    Case(
        name="firm-no-jobs",
        url="https://lanternpost.example/careers",
        body=bootstrap(
            """<h1>Careers</h1><p>There are no open positions at the moment. Send us your portfolio anyway: <a href="mailto:work@lanternpost.example">work@lanternpost.example</a></p><h2>Why Lantern &amp; Post</h2><h3>Small teams</h3><p>Five people.</p><h3>Big windows</h3><p>North light.</p>""",
            title="Careers | Lantern & Post",
            site="Lantern & Post",
        ),
        jobs=(),
        contacts=("work@lanternpost.example",),
    ),
    Case(
        name="firm-price-table-columns",
        url="https://tidemark.example/pricing",
        body=bootstrap(
            """<h1>Plans</h1><table class="table pricing"><thead><tr><th></th><th>Coaster</th><th>Ocean</th><th>Fleet</th></tr></thead><tbody><tr><th>Per vessel and month</th><td>€ 90</td><td>€ 240</td><td>On request</td></tr><tr><th>Ports</th><td>20</td><td>All</td><td>All</td></tr></tbody></table>""",
            title="Plans | Tidemark",
            site="Tidemark",
        ),
        prices=(("Coaster", "90"), ("Ocean", "240")),
    ),
    Case(
        name="firm-team-two-languages",
        url="https://klarwerk.example/team",
        body=typo3(
            """<h1>Das Team</h1><div class="team"><div class="member"><img src="1.jpg" alt=""><strong>Dr. Birgit Thalheim</strong><br>Geschäftsführende Gesellschafterin<br><a href="tel:+496615550151">0661 555 0151</a></div><div class="member"><img src="2.jpg" alt=""><strong>Marek Nowicki</strong><br>Leiter Migration<br><a href="tel:+496615550152">0661 555 0152</a></div><div class="member"><img src="3.jpg" alt=""><strong>Öykü Demir</strong><br>Beraterin Abrechnung</div></div>""",
            title="Team - Klarwerk",
            site="Klarwerk",
        ),
        people=(
            ("Birgit Thalheim", "Geschäftsführende Gesellschafterin"),
            ("Marek Nowicki", "Leiter Migration"),
            ("Öykü Demir", "Beraterin Abrechnung"),
        ),
        contacts=("+496615550151", "+496615550152"),
    ),
)
