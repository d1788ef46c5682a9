"""Pages written by hand: old tables, remains of frames, and HTML that was never whole."""

# ruff: noqa: E501 -- pages come with long lines

from __future__ import annotations

from tests.web.corpus.case import Case, ev
from tests.web.corpus.chrome import nineties

CASES = (
    Case(
        name="nineties-club-programme",
        url="http://www.stampclub.example/program.htm",
        body=nineties(
            """<CENTER><FONT SIZE=5 COLOR=red><B>Fenland Philatelic Society</B></FONT><BR><I>Programme 2026 - 2027</I></CENTER><P>We meet in the Scout Hut, Mill Lane, at 7.30 pm.<P><TABLE BORDER=1 CELLPADDING=3><TR><TD>Sept 8</TD><TD>Members' bargains</TD></TR><TR><TD>Sept 22</TD><TD>Railway letters (Mr. J. Cox)</TD></TR><TR><TD>Oct 13</TD><TD>Sudan camel postmen (Mrs. A. Bell)</TD></TR><TR><TD>Jan 12</TD><TD>Competition night</TD></TR><TR><TD>Feb 9</TD><TD>Annual General Meeting</TD></TR></TABLE>""",
            title="FPS Programme",
        ),
        events=(
            ev("Railway letters (Mr. J. Cox)", "2026-09-22T19:30", also=("Railway letters",)),
            ev(
                "Sudan camel postmen (Mrs. A. Bell)",
                "2026-10-13T19:30",
                also=("Sudan camel postmen",),
            ),
            ev("Competition night", "2027-01-12T19:30"),
            ev("Annual General Meeting", "2027-02-09T19:30"),
        ),
    ),
    Case(
        name="nineties-br-list",
        url="http://www.oldengines.example/rallies.html",
        body=nineties(
            """<H2>Rallies 2026</H2><B>26th &amp; 27th September</B> - Thorney Steam Weekend, Thorney<BR><B>4th October</B> - Autumn Crank-up, Ramsey<BR><B>11th October</B> - Ploughing match, Mepal<BR><BR><B>2nd May</B> - Spring crank-up (a wet one!)<BR>""",
            title="Rallies",
        ),
        events=(
            ev("Thorney Steam Weekend", "2026-09-26", also=("Thorney Steam Weekend, Thorney",)),
            ev("Autumn Crank-up", "2026-10-04", also=("Autumn Crank-up, Ramsey",)),
            ev("Ploughing match", "2026-10-11", also=("Ploughing match, Mepal",)),
        ),
    ),
    Case(
        name="unclosed-everything",
        url="https://potters-yard.example/",
        body="""<html><head><title>Potters' Yard</title><meta charset=utf-8><body><div class=top><h1>Potters' Yard<p>Bowls, jugs and one teapot a year, thrown in the yard behind the station.<ul><li>Bowls<li>Jugs<li>The teapot</ul><div><h2>Open kiln<p>Sunday 4 October 2026, 11am to 3pm<p>Behind the station<div><h2>Glaze day<p>Saturday 31 October 2026, 10am<p>In the shed""",
        title=("Potters' Yard",),
        says=("Bowls, jugs and one teapot a year",),
        events=(
            ev("Open kiln", "2026-10-04T11:00", "2026-10-04T15:00"),
            ev("Glaze day", "2026-10-31T10:00"),
        ),
    ),
    Case(
        name="frameset-remains",
        url="http://www.modelrail.example/",
        body="""<html><head><title>Model Rail Club</title></head><frameset cols="150,*"><frame src="nav.html" name="nav"><frame src="main.html" name="main"><noframes><body><h1>Model Rail Club</h1><p>Forty members, one attic and a gauge nobody else uses. Visitors are welcome on Mondays.</p><a href="main.html">Enter</a></body></noframes></frameset></html>""",
        title=("Model Rail Club",),
        says=None,
    ),
    Case(
        name="refresh-page",
        url="http://moved.example/",
        body="""<html><head><meta http-equiv="refresh" content="0; url=https://www.moved.example/en/"><title>Redirecting</title></head><body><a href="https://www.moved.example/en/">Click here if you are not redirected.</a></body></html>""",
        says_not=("Click here",),
        offers=(),
    ),
    Case(
        name="word-export",
        url="http://allotments.example/minutes.htm",
        content_type="text/html",
        charset="windows-1252",
        body="""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 11"><title>Dates for your diary</title><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm} --></style></head><body lang=EN-GB><div class=Section1><p class=MsoNormal align=center><b><span style='font-size:16.0pt'>Dates for your diary<o:p></o:p></span></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span lang=EN-GB>Saturday 26<sup>th</sup> September 2026 – Plot inspection, 10am<o:p></o:p></span></p><p class=MsoNormal><span>Sunday 18<sup>th</sup> October 2026 – Compost delivery, 9am<o:p></o:p></span></p><p class=MsoNormal><span>Friday 13<sup>th</sup> November 2026 – AGM, 7.30pm, St Anne’s Hall<o:p></o:p></span></p></div></body></html>""",
        events=(
            ev("Plot inspection", "2026-09-26T10:00"),
            ev("Compost delivery", "2026-10-18T09:00"),
            ev("AGM", "2026-11-13T19:30", at="St Anne"),
        ),
    ),
    Case(
        name="xhtml-with-cdata",
        url="https://strict.example/",
        content_type="application/xhtml+xml",
        body="""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-ie"><head><title>Strict Binders</title><script type="text/javascript">//<![CDATA[
if (1 < 2 && 2 > 1) { document.write("<p>12 October 2026 Fake night</p>"); }
//]]></script></head><body><div id="wrapper"><h1>Strict Binders</h1><p>We bind theses overnight in Cork, in cloth, in any colour that the library owns.</p></div></body></html>""",
        title=("Strict Binders",),
        says=("We bind theses overnight in Cork",),
        language="en",
    ),
    Case(
        name="definition-of-plain-text",
        url="https://bbs.example/meet.txt",
        content_type="text/plain; charset=utf-8",
        body="RETRO BBS NIGHT\n===============\n\nWhen:  Saturday 24 October 2026, 19:00\nWhere: The Loft, 3 Quay Street\n\nBring a modem.\n",
        title=("RETRO BBS NIGHT",),
        text_has=("Bring a modem",),
        events=(ev("RETRO BBS NIGHT", "2026-10-24T19:00", maybe=True),),
    ),
    Case(
        name="comments-and-noscript-traps",
        url="https://inkwell-inn.example/",
        body="""<!doctype html><html lang=en><head><title>The Inkwell Inn</title></head><body><!-- <div class="event"><h3>Old quiz</h3><p>3 October 2026, 8pm</p></div> --><template><div><h3>{{title}}</h3><p>5 October 2026</p></div></template><div hidden><h3>Draft: secret supper</h3><p>9 October 2026, 7pm</p></div><div style="display: none"><h3>Hidden gig</h3><p>10 October 2026, 7pm</p></div><h1>The Inkwell Inn</h1><p>Seven rooms over a bar where writers pay in stories.</p></body></html>""",
        says=("Seven rooms over a bar",),
        text_lacks=("Old quiz", "secret supper", "Hidden gig"),
    ),
    Case(
        name="nested-tables-events",
        url="http://www.bowlsclub.example/fixtures.asp",
        body=nineties(
            """<TABLE WIDTH=100%><TR><TD><TABLE BGCOLOR=#CCCCCC><TR><TD COLSPAN=3><B>FIXTURES - OCTOBER 2026</B></TD></TR><TR><TD>Sun 4</TD><TD>Friendly against Ousebank</TD><TD>2.00pm</TD></TR><TR><TD>Sat 10</TD><TD>Closing day drive</TD><TD>1.30pm</TD></TR></TABLE></TD></TR><TR><TD><TABLE><TR><TD COLSPAN=3><B>FIXTURES - NOVEMBER 2026</B></TD></TR><TR><TD>Fri 6</TD><TD>Presentation dinner</TD><TD>7.00pm</TD></TR></TABLE></TD></TR></TABLE>""",
            title="Fixtures",
        ),
        events=(
            ev("Friendly against Ousebank", "2026-10-04T14:00"),
            ev("Closing day drive", "2026-10-10T13:30"),
            ev("Presentation dinner", "2026-11-06T19:00"),
        ),
    ),
)
