"""Who works there, what is open, what it costs and where they sit, in the ways pages say it."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    nineties,
    plain,
    shop,
    soup,
    tailwind,
    typo3,
    university,
    wordpress,
)

CASES = (
    Case(
        name="jobs-accordion-with-details",
        url="https://voltline.example/careers/",
        body=soup(
            """<div><h1>Work with current</h1><p>Eighty people keep the meters honest.</p></div><div><h2>Vacancies</h2></div><div class="acc"><h4>Grid Analyst</h4><div><p>Cardiff, hybrid. You read load curves for breakfast.</p><p>Closing date: 2 October 2026</p><a href="mailto:jobs@voltline.example?subject=Grid">Apply</a></div></div><div class="acc"><h4>Field Technician (nights)</h4><div><p>Leeds.</p><a href="mailto:jobs@voltline.example">Apply</a></div></div><div class="acc"><h4>Payroll Officer</h4><div><p>Cardiff, part-time.</p><a href="mailto:jobs@voltline.example">Apply</a></div></div><div><h2>Life at Voltline</h2><h4>Cake rota</h4><p>Fridays.</p></div>""",
            title="Careers | Voltline",
            site="Voltline",
            lang="en-GB",
        ),
        jobs=("Grid Analyst", "Field Technician", "Payroll Officer"),
        contacts=("jobs@voltline.example",),
    ),
    Case(
        name="jobs-filter-and-count",
        url="https://torquewell.example/jobs",
        body=tailwind(
            """<h1>3 open jobs</h1><div class="filters"><select><option>All locations</option><option>Gdynia</option></select><button>Search</button></div><ul><li><a href="/jobs/77-cnc-operator">CNC Operator</a><span>Gdynia</span><span>Production</span><time datetime="2026-09-03">3 Sep 2026</time></li><li><a href="/jobs/78-buyer">Strategic Buyer</a><span>Esbjerg</span><span>Purchasing</span><time datetime="2026-09-07">7 Sep 2026</time></li><li><a href="/jobs/79-trainee">Graduate Trainee 2027</a><span>Gdynia</span><span>Engineering</span><time datetime="2026-09-10">10 Sep 2026</time></li></ul><a href="/jobs/alert">Create job alert</a>""",
            title="Jobs | Torquewell",
            site="Torquewell",
        ),
        jobs=("CNC Operator", "Strategic Buyer", "Graduate Trainee 2027"),
        news=(),
    ),
    Case(
        name="jobs-french-list",
        url="https://meuniers.example/recrutement",
        body=wordpress(
            """<h1>Nous recrutons</h1><p>Le moulin cherche des bras et des têtes.</p><ul class="offres"><li><h3><a href="/r/meunier">Meunier (H/F)</a></h3><p>CDI – Saumur</p></li><li><h3><a href="/r/livreur">Chauffeur-livreur (H/F)</a></h3><p>CDD 6 mois – Angers</p></li></ul><h2>Candidature spontanée</h2><p>Écrivez à <a href="mailto:rh@meuniers.example">rh@meuniers.example</a>.</p>""",
            title="Recrutement - Les Meuniers",
            site="Les Meuniers",
            lang="fr",
        ),
        jobs=("Meunier (H/F)", "Chauffeur-livreur (H/F)"),
        contacts=("rh@meuniers.example",),
    ),
    Case(
        name="people-doctors-practice",
        url="https://praxis-am-anger.example/team",
        body=typo3(
            """<h1>Unser Team</h1><h2>Ärztinnen und Ärzte</h2><div class="row"><div class="ce-textpic"><img src="1.jpg" alt="Dr. med. Ilse Kaltenbach"><h3>Dr. med. Ilse Kaltenbach</h3><p>Fachärztin für Allgemeinmedizin</p></div><div class="ce-textpic"><img src="2.jpg" alt=""><h3>Tariq Mansour</h3><p>Facharzt für Innere Medizin</p></div></div><h2>Empfang</h2><div class="ce-textpic"><h3>Heike Brandl</h3><p>Medizinische Fachangestellte</p></div><h2>Sprechzeiten</h2><p>Mo–Fr 8–12 Uhr</p>""",
            title="Team - Praxis am Anger",
            site="Praxis am Anger",
        ),
        people=(
            ("Ilse Kaltenbach", "Fachärztin für Allgemeinmedizin"),
            ("Tariq Mansour", "Facharzt für Innere Medizin"),
            ("Heike Brandl", "Medizinische Fachangestellte"),
        ),
    ),
    Case(
        name="people-board-list-comma",
        url="https://saltmarsh-society.example/committee",
        body=plain(
            """<h1>Committee</h1><ul><li>Joan Pettit, Chair</li><li>Peter Amadi, Treasurer</li><li>Hana Weiss, Programme Secretary</li><li>Vacant, Newsletter Editor</li></ul>""",
            title="Committee",
            lang="en-GB",
        ),
        people=(
            ("Joan Pettit", "Chair"),
            ("Peter Amadi", "Treasurer"),
            ("Hana Weiss", "Programme Secretary"),
        ),
    ),
    Case(
        name="people-not-testimonials-or-authors",
        url="https://gridfold.example/customers",
        body=tailwind(
            """<h1>Customers</h1><div class="grid"><figure><blockquote><p>We see the peas now.</p></blockquote><figcaption><div class="font-semibold">Joe Lund</div><div>Head chef, Elder Hospital</div></figcaption></figure><figure><blockquote><p>Less waste, fewer tears.</p></blockquote><figcaption><div class="font-semibold">Sara Nkemelu</div><div>Catering Manager, Northfell University</div></figcaption></figure></div>""",
            title="Customers | Gridfold",
            site="Gridfold",
        ),
        people=(),
    ),
    Case(
        name="prices-haircuts",
        url="https://scissor-sisters-salon.example/prices",
        body=bootstrap(
            """<h1>Price list</h1><table class="table"><tr><td>Cut and finish</td><td>£38</td></tr><tr><td>Dry trim</td><td>£22</td></tr><tr><td>Full colour</td><td>from £65</td></tr></table><p>Students 10% off on Tuesdays.</p>""",
            title="Prices",
            site="Scissor Sisters",
            lang="en-GB",
        ),
        prices=(("Cut and finish", "38"), ("Dry trim", "22"), ("Full colour", "65")),
    ),
    Case(
        name="prices-german-packages",
        url="https://klarwerk.example/pakete",
        body=soup(
            """<div><h1>Pakete</h1></div><div class="pk"><h3>Einstieg</h3><div>490 €</div><div>pro Monat, zzgl. MwSt.</div><ul><li>1 Mandant</li></ul></div><div class="pk"><h3>Betrieb</h3><div>1.250 €</div><div>pro Monat</div></div><div class="pk"><h3>Konzern</h3><div>auf Anfrage</div></div>""",
            title="Pakete | Klarwerk",
            site="Klarwerk",
            lang="de",
        ),
        prices=(("Einstieg", "490"), ("Betrieb", "1.250")),
    ),
    Case(
        name="prices-none-in-prose",
        url="https://torquewell.example/results",
        body=drupal(
            """<h1>Half-year results</h1><p>Orders rose to $412 million, up from $343 million. Each share earned $1.14. The board proposes a dividend of $0.40.</p><table><tr><th></th><th>H1 2026</th><th>H1 2025</th></tr><tr><td>Sales</td><td>$388m</td><td>$341m</td></tr></table>""",
            title="Half-year results | Torquewell",
            site="Torquewell",
        ),
        prices=(),
    ),
    Case(
        name="offices-four-cities",
        url="https://voltline.example/contact",
        body=tailwind(
            """<h1>Contact</h1><div class="grid"><div><h3>Cardiff (head office)</h3><p>Tramshed Yard 2<br/>Cardiff CF11 6BH<br/>United Kingdom</p><p>029 2055 5014</p></div><div><h3>Leeds</h3><p>18 Foundry Street<br/>Leeds LS11 5QP</p></div><div><h3>Dublin</h3><p>7 Dock Mill Lane<br/>Dublin 4, D04 X2P1</p></div></div><form><label>Message<textarea></textarea></label></form>""",
            title="Contact | Voltline",
            site="Voltline",
            lang="en-GB",
        ),
        offices=("Tramshed Yard", "18 Foundry Street", "7 Dock Mill Lane"),
        contacts=("+442920555014",),
    ),
    Case(
        name="offices-german-footer",
        url="https://www.kanzlei-moosgruber.example/kontakt",
        body=typo3(
            """<h1>Kontakt</h1><p>Schreiben Sie uns oder kommen Sie vorbei.</p>""",
            title="Kontakt - Kanzlei Moosgruber",
            site="Kanzlei Moosgruber",
            end="""<div class="col"><p>Kanzlei Moosgruber<br>Innstraße 14<br>83022 Rosenheim</p><p>Tel.: 08031 / 555 018-0<br>Fax: 08031 / 555 018-99<br><a href="mailto:post@kanzlei-moosgruber.example">post@kanzlei-moosgruber.example</a></p></div>""",
        ),
        offices=("Innstraße 14",),
        contacts=("post@kanzlei-moosgruber.example", "+4980315550180"),
        contacts_too=("+49803155501899",),
    ),
    Case(
        name="offices-none",
        url="https://quietserver.example/contact",
        body=wordpress(
            """<h1>Contact</h1><p>We work from kitchens in three time zones. Write to <a href="mailto:hum@quietserver.example">hum@quietserver.example</a>.</p><p>Built in 2011, moved 4 times since.</p>""",
            title="Contact - Quiet Server",
            site="Quiet Server",
        ),
        offices=(),
        contacts=("hum@quietserver.example",),
    ),
    Case(
        name="people-nineties-staff",
        url="http://www.stampclub.example/officers.htm",
        body=nineties(
            """<H2>Officers</H2><TABLE BORDER=0><TR><TD><B>President</B></TD><TD>Arthur Bell</TD></TR><TR><TD><B>Secretary</B></TD><TD>Jean Cox</TD></TR><TR><TD><B>Packet steward</B></TD><TD>Colin Marsh</TD></TR></TABLE>""",
            title="Officers",
        ),
        people=(
            ("Arthur Bell", "President"),
            ("Jean Cox", "Secretary"),
            ("Colin Marsh", "Packet steward"),
        ),
    ),
    Case(
        name="people-research-group",
        url="https://www.northfell.ac.example/analysis",
        body=university(
            """<h1>Analysis group</h1><h2>Members</h2><div class="people-grid"><div class="profile"><a href="/p/fontaine"><img src="f.jpg" alt="Claire Fontaine"></a><p class="profile-name"><a href="/p/fontaine">Claire Fontaine</a></p><p class="profile-title">Professor of Geometry</p></div><div class="profile"><p class="profile-name"><a href="/p/beck">Jonas Beck</a></p><p class="profile-title">Postdoctoral Fellow</p></div></div><h2>Alumni</h2><p>Ruth Okello (now in Kampala), Sven Thorsen (now in industry)</p>""",
            title="Analysis group | Mathematics",
            site="University of Northfell",
        ),
        people=(
            ("Claire Fontaine", "Professor of Geometry"),
            ("Jonas Beck", "Postdoctoral Fellow"),
        ),
        people_too=("Ruth Okello", "Sven Thorsen"),
    ),
    Case(
        name="prices-shop-collection",
        url="https://goodcrumb.example/shop",
        body=shop(
            """<h1>Bread by post</h1><ul class="grid"><li class="grid__item"><h3><a href="/products/rye">Sour rye 1 kg</a></h3><span class="price-item price-item--regular">€9.50</span></li><li class="grid__item"><h3><a href="/products/spelt">Spelt loaf</a></h3><span class="price-item price-item--regular">€8.20</span></li></ul>""",
            title="Bread by post – Good Crumb",
            site="Good Crumb",
        ),
        prices=(("Sour rye", "9.50"), ("Spelt loaf", "8.20")),
    ),
)
