"""The many ways in which people write days, hours and places into a page."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import bootstrap, joomla, plain, soup, tailwind, typo3, wordpress

APRIL = datetime(2027, 4, 8, 16, 0, tzinfo=ZoneInfo("Europe/Paris"))
"""A Thursday."""

CASES = (
    Case(
        name="style-day-in-heading",
        url="https://stitchers.example/dates",
        body=wordpress(
            """<h1>Dates</h1><h3>Thursday 1 October: Stitch and talk</h3><p>7pm at the Weavers' Arms. Bring wool.</p><h3>Thursday 5 November: Mending night</h3><p>7pm at the Weavers' Arms. Bring holes.</p><h3>Saturday 12 December: Yarn swap</h3><p>From 10am to 1pm in the library.</p>""",
            title="Dates - The Stitchers",
            site="The Stitchers",
            lang="en-GB",
        ),
        events=(
            ev("Stitch and talk", "2026-10-01T19:00", at="Weavers"),
            ev("Mending night", "2026-11-05T19:00", at="Weavers"),
            ev("Yarn swap", "2026-12-12T10:00", "2026-12-12T13:00", "library"),
        ),
    ),
    Case(
        name="style-day-in-link",
        url="https://alumni.example/reunions",
        body=bootstrap(
            """<h1>Reunions</h1><ul><li><a href="/r/1996">Class of 1996 reunion (10 Oct 2026)</a></li><li><a href="/r/2006">Class of 2006 reunion (24 Oct 2026)</a></li><li><a href="/r/2016">Class of 2016 reunion (7 Nov 2026)</a></li></ul>""",
            title="Reunions",
            site="Alumni",
            lang="en-GB",
        ),
        events=(
            ev("Class of 1996 reunion", "2026-10-10", link="/r/1996"),
            ev("Class of 2006 reunion", "2026-10-24"),
            ev("Class of 2016 reunion", "2026-11-07"),
        ),
    ),
    Case(
        name="style-caps-no-commas",
        url="https://theannex.example/",
        body=soup(
            """<div><div class="x"><p>THURSDAY OCTOBER 1 | 7PM</p><p>OPEN MIC WITH DEE</p><p>No cover</p></div><div class="x"><p>FRIDAY OCTOBER 9 | 8PM</p><p>THE HOLLOW KINGS</p><p>$12 at the door</p></div><div class="x"><p>SATURDAY OCTOBER 10 | 9PM</p><p>VINYL NIGHT</p><p>No cover</p></div></div>""",
            title="The Annex",
            site="The Annex",
            lang="en-US",
        ),
        events=(
            ev("OPEN MIC WITH DEE", "2026-10-01T19:00"),
            ev("THE HOLLOW KINGS", "2026-10-09T20:00"),
            ev("VINYL NIGHT", "2026-10-10T21:00"),
        ),
    ),
    Case(
        name="style-doors-and-show",
        url="https://cavern-nord.example/konzerte",
        body=soup(
            """<div><h1>Konzerte</h1></div><div class="k"><div>Fr, 02.10.26</div><div><strong>Kabelsalat</strong></div><div>Einlass: 19:00 Uhr | Beginn: 20:30 Uhr</div><div>VVK 18 €</div></div><div class="k"><div>Sa, 10.10.26</div><div><strong>Die Nachtfalter</strong></div><div>Einlass: 20:00 Uhr | Beginn: 21:00 Uhr</div><div>VVK 15 €</div></div><div class="k"><div>Fr, 30.10.26</div><div><strong>Moll &amp; Söhne</strong> – abgesagt</div><div>Einlass: 19:00 Uhr | Beginn: 20:00 Uhr</div></div>""",
            title="Konzerte | Cavern Nord",
            site="Cavern Nord",
            lang="de",
        ),
        events=(
            ev("Kabelsalat", "2026-10-02T20:30"),
            ev("Die Nachtfalter", "2026-10-10T21:00"),
            ev(
                "Moll & Söhne",
                "2026-10-30T20:00",
                also=("Moll & Söhne – abgesagt",),
                status="cancelled",
            ),
        ),
    ),
    Case(
        name="style-swiss-dots",
        url="https://www.quartierverein-aare.ch/anlaesse",
        body=plain(
            """<h1>Anlässe</h1><table><tr><td>Do, 1.10.26, 18.30h</td><td>Spielabend</td><td>Quartierzentrum</td></tr><tr><td>Sa, 17.10.26, 14.00h</td><td>Räbeliechtli schnitzen</td><td>Schulhausplatz</td></tr><tr><td>Fr, 6.11.26, 18.00h</td><td>Räbeliechtliumzug</td><td>Schulhausplatz</td></tr></table>""",
            title="Anlässe",
            lang="de-CH",
        ),
        events=(
            ev("Spielabend", "2026-10-01T18:30", at="Quartierzentrum"),
            ev("Räbeliechtli schnitzen", "2026-10-17T14:00", at="Schulhausplatz"),
            ev("Räbeliechtliumzug", "2026-11-06T18:00"),
        ),
    ),
    Case(
        name="style-several-days-one-event",
        url="https://clayhouse.example/courses",
        body=bootstrap(
            """<h1>Courses</h1><div class="card"><h4>Throwing for beginners</h4><p>1, 8 and 15 October 2026, 6.30pm–9pm</p><p>Studio</p></div><div class="card"><h4>Glaze weekend</h4><p>14 &amp; 15 November 2026, 10am–4pm</p><p>Studio</p></div>""",
            title="Courses",
            site="Clayhouse",
            lang="en-GB",
        ),
        events=(
            ev("Throwing for beginners", "2026-10-01T18:30"),
            ev("Throwing for beginners", "2026-10-08T18:30", maybe=True),
            ev("Throwing for beginners", "2026-10-15T18:30", maybe=True),
            ev("Glaze weekend", "2026-11-14T10:00"),
            ev("Glaze weekend", "2026-11-15T10:00", maybe=True),
        ),
    ),
    Case(
        name="style-save-the-date",
        url="https://klarwerk.example/fachtag",
        body=typo3(
            """<h1>Save the date: Fachtag Abrechnung</h1><p><strong>15. April 2027</strong>, Kongresszentrum Fulda</p><p>Das Programm folgt im Januar. Im letzten Jahr kamen 180 Gäste aus 60 Stadtwerken.</p>""",
            title="Fachtag Abrechnung - Klarwerk",
            site="Klarwerk",
        ),
        events=(
            ev(
                "Fachtag Abrechnung",
                "2027-04-15",
                at="Kongresszentrum Fulda",
                also=("Save the date: Fachtag Abrechnung",),
            ),
        ),
    ),
    Case(
        name="style-french-short",
        url="https://lacave.example/concerts",
        now=APRIL,
        body=wordpress(
            """<h1>Concerts</h1><ul><li><strong>VEN. 16 AVRIL – 20H30</strong><br>Les Tiroirs<br>Salle basse</li><li><strong>SAM. 24 AVRIL – 21H</strong><br>Marée Noire<br>Salle basse</li><li><strong>JEU. 6 MAI – 19H</strong><br>Scène ouverte<br>Bar</li></ul>""",
            title="Concerts - La Cave",
            site="La Cave",
            lang="fr",
        ),
        events=(
            ev("Les Tiroirs", "2027-04-16T20:30", at="Salle basse"),
            ev("Marée Noire", "2027-04-24T21:00", at="Salle basse"),
            ev("Scène ouverte", "2027-05-06T19:00", at="Bar"),
        ),
    ),
    Case(
        name="style-spanish-slashes",
        url="https://talleres-sur.es/cursos",
        body=tailwind(
            """<h1>Cursos de otoño</h1><ul><li><h3>Cerámica básica</h3><p>Inicio: 05/10/2026 · 18:00–20:00 · Málaga</p></li><li><h3>Encuadernación</h3><p>Inicio: 09/11/2026 · 17:30–19:30 · Online</p></li></ul>""",
            title="Cursos",
            site="Talleres Sur",
            lang="es",
        ),
        events=(
            ev("Cerámica básica", "2026-10-05T18:00", "2026-10-05T20:00", "Málaga"),
            ev("Encuadernación", "2026-11-09T17:30", online=True),
        ),
    ),
    Case(
        name="style-vernissage",
        url="https://galerie-punkt.example/ausstellungen",
        body=plain(
            """<h1>Ausstellungen</h1><div><h2>Hanna Vogt: Papierschnitte</h2><p>Vernissage: Freitag, 2. Oktober 2026, 19 Uhr</p><p>Ausstellung bis 30. Oktober 2026, Do–So 14–18 Uhr</p></div><div><h2>Luis Marte: Staub</h2><p>Vernissage: Freitag, 6. November 2026, 19 Uhr</p><p>Ausstellung bis 4. Dezember 2026</p></div>""",
            title="Galerie Punkt",
            lang="de",
        ),
        events=(
            ev(
                "Hanna Vogt: Papierschnitte",
                "2026-10-02T19:00",
                also=("Vernissage: Hanna Vogt: Papierschnitte", "Vernissage"),
            ),
            ev(
                "Luis Marte: Staub",
                "2026-11-06T19:00",
                also=("Vernissage: Luis Marte: Staub", "Vernissage"),
            ),
            ev("Hanna Vogt: Papierschnitte", "2026-10-30", maybe=True),
            ev("Luis Marte: Staub", "2026-12-04", maybe=True),
        ),
    ),
    Case(
        name="style-definition-rows-swedish",
        url="https://teaterladan.example/forestallningar",
        body=bootstrap(
            """<h1>Föreställningar</h1><table class="table"><tr><th>Datum</th><th>Tid</th><th>Föreställning</th><th>Plats</th></tr><tr><td>fre 9 okt</td><td>19.00</td><td>Måsen på ön</td><td>Stora scenen</td></tr><tr><td>lör 10 okt</td><td>15.00</td><td>Trollet Gnatt</td><td>Lilla scenen</td></tr></table>""",
            title="Föreställningar",
            site="Teaterladan",
            lang="sv",
        ),
        events=(
            ev("Måsen på ön", "2026-10-09T19:00", at="Stora scenen"),
            ev("Trollet Gnatt", "2026-10-10T15:00", at="Lilla scenen"),
        ),
    ),
    Case(
        name="style-norwegian",
        url="https://fyrlyktene.example/program",
        body=plain(
            """<h1>Program høsten 2026</h1><ul><li>Torsdag 24. september kl. 19: Fyrvokterens dagbok, Biblioteket</li><li>Torsdag 22. oktober kl. 19: Tåke og radio, Biblioteket</li><li>Torsdag 26. november kl. 19: Årsmøte, Bryggen</li></ul>""",
            title="Program",
            lang="nb",
        ),
        events=(
            ev(
                "Fyrvokterens dagbok",
                "2026-09-24T19:00",
                also=("Fyrvokterens dagbok, Biblioteket",),
            ),
            ev("Tåke og radio", "2026-10-22T19:00", also=("Tåke og radio, Biblioteket",)),
            ev("Årsmøte", "2026-11-26T19:00", also=("Årsmøte, Bryggen",)),
        ),
    ),
    Case(
        name="style-italian-ore",
        url="https://circolo-fossa.example/serate",
        body=joomla(
            """<h2>Serate del circolo</h2><p><strong>Giovedì 1 ottobre, ore 21.00</strong> – Le lucciole del Po, con Marta Righi</p><p><strong>Giovedì 15 ottobre, ore 21.00</strong> – Ricette di sale</p><p><strong>Giovedì 5 novembre, ore 20.30</strong> – Assemblea dei soci</p>""",
            title="Serate",
            site="Circolo Fossa",
            lang="it",
        ),
        events=(
            ev(
                "Le lucciole del Po",
                "2026-10-01T21:00",
                also=("Le lucciole del Po, con Marta Righi",),
            ),
            ev("Ricette di sale", "2026-10-15T21:00"),
            ev("Assemblea dei soci", "2026-11-05T20:30"),
        ),
    ),
    Case(
        name="style-noon-and-midnight",
        url="https://oldclock.example/happenings",
        body=bootstrap(
            """<h1>Happenings</h1><div class="h"><h4>Bell ringing</h4><p>Saturday, October 3, 2026, noon</p></div><div class="h"><h4>Stars from the tower</h4><p>Friday, October 9, 2026, 10 p.m. to midnight</p></div><div class="h"><h4>Clock change party</h4><p>Saturday, October 24, 2026 at 11:30 p.m.</p></div>""",
            title="Happenings",
            site="Old Clock",
            lang="en-US",
        ),
        events=(
            ev("Bell ringing", "2026-10-03T12:00"),
            ev("Stars from the tower", "2026-10-09T22:00", "2026-10-10T00:00"),
            ev("Clock change party", "2026-10-24T23:30"),
        ),
    ),
    Case(
        name="style-data-attributes-only",
        url="https://pixelbar.example/events",
        body=tailwind(
            """<h1>Events</h1><ul><li data-date="2026-10-02" data-time="19:00"><h3>Pixel quiz</h3><p>Main bar</p></li><li data-date="2026-10-09" data-time="20:00"><h3>Chiptune live</h3><p>Main bar</p></li></ul>""",
            title="Events",
            site="Pixelbar",
        ),
        events=(
            ev("Pixel quiz", "2026-10-02", also=(), maybe=True),
            ev("Chiptune live", "2026-10-09", maybe=True),
        ),
    ),
    Case(
        name="style-moved-to",
        url="https://lesebuehne.example/termine",
        body=wordpress(
            """<h1>Termine</h1><div class="t"><h3>Lesung mit Ada Brink</h3><p>Neuer Termin: Donnerstag, 8. Oktober 2026, 20 Uhr (statt 24. September 2026)</p><p>Buchhandlung am Tor</p></div><div class="t"><h3>Offenes Mikrofon</h3><p>Donnerstag, 22. Oktober 2026, 20 Uhr</p><p>Keller</p></div>""",
            title="Termine - Lesebühne",
            site="Lesebühne",
            lang="de",
        ),
        events=(
            ev("Lesung mit Ada Brink", "2026-10-08T20:00", at="Buchhandlung am Tor"),
            ev("Offenes Mikrofon", "2026-10-22T20:00", at="Keller"),
        ),
    ),
    Case(
        name="style-nbsp-and-thin-spaces",
        url="https://entitypark.example/dates",
        body=plain(
            """<h1>Dates</h1><ul><li><b>Sat,&nbsp;3&nbsp;October&nbsp;2026,&#8239;2&thinsp;pm</b>&ensp;Kite picnic</li><li><b>Sun,&nbsp;18&nbsp;October&nbsp;2026,&nbsp;11&nbsp;am</b>&ensp;Duck race</li></ul>""",
            title="Dates",
            lang="en-GB",
        ),
        events=(ev("Kite picnic", "2026-10-03T14:00"), ev("Duck race", "2026-10-18T11:00")),
    ),
    Case(
        name="style-split-markup",
        url="https://fragment.example/shows",
        body=soup(
            """<div class="r"><div><span>Sat</span><span>urday </span><b>3</b><sup>rd</sup> <span>Oct</span><span>ober</span> 2026</div><div><a href="/s/1">Broken letters</a></div><div>The <i>Hall</i></div></div><div class="r"><div><span>Sun</span><span>day </span><b>4</b><sup>th</sup> <span>Oct</span><span>ober</span> 2026</div><div><a href="/s/2">Mended letters</a></div><div>The <i>Hall</i></div></div>""",
            title="Shows",
            site="Fragment",
            lang="en-GB",
        ),
        events=(
            ev("Broken letters", "2026-10-03", link="/s/1"),
            ev("Mended letters", "2026-10-04", link="/s/2"),
        ),
    ),
    Case(
        name="style-programme-note-prose",
        url="https://mountain-hut.example/season",
        now=APRIL,
        body=plain(
            """<h1>The season</h1><p>The hut opens on 12 June 2027 and closes on 3 October 2027. On 1 August there is soup for everybody.</p><h2>Guided walks</h2><ul><li>26 June 2027: Gentians, with Rosa Egli, 9:00, hut door</li><li>17 July 2027: Marmots, with Rosa Egli, 7:00, hut door</li></ul>""",
            title="The season",
            lang="en-GB",
        ),
        events=(
            ev("Gentians", "2027-06-26T09:00", also=("Gentians, with Rosa Egli",)),
            ev("Marmots", "2027-07-17T07:00", also=("Marmots, with Rosa Egli",)),
        ),
    ),
    Case(
        name="style-weekly-timetable",
        url="https://yogaloft.example/timetable",
        body=bootstrap(
            """<h1>Timetable</h1><p>Valid from 1 September 2026</p><table class="table"><tr><th></th><th>Mon</th><th>Tue</th><th>Wed</th></tr><tr><td>7:00</td><td>Early flow</td><td></td><td>Early flow</td></tr><tr><td>18:30</td><td>Yin</td><td>Power</td><td>Basics</td></tr></table>""",
            title="Timetable",
            site="Yogaloft",
            lang="en-GB",
        ),
    ),
)
