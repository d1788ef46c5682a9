"""What the address of a mail tells of a company, and what it does not."""

from __future__ import annotations

from functools import lru_cache

from followup_tui.domain.importing.word_lists import words_of
from followup_tui.domain.text import fold

FREE = words_of(
    """
    gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca
    yahoo.co.in yahoo.com.au yahoo.com.br yahoo.co.jp ymail.com rocketmail.com hotmail.com
    hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.ch outlook.com outlook.de
    outlook.fr outlook.es outlook.com.au outlook.it live.com live.co.uk live.fr live.de live.nl
    live.com.au live.it msn.com icloud.com me.com mac.com aol.com aol.de aim.com proton.me
    protonmail.com protonmail.ch pm.me tutanota.com tuta.io tutamail.com fastmail.com
    fastmail.fm hey.com zoho.com gmx.com gmx.de gmx.net gmx.ch gmx.at web.de t-online.de
    freenet.de arcor.de mail.de posteo.de posteo.net mailbox.org online.de vodafone.de 1und1.de
    kabelmail.de bluewin.ch bluemail.ch sunrise.ch hispeed.ch swissonline.ch gmx.eu aon.at
    chello.at orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr numericable.fr bbox.fr
    libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es terra.com.br
    uol.com.br bol.com.br ig.com.br ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl home.nl
    upcmail.nl telenet.be skynet.be proximus.be scarlet.be btinternet.com btopenworld.com
    sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk plusnet.com bigpond.com
    bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net dodo.com.au
    xtra.co.nz comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
    earthlink.net juno.com shaw.ca rogers.com sympatico.ca telus.net bell.net videotron.ca
    qq.com 163.com 126.com sina.com foxmail.com naver.com hanmail.net daum.net rediffmail.com
    mail.ru yandex.ru yandex.com ya.ru list.ru bk.ru inbox.ru rambler.ru ukr.net wp.pl o2.pl
    onet.pl interia.pl seznam.cz centrum.cz email.cz mail.com email.com inbox.com usa.com
    telia.com online.no broadpark.no mail.dk privat.dk luukku.com sapo.pt duck.com
    privaterelay.appleid.com users.noreply.github.com
    """
)
"""Whose domain says nothing of a company: providers of mailboxes for everybody."""
_FOR_ALL = words_of(
    """
    info office sales contact contacts kontakt admin hello hi support mail service verkauf team
    reception accounts accounting billing enquiries enquiry inquiries hr jobs marketing press
    post webmaster help order orders bestellung buchhaltung empfang sekretariat contacto
    contatti accueil commercial vente direction bonjour ciao invoices rechnung events news
    newsletter
    """
)
"""Mailboxes that several people read."""


@lru_cache(maxsize=65_536)
def company_domain(email: str) -> str:
    """Return the domain of an address if it can be a company's own, else nothing."""
    domain = fold(email).rpartition("@")[2].strip(".")
    return "" if domain in FREE or "." not in domain else domain


def is_for_all(email: str) -> bool:
    """Say whether several people read what is written to an address: ``info@…``."""
    return fold(email).partition("@")[0] in _FOR_ALL


def host_of(website: str) -> str:
    """Return the host of a website without ``www.``; empty where there is none."""
    host = fold(website).partition("://")[2].partition("/")[0].partition(":")[0]
    return host.removeprefix("www.")
