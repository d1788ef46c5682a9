"""Contact pages, imprints and teams: ways to reach people, some of them hidden from robots."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case
from tests.web.corpus.chrome import bootstrap, joomla, plain, soup, typo3, university

_HIDDEN = "42262b302721362d30022a232e272626276c273a232f322e27"
"""director@haledde.example, each byte combined with 0x42, which stands first."""

CASES = (
    Case(
        name="impressum",
        url="https://www.dachdecker-ruhl.example/impressum",
        body=typo3(
            """<h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p><p>Ruhl Bedachungen GmbH<br>Schieferweg 11<br>61250 Usingen</p><p>Vertreten durch den Geschäftsführer: Konrad Ruhl</p><p>Telefon: +49 (0) 6081 555 210<br>Telefax: +49 (0) 6081 555 211<br>E-Mail: <a href="javascript:linkTo_UnCryptMailto('x')">info(at)dachdecker-ruhl(dot)example</a></p><p>Registergericht: Amtsgericht Bad Homburg, HRB 12345. USt-IdNr.: DE123456789</p><p>Stand: 12. Mai 2024</p>""",
            title="Impressum",
            site="Ruhl",
        ),
        contacts=("info@dachdecker-ruhl.example", "+496081555210"),
        contacts_too=("+496081555211",),
        people=None,
        offices=("Schieferweg 11",),
        language="de",
    ),
    Case(
        name="contact-cards-us",
        url="https://prairie-co-op.example/contact",
        body=bootstrap(
            """<h1>Contact us</h1><div class="row"><div class="card"><h5>Billing</h5><p>(402) 555-0118</p><p><a href="mailto:billing@prairie-co-op.example?subject=Invoice">Send us a mail</a></p></div><div class="card"><h5>Grain desk</h5><p>402.555.0119 ext. 4</p></div></div><p>1200 Depot Road, Lincoln, NE 68501</p><p>EIN 47-5550118, order no. 4025550120123</p>""",
            title="Contact",
            site="Prairie Co-op",
            lang="en-US",
        ),
        contacts=("+14025550118", "+14025550119", "billing@prairie-co-op.example"),
        offices=("1200 Depot Road",),
    ),
    Case(
        name="cloud-protected-mail",
        url="https://haledde.example/contact",
        body=soup(
            f"""<div><h1>Contact</h1><p>Write to the director: <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{_HIDDEN}">[email&#160;protected]</a></p><p>Or ring <a href="tel:0117-555-0160">0117 555 0160</a>, Monday to Friday.</p></div>""",
            title="Contact",
            site="Haledde",
            lang="en-GB",
        ),
        contacts=("director@haledde.example", "+441175550160"),
        says_not=("email protected",),
    ),
    Case(
        name="share-buttons-are-no-profiles",
        url="https://riverlaw.example/insights/act",
        body=bootstrap(
            """<h1>The act in ten minutes</h1><p>A short paper on the new act.</p><div class="share"><a href="https://www.facebook.com/sharer/sharer.php?u=https://riverlaw.example/insights/act">Share</a> <a href="https://twitter.com/intent/tweet?text=The%20act">Tweet</a> <a href="https://www.linkedin.com/shareArticle?mini=true&url=x">Share</a> <a href="mailto:?subject=The%20act&body=Read">Mail</a></div><p>Follow us: <a href="https://www.linkedin.com/company/river-law-example/">LinkedIn</a> <a href="https://x.com/riverlaw_example">X</a></p>""",
            title="The act in ten minutes",
            site="River Law",
        ),
        contacts=(
            "https://linkedin.com/company/river-law-example",
            "https://x.com/riverlaw_example",
        ),
    ),
    Case(
        name="staff-table-university",
        url="https://www.northfell.ac.example/maths/people",
        body=university(
            """<h1>People</h1><table class="staff"><thead><tr><th>Name</th><th>Role</th><th>Room</th><th>E-mail</th></tr></thead><tbody><tr><td><a href="/p/fontaine">Prof. Claire Fontaine</a></td><td>Head of School</td><td>1.01</td><td>c.fontaine@northfell.example</td></tr><tr><td><a href="/p/obi">Dr Chidi Obi</a></td><td>Reader in Probability</td><td>1.14</td><td>c.obi@northfell.example</td></tr><tr><td><a href="/p/reyes">Lucía Reyes</a></td><td>School Manager</td><td>0.02</td><td>l.reyes@northfell.example</td></tr></tbody></table>""",
            title="People | Mathematics",
            site="University of Northfell",
        ),
        people=(
            ("Claire Fontaine", "Head of School"),
            ("Chidi Obi", "Reader in Probability"),
            ("Lucía Reyes", "School Manager"),
        ),
        contacts=(
            "c.fontaine@northfell.example",
            "c.obi@northfell.example",
            "l.reyes@northfell.example",
        ),
    ),
    Case(
        name="joomla-contact-plain",
        url="https://rigging-school.example/contact",
        body=joomla(
            """<h2>Contact</h2><dl class="contact-address"><dt>Address</dt><dd>Yard 1, Dock Road, Grimsby DN31 3AA</dd><dt>Phone</dt><dd>01472 555 033</dd><dt>Fax</dt><dd>01472 555 034</dd><dt>Email</dt><dd>office [at] rigging-school [dot] example</dd></dl><p>Booking ref format: 2026-10-05/890</p>""",
            title="Contact",
            site="Rigging School",
            lang="en-gb",
        ),
        contacts=("office@rigging-school.example", "+441472555033"),
        contacts_too=("+441472555034",),
        offices=("Dock Road",),
    ),
    Case(
        name="team-leaders-vcards",
        url="https://fabrik-lang.example/team",
        body=plain(
            """<h1>Team</h1><div class="vcard"><span class="fn">Ruth Lang</span>, <span class="title">Geschäftsführerin</span>, <a class="email" href="mailto:lang@fabrik-lang.example">Mail</a></div><div class="vcard"><span class="fn">Emre Yildiz</span>, <span class="title">Leiter Einkauf</span>, <a class="tel" href="tel:+496115550171">0611 555 0171</a></div>""",
            title="Team",
            lang="de",
        ),
        people=(("Ruth Lang", "Geschäftsführerin"), ("Emre Yildiz", "Leiter Einkauf")),
        contacts=("lang@fabrik-lang.example", "+496115550171"),
    ),
)
