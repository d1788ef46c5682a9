"""Home pages of companies: what they do, what they offer, and whether there is anything to read."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from random import Random

from tests.web.corpus import filler
from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import (
    bootstrap,
    drupal,
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
        name="home-saas-hero",
        url="https://tidemark.example/",
        body=tailwind(
            """<section class="relative isolate pt-24"><a class="rounded-full px-3" href="/blog/series-b">Announcing our next chapter <span aria-hidden="true">&rarr;</span></a><h1 class="text-6xl font-bold">Know what your vessels burn, <span class="text-indigo-600">before they do</span></h1><p class="mt-6 text-lg">Tidemark predicts fuel use for merchant fleets and tells the bridge when to slow down.</p><div class="mt-10 flex"><a href="/demo">Book a demo</a><a href="/tour">Take the tour</a></div></section>
<section class="py-12"><h2 class="sr-only">Trusted by</h2><p>Trusted by 140 crews</p><img src="l1.svg" alt="Norlin Lines"><img src="l2.svg" alt="Baltic Reefer"></section>
<section class="py-24"><h2>Everything the fleet needs</h2><dl class="grid grid-cols-3"><div><dt class="font-semibold">Voyage planning</dt><dd>Routes that know the current.</dd></div><div><dt class="font-semibold">Hull monitoring</dt><dd>See fouling in the numbers.</dd></div><div><dt class="font-semibold">Emission reports</dt><dd>Filed before the port asks.</dd></div></dl></section>
<section><h2>Frequently asked questions</h2><details><summary>How long does it take?</summary><p>A week per ship.</p></details></section><section><h2>Ready to dive in?</h2></section>""",
            title="Tidemark – Fuel prediction for fleets",
            site="Tidemark",
            head='<meta name="description" content="Tidemark predicts the fuel use of merchant fleets, so that crews slow down in time and owners pay less."><meta property="og:site_name" content="Tidemark">',
            bulk=80,
        ),
        title=("Tidemark – Fuel prediction for fleets", "Fuel prediction for fleets"),
        says=("predicts the fuel use of merchant fleets",),
        says_not=("Trusted by", "Announcing"),
        offers=("Voyage planning", "Hull monitoring", "Emission reports"),
        text_has=("Routes that know the current",),
        language="en",
        news=(),
        news_too=("Announcing our next chapter",),
    ),
    Case(
        name="home-keywords-description",
        url="https://dachdecker-ruhl.example/",
        body=wordpress(
            """<div class="hero"><h1>Ihr Dachdecker im Taunus</h1><p>Wir decken, dämmen und reparieren Dächer zwischen Usingen und Königstein, meistens noch in derselben Woche.</p></div><h2>Unsere Leistungen</h2><div class="row"><div class="col"><h3>Steildach</h3><p>Ziegel und Schiefer.</p></div><div class="col"><h3>Flachdach</h3><p>Dicht auf Jahre.</p></div><div class="col"><h3>Dachfenster</h3><p>Licht für den Speicher.</p></div></div><h2>Kontakt</h2><p>Telefon: 06081 / 555 210<br>E-Mail: info(at)dachdecker-ruhl.example</p>""",
            title="Dachdecker Ruhl",
            site="Dachdecker Ruhl",
            lang="de",
            head='<meta name="keywords" content="Dach, Dachdecker, Taunus"><meta name="description" content="Dach, Dachdecker, Taunus, Usingen, Steildach, Flachdach, Dachfenster, Reparatur">',
        ),
        says=("Wir decken, dämmen und reparieren Dächer",),
        offers=("Steildach", "Flachdach", "Dachfenster"),
        contacts=("info@dachdecker-ruhl.example", "+496081555210"),
        language="de",
    ),
    Case(
        name="home-consultancy-typo3",
        url="https://www.klarwerk-beratung.example/",
        body=typo3(
            """<div class="stage"><h1>Klarheit für Stadtwerke</h1><p class="lead">Klarwerk berät kommunale Versorger bei Abrechnung, Netz und Umzug in neue Systeme.</p></div><div class="frame"><h2>Leistungen</h2><ul class="tiles"><li><a href="/leistungen/abrechnung"><h3>Abrechnung</h3><p>Vom Zähler bis zum Brief.</p></a></li><li><a href="/leistungen/migration"><h3>Systemwechsel</h3><p>Ohne Mahnlauf am Montag.</p></a></li><li><a href="/leistungen/netz"><h3>Netzberatung</h3><p>Pläne, die der Bagger findet.</p></a></li></ul></div><div class="frame"><h2>Aktuelles</h2><p>12.09.2026 – <a href="/aktuelles/neu">Klarwerk zieht nach Fulda</a></p></div>""",
            title="Klarwerk Beratung: Startseite",
            site="Klarwerk",
            head='<meta name="description" content="Startseite">',
        ),
        says=("berät kommunale Versorger bei Abrechnung",),
        offers=("Abrechnung", "Systemwechsel", "Netzberatung"),
        news=(("Klarwerk zieht nach Fulda", "2026-09-12"),),
    ),
    Case(
        name="home-architect-little-text",
        url="https://studio-brava.example/",
        body=soup(
            """<div><div><img src="p1.jpg" alt="House on a slope"></div><div><p>House on a slope, 2024</p></div></div><div><p>Studio Brava is an architecture practice in Porto. We build houses, schools and the occasional boat shed.</p></div><div><p>Rua das Flores 18, 4050 Porto</p><p>+351 22 555 0190</p><p>studio@studio-brava.example</p></div>""",
            title="Studio Brava",
            site="Studio Brava",
        ),
        says=("Studio Brava is an architecture practice in Porto",),
        offers=(),
        contacts=("studio@studio-brava.example", "+351225550190"),
        offices=("Rua das Flores 18",),
    ),
    Case(
        name="shell-react",
        url="https://app-first.example/",
        body=f'<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>AppFirst</title><meta name="theme-color" content="#000"/>{filler.scripts(Random("r"), 60)}</head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>',
        title=("AppFirst",),
        says=(),
        says_not=("enable JavaScript",),
        offers=(),
        shell=True,
    ),
    Case(
        name="shell-angular-spinner",
        url="https://portal-eins.example/",
        body=f'<!doctype html><html><head><meta charset="utf-8"><base href="/"><title>Portal</title></head><body><app-root><div class="spinner"><span>Loading…</span></div></app-root><script src="runtime.js" type="module"></script>{filler.state(Random("s"), 30)}</body></html>',
        shell=True,
        says=(),
    ),
    Case(
        name="shell-but-described",
        url="https://lumen-clinic.example/",
        body='<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lumen Clinic</title><meta name="description" content="Lumen Clinic treats migraine in three cities, with and without needles."></head><body><noscript><h1>Lumen Clinic</h1><p>Migraine treatment in Bristol, Bath and Wells. Call 0117 555 0143.</p></noscript><div id="app"></div><script src="/js/app.js"></script></body></html>',
        says=("treats migraine in three cities",),
        shell=False,
    ),
    Case(
        name="spa-with-content-in-state",
        url="https://nordlys-coffee.example/",
        body=tailwind(
            """<h1>Coffee that crossed a fjord</h1><p>We roast in Bodø and deliver by ferry to sixty harbours.</p><h2>Shop</h2><div><h3>Dark polar</h3></div><div><h3>Spring light</h3></div>""",
            title="Nordlys Coffee",
            site="Nordlys",
            lang="en",
            bulk=90,
        ),
        says=("We roast in Bodø and deliver by ferry",),
        shell=False,
        offers=None,
    ),
    Case(
        name="home-webflow-sections",
        url="https://hearthside.example/",
        body=soup(
            """<div class="section hero w-container"><h1 class="heading-34">Care homes that smell of toast</h1><p class="paragraph-12">Hearthside runs nine small care homes on the east coast, none with more than twenty rooms.</p><a class="button w-button" href="#contact">Visit us</a></div><div class="section w-container"><h2>Our homes</h2><div class="w-layout-grid"><div class="card-2"><h4>Respite stays</h4><p>From a weekend.</p></div><div class="card-2"><h4>Dementia care</h4><p>By people who stay.</p></div><div class="card-2"><h4>Day club</h4><p>Lunch and cards.</p></div></div></div><div class="section"><h2>Join our newsletter</h2><div class="w-form"><form><input></form><div class="w-form-done" style="display:none"><div>Thank you! Your submission has been received!</div></div><div class="w-form-fail" style="display:none"><div>Oops! Something went wrong while submitting the form.</div></div></div></div>""",
            title="Hearthside Care",
            site="Hearthside",
            lang="en-GB",
        ),
        says=("runs nine small care homes on the east coast",),
        offers=("Respite stays", "Dementia care", "Day club"),
        text_lacks=("Oops", "submission has been received"),
        says_not=("Thank you",),
    ),
    Case(
        name="home-shop-maker",
        url="https://kettleandco.example/",
        body=shop(
            """<section class="banner"><h2 class="banner__heading h0">Kettles for life</h2><div class="rte"><p>We make kettles by hand in Sheffield and mend every one we ever sold.</p></div></section><section><h2>Best sellers</h2><ul><li><h3><a href="/products/stove">Stove kettle 1.2 l</a></h3><span>$48.00</span></li><li><h3><a href="/products/gooseneck">Gooseneck kettle</a></h3><span>$65.00</span></li></ul></section>""",
            title="Kettle &amp; Co – Kettles for life",
            site="Kettle &amp; Co",
            head='<meta property="og:description" content="Handmade kettles from Sheffield, mended for life."><meta property="og:title" content="Kettles for life">',
        ),
        says=("Handmade kettles from Sheffield", "We make kettles by hand in Sheffield"),
        text_lacks=("Your cart is empty",),
        says_not=("Free delivery",),
        offers=None,
    ),
    Case(
        name="about-page-people-in-prose",
        url="https://tidemark.example/about",
        body=bootstrap(
            """<h1>About us</h1><p>Tidemark was founded in 2014 by two ship engineers who had burned too much oil for other people.</p><p>Today we are sixty, in Bergen and in Piraeus.</p><h2>Leadership</h2><div class="row"><div class="col-3"><img src="a.jpg" alt="Ingrid Solheim"><h5>Ingrid Solheim</h5><small>Chief Executive Officer</small></div><div class="col-3"><img src="b.jpg" alt="Nikos Vlahos"><h5>Nikos Vlahos</h5><small>Chief Technology Officer</small></div><div class="col-3"><img src="c.jpg" alt="Amal Idrissi"><h5>Amal Idrissi</h5><small>VP Customer Success</small></div></div><h2>Offices</h2><div class="row"><div class="col"><h5>Bergen</h5><address>Strandkaien 4<br>5013 Bergen<br>Norway</address></div><div class="col"><h5>Piraeus</h5><address>Akti Kondyli 22<br>185 45 Piraeus<br>Greece</address></div></div>""",
            title="About us | Tidemark",
            site="Tidemark",
        ),
        says=("founded in 2014 by two ship engineers", "Today we are sixty"),
        people=(
            ("Ingrid Solheim", "Chief Executive Officer"),
            ("Nikos Vlahos", "Chief Technology Officer"),
            ("Amal Idrissi", "VP Customer Success"),
        ),
        offices=("Strandkaien 4", "Akti Kondyli 22"),
        offers=(),
    ),
    Case(
        name="home-law-drupal",
        url="https://riverlaw.example/",
        body=drupal(
            """<div class="hero-text"><h1>Advice by the water</h1><p>River Law is a firm of eleven solicitors for farmers, millers and anyone with a boundary that moves.</p></div><div class="views-element-container"><h2>Practice areas</h2><div class="views-row"><h3><a href="/land">Land and water</a></h3></div><div class="views-row"><h3><a href="/succession">Farm succession</a></h3></div><div class="views-row"><h3><a href="/planning">Planning</a></h3></div></div><div class="view-news"><h2>Insights</h2><div class="views-row"><span class="date">4 September 2026</span><h3><a href="/insights/act">The act in ten minutes</a></h3></div><div class="views-row"><span class="date">21 July 2026</span><h3><a href="/insights/weir">Who owns the weir?</a></h3></div></div>""",
            title="Home | River Law",
            site="River Law",
        ),
        says=("a firm of eleven solicitors for farmers",),
        offers=("Land and water", "Farm succession", "Planning"),
        news=(("The act in ten minutes", "2026-09-04"), ("Who owns the weir?", "2026-07-21")),
    ),
    Case(
        name="home-with-next-event-banner",
        url="https://glasshouse-trust.example/",
        body=bootstrap(
            """<div class="alert alert-info">Open weekend: 10–11 October 2026, 10:00–17:00 <a href="/open-weekend">More</a></div><h1>Glass, kept alive</h1><p class="lead">The Glasshouse Trust keeps three furnaces burning and teaches anyone who asks.</p>""",
            title="Glasshouse Trust",
            site="Glasshouse Trust",
            lang="en-GB",
        ),
        says=("keeps three furnaces burning",),
        events=(
            ev(
                "Open weekend",
                "2026-10-10T10:00",
                maybe=True,
                also=("Open weekend 10-11 October 2026",),
            ),
        ),
    ),
    Case(
        name="department-page",
        url="https://www.northfell.ac.example/maths/",
        body=university(
            """<h1>School of Mathematics</h1><p>We are seventy mathematicians under one leaking roof, teaching four hundred students and thinking about curves, heat and chance.</p><h2>Research groups</h2><ul><li><a href="/analysis">Analysis</a></li><li><a href="/probability">Probability</a></li></ul><h2>Contact</h2><p>School office, Fell Building, <a href="tel:+441632555077">01632 555077</a></p>""",
            title="School of Mathematics | University of Northfell",
            site="University of Northfell",
        ),
        says=("We are seventy mathematicians under one leaking roof",),
        text_lacks=("Theology Seminars", "Campus maps"),
        contacts=("+441632555077",),
        offers=None,
    ),
    Case(
        name="parked-domain",
        url="https://neverbuilt.example/",
        body=plain(
            "<h1>neverbuilt.example</h1><p>This domain is parked. The owner has not yet uploaded a website. Buy this domain.</p>",
            title="neverbuilt.example",
        ),
        says=None,
        offers=(),
        news=(),
    ),
)
