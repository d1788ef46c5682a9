"""Event pages in the languages of Europe and a few others."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
    joomla,
    plain,
    soup,
    tailwind,
    typo3,
    wordpress,
)

CASES = (
    Case(
        name="de-typo3-veranstaltungen",
        url="https://www.handwerkskammer-auental.example/veranstaltungen",
        body=typo3(
            """<h1>Veranstaltungen</h1><div class="event-list"><div class="event-item"><p class="date">Mi., 23.09.2026, 18:00 – 20:00 Uhr</p><h3><a href="/v/nachfolge">Betriebsnachfolge rechtzeitig planen</a></h3><p class="ort">Ort: Haus des Handwerks, Saal 1, Auental</p></div><div class="event-item"><p class="date">Di., 06.10.2026, 9:00 – 16:30 Uhr</p><h3><a href="/v/schweissen">Schweißen nach neuer Norm</a></h3><p class="ort">Ort: Bildungszentrum, Werkhalle</p></div><div class="event-item"><p class="date">Do., 12.11.2026, 17 Uhr</p><h3><a href="/v/energie">Energie sparen in der Backstube</a></h3><p class="ort">Online-Seminar</p></div></div>""",
            title="Veranstaltungen - Handwerkskammer Auental",
            site="Handwerkskammer Auental",
        ),
        language="de",
        events=(
            ev(
                "Betriebsnachfolge rechtzeitig planen",
                "2026-09-23T18:00",
                "2026-09-23T20:00",
                "Haus des Handwerks",
                link="/v/nachfolge",
            ),
            ev(
                "Schweißen nach neuer Norm",
                "2026-10-06T09:00",
                "2026-10-06T16:30",
                "Bildungszentrum",
            ),
            ev("Energie sparen in der Backstube", "2026-11-12T17:00", online=True),
        ),
    ),
    Case(
        name="de-verein-tabelle-ohne-jahr",
        url="http://www.imkerverein-oberried.example/termine.html",
        body=plain(
            """<h2>Termine 2026</h2><table border=1><tr><td><b>Datum</b></td><td><b>Uhrzeit</b></td><td><b>Was</b></td><td><b>Wo</b></td></tr><tr><td>14. März</td><td>14.00 Uhr</td><td>Völkerschau</td><td>Lehrbienenstand</td></tr><tr><td>19. Sept.</td><td>14.00 Uhr</td><td>Einwintern für Anfänger</td><td>Lehrbienenstand</td></tr><tr><td>16. Okt.</td><td>19.30 Uhr</td><td>Stammtisch: Varroa</td><td>Gasthof Hirsch</td></tr><tr><td>5. Dez.</td><td>18.00 Uhr</td><td>Weihnachtsfeier</td><td>Gasthof Hirsch</td></tr></table>""",
            title="Imkerverein Oberried - Termine",
            lang="",
        ),
        language="de",
        events=(
            ev("Einwintern für Anfänger", "2026-09-19T14:00", at="Lehrbienenstand"),
            ev("Stammtisch: Varroa", "2026-10-16T19:30", at="Gasthof Hirsch"),
            ev("Weihnachtsfeier", "2026-12-05T18:00", at="Gasthof Hirsch"),
        ),
    ),
    Case(
        name="de-messe-von-bis",
        url="https://pumpenwerk-halden.example/messen",
        body=bootstrap(
            """<h1>Messen und Termine</h1><p>Hier treffen Sie uns:</p><div class="row"><div class="col-md-6"><h4>AquaTherm Forum</h4><p>29. September bis 1. Oktober 2026<br>Messegelände Leipzig, Halle 4, Stand C12</p></div><div class="col-md-6"><h4>Tage der offenen Halle</h4><p>6./7. November 2026<br>Werk Halden</p></div><div class="col-md-6"><h4>Wassertechnik Nord</h4><p>17.–19. Februar 2027<br>Husum</p></div></div><p>Stand: August 2026</p>""",
            title="Messen",
            site="Pumpenwerk Halden",
            lang="de",
        ),
        events=(
            ev("AquaTherm Forum", "2026-09-29", "2026-10-01", "Leipzig"),
            ev("Tage der offenen Halle", "2026-11-06", "2026-11-07", "Werk Halden"),
            ev("Wassertechnik Nord", "2027-02-17", "2027-02-19", "Husum"),
        ),
    ),
    Case(
        name="de-at-einzelseite",
        url="https://volkskueche-lend.example/kochkurs-oktober",
        body=wordpress(
            """<article><h1 class="entry-title">Kochkurs: Knödel ohne Angst</h1><div class="entry-content"><ul class="event-meta"><li><strong>Wann:</strong> Samstag, 10. Oktober 2026, 15 bis 18 Uhr</li><li><strong>Wo:</strong> Volksküche Lend, Marktplatz 4, 8020 Graz</li><li><strong>Kosten:</strong> 38 Euro inkl. Essen</li><li><strong>Anmeldung:</strong> bis 1. Oktober unter <a href="mailto:kurs@volkskueche-lend.example">kurs@volkskueche-lend.example</a></li></ul><p>Wir rollen, füllen und kochen drei Sorten Knödel, und dann essen wir sie alle auf.</p></div></article>""",
            title="Kochkurs: Knödel ohne Angst – Volksküche Lend",
            site="Volksküche Lend",
            lang="de-AT",
        ),
        events=(
            ev(
                "Kochkurs: Knödel ohne Angst",
                "2026-10-10T15:00",
                "2026-10-10T18:00",
                "Marktplatz 4",
            ),
        ),
        contacts=("kurs@volkskueche-lend.example",),
        language="de",
    ),
    Case(
        name="de-kalender-kacheln",
        url="https://kulturfabrik-rem.example/programm",
        body=soup(
            """<div class="p"><h1>Programm</h1></div><div class="p-list"><a class="p-item" href="/p/101"><div class="p-day">Fr</div><div class="p-num">02</div><div class="p-mon">Okt</div><div class="p-t">Nachtstrom</div><div class="p-s">Konzert · Einlass 19:00 · Beginn 20:00</div></a><a class="p-item" href="/p/102"><div class="p-day">Sa</div><div class="p-num">03</div><div class="p-mon">Okt</div><div class="p-t">Der Zettelkasten</div><div class="p-s">Lesung · Beginn 19:30</div></a><a class="p-item" href="/p/103"><div class="p-day">So</div><div class="p-num">11</div><div class="p-mon">Okt</div><div class="p-t">Flohmarkt im Hof</div><div class="p-s">10:00 – 16:00 · Eintritt frei</div></a></div>""",
            title="Programm | Kulturfabrik Rem",
            site="Kulturfabrik Rem",
            lang="de",
        ),
        events=(
            ev("Nachtstrom", "2026-10-02T20:00", link="/p/101"),
            ev("Der Zettelkasten", "2026-10-03T19:30", link="/p/102"),
            ev("Flohmarkt im Hof", "2026-10-11T10:00", "2026-10-11T16:00", link="/p/103"),
        ),
    ),
    Case(
        name="fr-agenda-spip",
        url="https://www.atelier-du-pont.example/agenda",
        body=drupal(
            """<h1>Agenda</h1><div class="liste"><article class="evt"><h3><a href="/agenda/reliure">Initiation à la reliure</a></h3><p class="quand">Samedi 3 octobre 2026, de 14 h à 17 h 30</p><p class="ou">Lieu : Atelier du Pont, 12 rue des Forges, Saumur</p></article><article class="evt"><h3><a href="/agenda/contes">Contes au coin du four</a></h3><p class="quand">Vendredi 16 octobre 2026 à 20h30</p><p class="ou">Lieu : Four communal</p></article><article class="evt"><h3><a href="/agenda/marche">Marché des potiers</a></h3><p class="quand">Du 28 au 29 novembre 2026</p><p class="ou">Lieu : Place du Marché</p></article></div>""",
            title="Agenda | Atelier du Pont",
            site="Atelier du Pont",
            lang="fr",
        ),
        language="fr",
        events=(
            ev(
                "Initiation à la reliure",
                "2026-10-03T14:00",
                "2026-10-03T17:30",
                "12 rue des Forges",
                link="/agenda/reliure",
            ),
            ev("Contes au coin du four", "2026-10-16T20:30", at="Four communal"),
            ev("Marché des potiers", "2026-11-28", "2026-11-29", "Place du Marché"),
        ),
    ),
    Case(
        name="fr-formations-1er",
        url="https://formation-cordiste.example/sessions",
        body=bootstrap(
            """<h1>Prochaines sessions</h1><table class="table"><thead><tr><th>Formation</th><th>Dates</th><th>Ville</th></tr></thead><tbody><tr><td>Travail en hauteur</td><td>du 1er au 3 octobre 2026</td><td>Lyon</td></tr><tr><td>Secours en paroi</td><td>le 12 nov. 2026</td><td>Annecy</td></tr><tr><td>Travail en hauteur</td><td>du 30 nov. au 2 déc. 2026</td><td>Lyon</td></tr></tbody></table>""",
            title="Sessions",
            site="Formation Cordiste",
            lang="fr",
        ),
        events=(
            ev("Travail en hauteur", "2026-10-01", "2026-10-03", "Lyon"),
            ev("Secours en paroi", "2026-11-12", at="Annecy"),
            ev("Travail en hauteur", "2026-11-30", "2026-12-02", "Lyon"),
        ),
    ),
    Case(
        name="es-agenda-cultural",
        url="https://casa-del-norte.example/agenda",
        body=joomla(
            """<h2>Agenda</h2><ul class="agenda"><li><span class="fecha">jueves 24 de septiembre de 2026, 19:00 h</span><br><a href="/agenda/poesia">Poesía en el patio</a><br><span class="lugar">Casa del Norte, Gijón</span></li><li><span class="fecha">sábado 10 de octubre de 2026, 12:00 h</span><br><a href="/agenda/sidra">Taller de sidra</a><br><span class="lugar">Llagar viejo</span></li><li><span class="fecha">del 5 al 8 de noviembre de 2026</span><br><a href="/agenda/cine">Semana de cine corto</a><br><span class="lugar">Sala 2</span></li></ul>""",
            title="Agenda",
            site="Casa del Norte",
            lang="es",
        ),
        language="es",
        events=(
            ev("Poesía en el patio", "2026-09-24T19:00", at="Gijón", link="/agenda/poesia"),
            ev("Taller de sidra", "2026-10-10T12:00", at="Llagar viejo"),
            ev("Semana de cine corto", "2026-11-05", "2026-11-08", "Sala 2"),
        ),
    ),
    Case(
        name="it-eventi-mostre",
        url="https://museodelsale.example/eventi",
        body=soup(
            """<div><h1>Eventi e mostre</h1></div><div class="ev"><div><h3>Luce bianca</h3></div><div><p>Mostra · 1 ottobre – 29 novembre 2026</p></div><div><p>Sala delle Saline</p></div></div><div class="ev"><div><h3>Visita alle vasche</h3></div><div><p>Domenica 11 ottobre 2026, ore 10.30</p></div><div><p>Ritrovo: ingresso nord</p></div></div><div class="ev"><div><h3>Cena sotto sale</h3></div><div><p>Venerdì 6 novembre 2026, ore 20</p></div><div><p>Bottega</p></div></div>""",
            title="Eventi | Museo del Sale",
            site="Museo del Sale",
            lang="it",
        ),
        language="it",
        events=(
            ev("Luce bianca", "2026-10-01", "2026-11-29", "Sala delle Saline"),
            ev("Visita alle vasche", "2026-10-11T10:30", at="ingresso nord"),
            ev("Cena sotto sale", "2026-11-06T20:00", at="Bottega"),
        ),
    ),
    Case(
        name="nl-agenda",
        url="https://www.fietsatelier-dokkum.example/agenda",
        body=wordpress(
            """<h1>Agenda</h1><div class="agenda-item"><h3>Banden plakken voor beginners</h3><p>zaterdag 26 september 2026 van 10.00 tot 12.00 uur</p><p>Locatie: Werkplaats, Havenkade 7</p><a href="/agenda/banden">Lees meer</a></div><div class="agenda-item"><h3>Lampjesrit</h3><p>vrijdag 30 oktober 2026 om 19.30 uur</p><p>Locatie: Grote Markt</p><a href="/agenda/lampjesrit">Lees meer</a></div><div class="agenda-item"><h3>Nieuwjaarsborrel</h3><p>ma 4 jan 2027, 17:00</p><p>Locatie: Werkplaats</p></div>""",
            title="Agenda - Fietsatelier",
            site="Fietsatelier",
            lang="nl",
        ),
        language="nl",
        events=(
            ev(
                "Banden plakken voor beginners",
                "2026-09-26T10:00",
                "2026-09-26T12:00",
                "Havenkade 7",
                link="/agenda/banden",
            ),
            ev("Lampjesrit", "2026-10-30T19:30", at="Grote Markt"),
            ev("Nieuwjaarsborrel", "2027-01-04T17:00", at="Werkplaats"),
        ),
    ),
    Case(
        name="pt-br-cursos",
        url="https://escoladofio.com.br/cursos",
        body=tailwind(
            """<h1>Próximas turmas</h1><div class="grid gap-6"><div class="rounded p-6"><h3>Tear manual</h3><p>26/09/2026, das 9h às 17h</p><p>Presencial – Vila Madalena, São Paulo</p></div><div class="rounded p-6"><h3>Tingimento natural</h3><p>10/10/2026, das 14h às 18h</p><p>Presencial – Vila Madalena, São Paulo</p></div><div class="rounded p-6"><h3>História do linho</h3><p>05/11/2026, 19h30</p><p>Online, ao vivo</p></div></div>""",
            title="Cursos",
            site="Escola do Fio",
            lang="pt-BR",
        ),
        language="pt",
        events=(
            ev("Tear manual", "2026-09-26T09:00", "2026-09-26T17:00", "Vila Madalena"),
            ev("Tingimento natural", "2026-10-10T14:00", "2026-10-10T18:00"),
            ev("História do linho", "2026-11-05T19:30", online=True),
        ),
    ),
    Case(
        name="sv-kalender",
        url="https://www.fjallklubben.example/kalender",
        body=bootstrap(
            """<h1>Kalender</h1><ul class="list-group"><li class="list-group-item"><strong>Onsdag 7 oktober kl. 18.00</strong> Medlemskväll: kartor som ljuger, Klubbhuset</li><li class="list-group-item"><strong>Lördag 24 oktober kl. 10.00</strong> Städdag vid Storstugan</li><li class="list-group-item"><strong>Söndag 13 december kl. 16.00</strong> Luciafika, Klubbhuset</li></ul>""",
            title="Kalender",
            site="Fjällklubben",
            lang="sv",
        ),
        language="sv",
        events=(
            ev(
                "Medlemskväll: kartor som ljuger",
                "2026-10-07T18:00",
                also=("Medlemskväll: kartor som ljuger, Klubbhuset",),
            ),
            ev("Städdag vid Storstugan", "2026-10-24T10:00"),
            ev("Luciafika", "2026-12-13T16:00", also=("Luciafika, Klubbhuset",)),
        ),
    ),
    Case(
        name="da-arrangementer",
        url="https://havnens-vaerksted.example/arrangementer",
        body=plain(
            """<h1>Arrangementer</h1><div class=a><h2>Rebslageri for børn</h2><p>Tid: lørdag den 3. oktober 2026 kl. 11-14<br>Sted: Pakhus 5</p></div><div class=a><h2>Foredrag om fyrtårne</h2><p>Tid: torsdag den 29. oktober 2026 kl. 19:30<br>Sted: Havnens Værksted</p></div>""",
            title="Arrangementer",
            lang="da",
        ),
        events=(
            ev("Rebslageri for børn", "2026-10-03T11:00", "2026-10-03T14:00", "Pakhus 5"),
            ev("Foredrag om fyrtårne", "2026-10-29T19:30", at="Havnens Værksted"),
        ),
    ),
    Case(
        name="pl-wydarzenia",
        url="https://kuznia-slow.example/wydarzenia",
        body=bootstrap(
            """<h1>Wydarzenia</h1><div class="card"><div class="card-body"><h5>Warsztaty kaligrafii</h5><p>26 września 2026, godz. 10:00</p><p>Miejsce: Kuźnia Słów, ul. Długa 8, Toruń</p></div></div><div class="card"><div class="card-body"><h5>Wieczór reportażu</h5><p>14 października 2026, godz. 18:30</p><p>Miejsce: Biblioteka Miejska</p></div></div><div class="card"><div class="card-body"><h5>Kiermasz książki</h5><p>5–6 grudnia 2026</p><p>Miejsce: Rynek</p></div></div>""",
            title="Wydarzenia",
            site="Kuźnia Słów",
            lang="pl",
        ),
        language="pl",
        events=(
            ev("Warsztaty kaligrafii", "2026-09-26T10:00", at="Długa 8"),
            ev("Wieczór reportażu", "2026-10-14T18:30", at="Biblioteka Miejska"),
            ev("Kiermasz książki", "2026-12-05", "2026-12-06", "Rynek"),
        ),
    ),
    Case(
        name="cs-akce",
        url="https://sklarna-vidim.example/akce",
        body=plain(
            """<h1>Akce</h1><table><tr><th>Datum</th><th>Akce</th><th>Místo</th></tr><tr><td>26. září 2026 v 10:00</td><td>Foukání skla pro děti</td><td>Huť</td></tr><tr><td>17. října 2026 v 18:00</td><td>Noc ve sklárně</td><td>Huť</td></tr><tr><td>28. 11. 2026</td><td>Adventní trh</td><td>Nádvoří</td></tr></table>""",
            title="Akce",
            lang="cs",
        ),
        events=(
            ev("Foukání skla pro děti", "2026-09-26T10:00", at="Huť"),
            ev("Noc ve sklárně", "2026-10-17T18:00"),
            ev("Adventní trh", "2026-11-28", at="Nádvoří"),
        ),
    ),
    Case(
        name="fi-tapahtumat",
        url="https://saunaseura-kallio.example/tapahtumat",
        body=plain(
            """<h1>Tapahtumat</h1><ul><li><h3>Vihtakurssi</h3><p>la 26.9.2026 klo 12–15, Rantasauna</p></li><li><h3>Talkoot</h3><p>su 11. lokakuuta 2026 klo 10, Rantasauna</p></li></ul>""",
            title="Tapahtumat",
            lang="fi",
        ),
        events=(
            ev("Vihtakurssi", "2026-09-26T12:00", "2026-09-26T15:00", "Rantasauna"),
            ev("Talkoot", "2026-10-11T10:00", at="Rantasauna"),
        ),
    ),
    Case(
        name="ja-semina",
        url="https://kurashi-kobo.example/event/",
        body=plain(
            """<h1>イベント情報</h1><ul class="event-list"><li><a href="/event/1"><span class="date">2026年10月3日(土) 13:00〜15:00</span><span class="ttl">はじめての金継ぎ教室</span></a></li><li><a href="/event/2"><span class="date">2026年11月8日(日) 10:00〜12:00</span><span class="ttl">味噌づくり体験</span></a></li></ul>""",
            title="イベント情報 | くらし工房",
            lang="ja",
        ),
        language="ja",
        events=(
            ev("はじめての金継ぎ教室", "2026-10-03T13:00", "2026-10-03T15:00", link="/event/1"),
            ev("味噌づくり体験", "2026-11-08T10:00", "2026-11-08T12:00"),
        ),
    ),
    Case(
        name="zh-huodong",
        url="https://chaguan.example/huodong",
        body=plain(
            """<h1>活动</h1><div class="item"><h3>秋季品茶会</h3><p>时间:2026年10月17日 14:00</p><p>地点:南门茶馆二楼</p></div><div class="item"><h3>茶具修复讲座</h3><p>时间:2026年11月21日 19:00</p><p>地点:线上</p></div>""",
            title="活动",
            lang="zh-CN",
        ),
        events=(
            ev("秋季品茶会", "2026-10-17T14:00", at="南门茶馆"),
            ev("茶具修复讲座", "2026-11-21T19:00"),
        ),
    ),
    Case(
        name="de-jeden-ersten-dienstag",
        url="https://www.pystammtisch-ulm.example/",
        body=plain(
            """<h1>Python-Stammtisch Ulm</h1><p>Wir treffen uns jeden ersten Dienstag im Monat um 19 Uhr im Café Quelle, Donaustraße 9. Wer mag, bringt ein Problem mit, wer mag, eine Lösung.</p><p>Fragen an <a href="mailto:hallo&#64;pystammtisch-ulm.example">hallo&#64;pystammtisch-ulm.example</a></p>""",
            title="Python-Stammtisch Ulm",
            lang="de",
        ),
        events=tuple(
            ev("Python-Stammtisch Ulm", f"{day}T19:00", also=("Wir treffen uns",), maybe=True)
            for day in (
                "2026-10-06",
                "2026-11-03",
                "2026-12-01",
                "2027-01-05",
                "2027-02-02",
                "2027-03-02",
            )
        ),
        says=("Wir treffen uns jeden ersten Dienstag", "Python-Stammtisch Ulm"),
        contacts=("hallo@pystammtisch-ulm.example",),
    ),
)
