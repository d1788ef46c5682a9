"""Invented pages with dates ahead: menus, rotas, tenders, holidays."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "event-in-p-dated",
        "<h1>News and events</h1><p>Join us on Thursday 10 December 2026 at 6pm for the"
        " opening of our new showroom in Dock Street.</p>",
        url="https://showroom.example/",
        title="Showroom",
    ),
    style(
        "neg-warranty",
        "<h1>Support</h1><p>Version 4 is supported until 31 March 2027. Version 5 will"
        " be released on 1 February 2027.</p>",
        url="https://soft.example/support",
        title="Support",
    ),
    style(
        "neg-blog-future",
        "<h1>Blog</h1><article><h2>Preparing your books for the new year</h2><p>Your"
        " return is due on 31 January 2027, and VAT on 7 February 2027.</p></article>",
        url="https://books.example/blog",
        title="Blog",
    ),
    style(
        "neg-timeline",
        '<h1>Our road to 2027</h1><div class="step"><h3>January 2027</h3><p>New ovens'
        ' arrive.</p></div><div class="step"><h3>March 2027</h3><p>Second shift begins.'
        "</p></div>",
        url="https://bakery.example/about",
        title="About",
    ),
    style(
        "neg-menu",
        "<h1>Weekly menu</h1><h3>Monday 23 November</h3><p>Leek soup</p><h3>Tuesday 24"
        " November</h3><p>Fish pie</p>",
        url="https://canteen.example/menu",
        title="Menu",
    ),
    style(
        "neg-rota",
        "<h1>On-call pharmacies</h1><table><tr><td>Sat 5 Dec</td><td>Quay Pharmacy</td>"
        "</tr><tr><td>Sun 6 Dec</td><td>Mill Pharmacy</td></tr></table>",
        url="https://town.example/pharmacies",
        title="Pharmacies",
    ),
    style(
        "neg-holidays",
        "<h1>Public holidays 2027</h1><ul><li>1 January 2027 – New Year's Day</li><li>26"
        " March 2027 – Good Friday</li></ul>",
        url="https://hr.example/holidays",
        title="Public holidays",
    ),
    style(
        "neg-tender",
        '<h1>Tenders</h1><div class="t"><h3>Roof repairs, depot 4</h3><p>Return by 12:00'
        ' on 11 December 2026</p></div><div class="t"><h3>Snow clearing</h3><p>Return by'
        " 12:00 on 18 December 2026</p></div>",
        url="https://council.example/tenders",
        title="Tenders",
    ),
    style(
        "neg-availability",
        "<h1>Cottage availability</h1><table><tr><td>4 December 2026</td><td>3 nights"
        "</td><td>£310</td></tr><tr><td>11 December 2026</td><td>4 nights</td><td>£390"
        "</td></tr></table>",
        url="https://cottage.example/book",
        title="Availability",
    ),
    style(
        "neg-testimonial",
        "<h1>What guests say</h1><p>“Can't wait to return on 12 December 2026!” – Rita</p>",
        url="https://cottage.example/",
        title="Cottage",
    ),
)
