"""Invented pages with dates ahead that announce nothing to go to."""

from __future__ import annotations

from tests.web.styles import Style, style

STYLES: tuple[Style, ...] = (
    style(
        "neg-property",
        '<h1>Properties to let</h1><div class="card"><h3>2 bed flat, Quay Street</h3>'
        '<p>£950 pcm</p><p>Available 1 December 2026</p></div><div class="card">'
        "<h3>Studio, Mill Lane</h3><p>£650 pcm</p><p>Available from 15 January 2027</p>"
        "</div>",
        url="https://lets.example/properties",
        title="To let",
    ),
    style(
        "neg-product",
        '<h1>Coming soon</h1><div class="product"><h3>Oak stool</h3><p>£120</p><p>Ships'
        ' 10 December 2026</p></div><div class="product"><h3>Ash bench</h3><p>£240</p>'
        "<p>Ships 12 January 2027</p></div>",
        url="https://bench.example/shop",
        title="Shop",
    ),
    style(
        "neg-jobs",
        '<h1>Vacancies</h1><div class="job"><h3>Night baker</h3><p>Leeds · Permanent ·'
        ' £28,000</p><p>Closing 4 December 2026</p></div><div class="job"><h3>Driver'
        "</h3><p>Hull · Fixed term</p><p>Interviews 10 December 2026</p></div>",
        url="https://bakery.example/jobs",
        title="Vacancies",
    ),
    style(
        "neg-closure",
        "<h1>Christmas hours</h1><table><tr><td>24 December 2026</td><td>9am – 1pm</td>"
        "</tr><tr><td>25 December 2026</td><td>Closed</td></tr><tr><td>31 December 2026"
        "</td><td>9am – 3pm</td></tr></table>",
        url="https://shop.example/christmas-hours",
        title="Christmas opening",
    ),
    style(
        "neg-policy",
        "<h1>Terms</h1><p>These terms apply from 1 January 2027. Prices are valid until"
        " 31 December 2026.</p>",
        url="https://x.example/terms",
        title="Terms",
    ),
    style(
        "neg-news",
        "<h1>News</h1><article><h3>We move to a new bakery</h3><p>From 4 January 2027"
        " you find us at 12 Dock Road.</p></article>",
        url="https://x.example/news",
        title="News",
    ),
    style(
        "neg-results",
        "<h1>Financial calendar</h1><p>Dividend paid on 4 December 2026</p><p>Shares"
        " ex-dividend 12 November 2026</p>",
        url="https://x.example/investors",
        title="Investors",
    ),
    style(
        "neg-bins",
        "<h1>Bin collections</h1><table><tr><th>Date</th><th>Bin</th></tr><tr><td>Tue 1"
        " Dec</td><td>Blue bin</td></tr><tr><td>Tue 8 Dec</td><td>Black bin</td></tr>"
        "</table>",
        url="https://council.example/bins",
        title="Bin collections",
    ),
    style(
        "neg-term",
        "<h1>Term dates</h1><ul><li>Autumn term ends: 18 December 2026</li><li>Spring"
        " term starts: 5 January 2027</li><li>Half term: 15–19 February 2027</li></ul>",
        url="https://school.example/term-dates",
        title="Term dates",
    ),
    style(
        "neg-delivery",
        "<h1>Order</h1><p>Order before 18 December 2026 for delivery before Christmas.</p>",
        url="https://x.example/",
        title="Hampers",
    ),
    style(
        "neg-release",
        '<h1>New books</h1><div class="book"><h3>Bread by Moonlight</h3><p>Publishing 14'
        ' January 2027</p></div><div class="book"><h3>The Salt Road</h3><p>Publishing 4'
        " February 2027</p></div>",
        url="https://press.example/books",
        title="Forthcoming books",
    ),
    style(
        "neg-course-deadline",
        "<h1>Grants</h1><table><tr><th>Fund</th><th>Round closes</th></tr><tr><td>Seed"
        " fund</td><td>4 December 2026</td></tr><tr><td>Growth fund</td><td>15 January"
        " 2027</td></tr></table>",
        url="https://fund.example/grants",
        title="Grants",
    ),
)
