"""Blog engines' themes and their calendar plugins."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import wordpress

_CONTACT = '<div class="col"><p>Call <a href="tel:+442075550133">020 7555 0133</a><br><a href="mailto:hello@marlowjoinery.example">hello@marlowjoinery.example</a></p><ul class="social"><li><a href="https://www.instagram.com/marlowjoinery_example/">Instagram</a></li></ul></div>'

CASES = (
    Case(
        name="wp-joinery-home",
        url="https://marlowjoinery.example/",
        body=wordpress(
            """<article id="post-2" class="post-2 page type-page"><div class="entry-content">
<div class="wp-block-cover alignfull"><h1 class="wp-block-heading">Staircases built to be walked on for a century</h1>
<p class="has-large-font-size">Marlow Joinery designs and fits oak staircases for listed houses in the south of England.</p>
<div class="wp-block-button"><a class="wp-block-button__link" href="/contact/">Get a quote</a></div></div>
<h2>What we make</h2><div class="wp-block-columns"><div class="wp-block-column"><h3>Cut-string staircases</h3><p>Cut by hand from a single survey, fitted in three days.</p></div>
<div class="wp-block-column"><h3>Handrail restoration</h3><p>We match mouldings that no catalogue has carried since the war.</p></div>
<div class="wp-block-column"><h3>Panelled doors</h3><p>Fire-rated doors that look as though they were always there.</p></div></div>
<h2>What our customers say</h2><blockquote><p>They measured twice and cut once.</p><cite>Mrs Okafor, Lewes</cite></blockquote>
<h2>Latest from the blog</h2><ul class="wp-block-latest-posts"><li><a class="wp-block-latest-posts__post-title" href="/blog/oak-prices/">Why oak has become dearer</a><time datetime="2026-08-29T10:00:00+01:00" class="wp-block-latest-posts__post-date">29 August 2026</time></li>
<li><a class="wp-block-latest-posts__post-title" href="/blog/listed/">Working with a conservation officer</a><time datetime="2026-07-02T10:00:00+01:00" class="wp-block-latest-posts__post-date">2 July 2026</time></li></ul>
</div></article>""",
            title="Marlow Joinery | Oak staircases",
            site="Marlow Joinery",
            lang="en-GB",
            head='<meta name="description" content="Just another WordPress site">',
            end=_CONTACT,
        ),
        title=("Marlow Joinery | Oak staircases", "Marlow Joinery", "Oak staircases"),
        says=("designs and fits oak staircases for listed houses",),
        says_not=("Just another WordPress site", "cookies", "measured twice"),
        offers=("Cut-string staircases", "Handrail restoration", "Panelled doors"),
        text_has=("fitted in three days", "Fire-rated doors"),
        text_lacks=("storing of cookies", "Skip to content", "Proudly powered"),
        language="en",
        news=(
            ("Why oak has become dearer", "2026-08-29"),
            ("Working with a conservation officer", "2026-07-02"),
        ),
        contacts=(
            "hello@marlowjoinery.example",
            "+442075550133",
            "https://instagram.com/marlowjoinery_example",
        ),
    ),
    Case(
        name="wp-events-list-view",
        url="https://quayside-arts.example/events/",
        body=wordpress(
            """<div class="tribe-common tribe-events tribe-events-view tribe-events-view--list"><header class="tribe-events-header"><h1>Upcoming Events</h1>
<nav class="tribe-events-c-top-bar__nav"><a href="/events/list/?page=2">Next</a></nav><button>9/14/2026</button></header>
<h2 class="tribe-events-calendar-list__month-separator"><time datetime="2026-09">September 2026</time></h2>
<div class="tribe-common-g-row tribe-events-calendar-list__event-row"><div class="tribe-events-calendar-list__event-date-tag"><time class="tribe-events-calendar-list__event-date-tag-datetime" datetime="2026-09-24"><span class="tribe-events-calendar-list__event-date-tag-weekday">Thu</span><span class="tribe-events-calendar-list__event-date-tag-daynum">24</span></time></div>
<article class="tribe-events-calendar-list__event"><time class="tribe-events-calendar-list__event-datetime" datetime="2026-09-24"><span class="tribe-event-date-start">September 24 @ 7:30 pm</span> - <span class="tribe-event-time">9:30 pm</span></time>
<h3 class="tribe-events-calendar-list__event-title"><a href="https://quayside-arts.example/event/cello-after-work/">Cello after work</a></h3><address class="tribe-events-calendar-list__event-venue"><span class="tribe-events-calendar-list__event-venue-title">Boiler Room</span> <span>12 Dock Street, Leith</span></address><p>An hour of cello, and a bar.</p></article></div>
<div class="tribe-common-g-row tribe-events-calendar-list__event-row"><div class="tribe-events-calendar-list__event-date-tag"><time datetime="2026-09-26"><span>Sat</span><span>26</span></time></div>
<article class="tribe-events-calendar-list__event"><time class="tribe-events-calendar-list__event-datetime" datetime="2026-09-26"><span class="tribe-event-date-start">September 26</span></time>
<h3 class="tribe-events-calendar-list__event-title"><a href="https://quayside-arts.example/event/doors-open/">Doors open day</a></h3></article></div>
<h2 class="tribe-events-calendar-list__month-separator"><time datetime="2026-10">October 2026</time></h2>
<div class="tribe-common-g-row tribe-events-calendar-list__event-row"><article class="tribe-events-calendar-list__event"><time class="tribe-events-calendar-list__event-datetime" datetime="2026-10-09"><span class="tribe-event-date-start">October 9 @ 10:00 am</span> - <span class="tribe-event-date-end">October 11 @ 4:00 pm</span></time>
<h3 class="tribe-events-calendar-list__event-title"><a href="https://quayside-arts.example/event/bookbinding/">Bookbinding weekend</a></h3><address>Print Loft</address></article></div></div>
<p class="tribe-events-c-subscribe">Subscribe to calendar</p>""",
            title="Events from September 14 – Quayside Arts",
            site="Quayside Arts",
        ),
        events=(
            ev(
                "Cello after work",
                "2026-09-24T19:30",
                "2026-09-24T21:30",
                "Boiler Room",
                link="/event/cello-after-work/",
            ),
            ev("Doors open day", "2026-09-26", link="/event/doors-open/"),
            ev("Bookbinding weekend", "2026-10-09T10:00", "2026-10-11T16:00", "Print Loft"),
        ),
        news=(),
    ),
    Case(
        name="wp-events-single-jsonld",
        url="https://harbour-chamber.example/event/export-breakfast/",
        body=wordpress(
            """<div id="tribe-events-content" class="tribe-events-single"><p class="tribe-events-back"><a href="/events/">&laquo; All Events</a></p>
<h1 class="tribe-events-single-event-title">Export breakfast</h1><div class="tribe-events-schedule"><h2><span class="tribe-event-date-start">1 October @ 7:45 am</span> - <span class="tribe-event-time">9:15 am</span></h2><span class="tribe-events-cost">$35</span></div>
<p>Three exporters tell what their first container taught them.</p><dl class="tribe-events-single-section-title"><dt>Date:</dt><dd><abbr title="2026-10-01">1 October</abbr></dd><dt>Time:</dt><dd>7:45 am - 9:15 am</dd><dt>Venue</dt><dd>Customs House</dd></dl>
<h3>Related Events</h3><ul><li><a href="/event/tax/">Tax for makers</a> <time datetime="2026-10-20">20 October</time></li></ul></div>""",
            title="Export breakfast – Harbour Chamber",
            site="Harbour Chamber",
            lang="en-AU",
            head="""<script type="application/ld+json">[{"@context":"http://schema.org","@type":"Event","name":"Export breakfast","description":"&lt;p&gt;Three exporters tell&lt;/p&gt;","url":"https://harbour-chamber.example/event/export-breakfast/","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","eventStatus":"https://schema.org/EventScheduled","startDate":"2026-10-01T07:45:00+10:00","endDate":"2026-10-01T09:15:00+10:00","location":{"@type":"Place","name":"Customs House","address":{"@type":"PostalAddress","streetAddress":"31 Alfred Street","addressLocality":"Sydney","addressCountry":"Australia"}},"organizer":{"@type":"Person","name":"Harbour Chamber","email":"events&#64;harbour-chamber.example"},"offers":{"@type":"Offer","price":"35","priceCurrency":"AUD"}}]</script>""",
        ),
        events=(
            ev(
                "Export breakfast",
                "2026-10-01T07:45+10:00",
                "2026-10-01T09:15+10:00",
                "Customs House",
                link="/event/export-breakfast/",
                online=False,
            ),
            ev("Tax for makers", "2026-10-20", maybe=True),
        ),
    ),
    Case(
        name="wp-mec-grid",
        url="https://kelp-institute.example/agenda/",
        body=wordpress(
            """<h1 class="entry-title">Agenda</h1><div class="mec-wrap mec-events-grid-wrap"><div class="mec-event-grid-clean" id="mec_grid_1"><div class="row">
<div class="col-md-4"><article class="mec-event-article mec-clear"><div class="event-grid-t2-head mec-bg-color"><div class="mec-event-date">08</div><div class="mec-event-month">October</div><div class="mec-event-detail">Tank hall</div></div>
<div class="mec-event-content"><h4 class="mec-event-title"><a class="mec-color-hover" href="/agenda/seaweed-supper/?occurrence=2026-10-08">Seaweed supper</a></h4><p>Five courses from the tide line.</p></div><div class="mec-event-footer"><a class="mec-booking-button" href="/agenda/seaweed-supper/">View Detail</a></div></article></div>
<div class="col-md-4"><article class="mec-event-article mec-clear"><div class="event-grid-t2-head"><div class="mec-event-date">21</div><div class="mec-event-month">October</div><div class="mec-event-detail">Online</div></div>
<div class="mec-event-content"><h4 class="mec-event-title"><a href="/agenda/algae-and-law/">Algae and the law</a></h4></div><div class="mec-event-footer"><a class="mec-booking-button" href="/agenda/algae-and-law/">View Detail</a></div></article></div>
<div class="col-md-4"><article class="mec-event-article mec-clear"><div class="event-grid-t2-head"><div class="mec-event-date">04</div><div class="mec-event-month">November</div><div class="mec-event-detail">Jetty 2</div></div>
<div class="mec-event-content"><h4 class="mec-event-title"><a href="/agenda/winter-dive/">Winter dive for members</a></h4></div></article></div></div></div></div>""",
            title="Agenda - Kelp Institute",
            site="Kelp Institute",
        ),
        events=(
            ev("Seaweed supper", "2026-10-08", at="Tank hall"),
            ev("Algae and the law", "2026-10-21", online=True),
            ev("Winter dive for members", "2026-11-04", at="Jetty 2"),
        ),
    ),
    Case(
        name="wp-blog-index",
        url="https://quietserver.example/blog/",
        body=wordpress(
            """<header class="page-header"><h1 class="page-title">Blog</h1></header>
<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="/2026/09/08/backups/" rel="bookmark">Backups that were never tried</a></h2><div class="entry-meta"><span class="posted-on">Posted on <a href="/2026/09/08/backups/"><time class="entry-date published" datetime="2026-09-08T09:00:00+00:00">September 8, 2026</time></a></span><span class="byline"> by <span class="author vcard"><a href="/author/ines/">Ines Varga</a></span></span></div></header><div class="entry-content"><p>A backup is a rumour until somebody has restored it.</p><a class="more-link" href="#">Continue reading</a></div></article>
<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="/2026/08/19/cooling/" rel="bookmark">Cooling a cupboard</a></h2><div class="entry-meta">Posted on <time class="entry-date published" datetime="2026-08-19T09:00:00+00:00">August 19, 2026</time></div></header><div class="entry-content"><p>On 3 November 2026 the new rules for server rooms come into force; see you there.</p></div></article>
<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="/2026/06/30/half-time/" rel="bookmark">Half-time</a></h2><div class="entry-meta">Posted on <time class="entry-date published" datetime="2026-06-30T09:00:00+00:00">June 30, 2026</time></div></header></article>
<nav class="pagination"><a href="/blog/page/2/">Older posts</a></nav>""",
            title="Blog - Quiet Server",
            site="Quiet Server",
        ),
        news=(
            ("Backups that were never tried", "2026-09-08"),
            ("Cooling a cupboard", "2026-08-19"),
            ("Half-time", "2026-06-30"),
        ),
        language="en",
    ),
    Case(
        name="wp-article-with-dates",
        url="https://quietserver.example/2026/09/08/backups/",
        body=wordpress(
            """<article class="post type-post"><header class="entry-header"><h1 class="entry-title">Backups that were never tried</h1><div class="entry-meta">Posted on <time datetime="2026-09-08T09:00:00+00:00">September 8, 2026</time> by Ines Varga</div></header><div class="entry-content">
<p>A backup is a rumour until somebody has restored it. Last spring a dentist whom we look after lost a disk on a Friday afternoon, and nobody had the password of the archive; it was written on the inside of a cupboard door that had been painted over in March.</p>
<p>Since then we restore every backup of every customer once in three months. The next round begins on 5 October 2026 at 09:00 and will take us two weeks, and we shall write to everyone whose machines are touched.</p>
<p>Support for the old version ends on 14 October 2026. If your office still runs it, tell us before the end of September, since the queue for new machines is long and the supplier closes over Christmas from 23 December 2026 to 4 January 2027.</p>
<p>What we learned is short: write the password on paper, keep the paper in two places, and let somebody who has never seen the system follow it. The one who wrote it knows too much to find what is missing.</p></div>
<footer class="entry-footer">Filed under: field notes</footer></article><div id="comments"><h2>2 thoughts</h2><ol><li class="comment"><b class="fn">Tomasz</b> <time datetime="2026-09-09T18:00">September 9, 2026 at 6:00 pm</time><p>Ours is painted over, too.</p></li></ol></div>
<section class="related"><h3>You may also like</h3><ul><li><a href="/2026/08/19/cooling/">Cooling a cupboard</a></li></ul></section>""",
            title="Backups that were never tried - Quiet Server",
            site="Quiet Server",
            head='<meta property="og:type" content="article"><meta property="article:published_time" content="2026-09-08T09:00:00+00:00"><meta name="description" content="A backup is a rumour until somebody has restored it: what a painted cupboard taught us.">',
        ),
        title=("Backups that were never tried - Quiet Server", "Backups that were never tried"),
        says=("A backup is a rumour until somebody has restored it",),
        text_has=("inside of a cupboard door", "The one who wrote it knows too much"),
        text_lacks=("Tags", "you agree to the storing"),
    ),
    Case(
        name="wp-past-and-coming",
        url="https://saltmarsh-society.example/talks/",
        body=wordpress(
            """<h1>Talks</h1><p>Talks begin at 7.30pm in the Village Hall, Church Lane. Visitors pay three pounds.</p>
<h2>Coming up</h2><p><strong>Tuesday 22 September</strong> – <em>Eels and how to count them</em>, Dr Hana Weiss</p><p><strong>Tuesday 20 October</strong> – <em>A winter of curlews</em>, Peter Amadi</p><p><strong>Tuesday 17 November</strong> – <em>The sluice keepers</em>, Joan Pettit</p>
<h2>Past talks</h2><p><strong>Tuesday 16 June</strong> – <em>Sea lavender</em>, Dr Hana Weiss</p><p><strong>Tuesday 19 May</strong> – <em>Bats over water</em>, Lee Marsh</p><p><strong>Tuesday 21 October 2025</strong> – <em>What the mud remembers</em></p>""",
            title="Talks - Saltmarsh Society",
            site="Saltmarsh Society",
            lang="en-GB",
        ),
        events=(
            ev(
                "Eels and how to count them",
                "2026-09-22T19:30",
                also=("Eels and how to count them, Dr Hana Weiss",),
            ),
            ev(
                "A winter of curlews",
                "2026-10-20T19:30",
                also=("A winter of curlews, Peter Amadi",),
            ),
            ev("The sluice keepers", "2026-11-17T19:30", also=("The sluice keepers, Joan Pettit",)),
        ),
    ),
    Case(
        name="wp-agency-services",
        url="https://lanternpost.example/services/",
        body=wordpress(
            """<div class="elementor elementor-12"><section class="elementor-section"><div class="elementor-widget-heading"><h1 class="elementor-heading-title">Services</h1></div></section>
<section class="elementor-section"><div class="elementor-column"><div class="elementor-icon-box-content"><h3 class="elementor-icon-box-title"><span>Annual reports</span></h3><p class="elementor-icon-box-description">From the first interview to the printer's proof.</p></div></div>
<div class="elementor-column"><div class="elementor-icon-box-content"><h3 class="elementor-icon-box-title"><span>Wayfinding</span></h3><p>Signs that a tired visitor understands.</p></div></div>
<div class="elementor-column"><div class="elementor-icon-box-content"><h3 class="elementor-icon-box-title"><span>Type design</span></h3><p>Letters for one company and no other.</p></div></div>
<div class="elementor-column"><div class="elementor-icon-box-content"><h3 class="elementor-icon-box-title"><span>Exhibition graphics</span></h3><p>Walls, cases and captions.</p></div></div></section>
<section><div class="elementor-counter"><span class="elementor-counter-number" data-to-value="314">0</span><div class="elementor-counter-title">Projects finished</div></div></section>
<section><h2>Why work with us?</h2><p>Because the person who draws it also answers the telephone.</p></section><section><h2>Get in touch</h2><form><input name=n></form></section></div>""",
            title="Services - Lantern & Post",
            site="Lantern & Post",
            head='<meta name="description" content="Lantern &amp; Post is a design studio of five that makes reports, signs and typefaces for museums and public bodies."/>',
        ),
        says=("design studio of five that makes reports, signs and typefaces",),
        offers=("Annual reports", "Wayfinding", "Type design", "Exhibition graphics"),
        news=(),
    ),
    Case(
        name="wp-team",
        url="https://lanternpost.example/team/",
        body=wordpress(
            """<h1 class="entry-title">Our team</h1><div class="wp-block-group team-grid">
<div class="wp-block-column team-member"><figure><img src="a.jpg" alt="Portrait of Mirela Kovac"></figure><h3>Mirela Kovac</h3><p class="role">Founder and type designer</p><p>Draws letters before breakfast.</p><a href="mailto:mirela@lanternpost.example">E-mail Mirela</a></div>
<div class="wp-block-column team-member"><figure><img src="b.jpg" alt=""></figure><h3>Dr Samuel Adeyemi</h3><p class="role">Head of wayfinding</p><a href="https://www.linkedin.com/in/samuel-adeyemi-example">LinkedIn</a></div>
<div class="wp-block-column team-member"><figure><img src="c.jpg" alt=""></figure><h3>Anne-Sophie Girard</h3><p class="role">Project manager</p></div>
<div class="wp-block-column team-member"><figure><img src="d.jpg" alt=""></figure><h3>You?</h3><p class="role">We are hiring</p></div></div><h2>Our values</h2><h3>Plain Words</h3><p>Say it so that nobody has to ask.</p>""",
            title="Our team - Lantern & Post",
            site="Lantern & Post",
        ),
        people=(
            ("Mirela Kovac", "Founder and type designer"),
            ("Dr Samuel Adeyemi", "Head of wayfinding"),
            ("Anne-Sophie Girard", "Project manager"),
        ),
        contacts=("mirela@lanternpost.example", "https://linkedin.com/in/samuel-adeyemi-example"),
        offers=(),
    ),
)
