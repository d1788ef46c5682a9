"""Words that stand on every second site and say nothing of this one."""

# ruff: noqa: E501, RUF001 -- lists of words

from __future__ import annotations

import re

from followup_tui.domain.text import fold


def _folded(phrases: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in phrases.split(","))


_USUAL = _folded(
    "home,homepage,welcome,about,about us,contact,contact us,contacts,news,latest news,blog,our team,"
    "team,menu,main menu,site menu,get in touch,testimonials,follow us,read more,learn more,search,"
    "newsletter,share,our clients,clients,partners,our partners,related posts,recent posts,"
    "recent comments,categories,archives,tags,comments,leave a reply,privacy policy,privacy,imprint,"
    "links,navigation,quick links,useful links,careers,jobs,events,upcoming events,our events,"
    "next events,coming up,dates,schedule,programme,program,faq,faqs,frequently asked questions,"
    "subscribe,location,locations,opening hours,business hours,hours,"
    "what our clients say,what our customers say,why choose us,why us,our services,services,"
    "products,our products,our work,our projects,projects,portfolio,gallery,case studies,"
    "our mission,our vision,our values,our story,our history,our approach,our process,how it works,"
    "mission,vision,values,what we do,who we are,how we work,overview,introduction,features,benefits,"
    "pricing,prices,our prices,plans,login,log in,sign in,sign up,register,my account,account,cart,"
    "shopping cart,basket,checkout,sitemap,cookies,cookie policy,cookie settings,legal,terms,"
    "terms and conditions,disclaimer,accessibility,language,languages,downloads,resources,media,"
    "press,support,help,company,information,further information,more information,more,details,"
    "featured,popular,trending,new,latest,address,phone,email,e-mail,fax,social media,social,connect,"
    "stay connected,stay in touch,join us,call us,visit us,find us,our location,our locations,"
    "meet the team,meet our team,leadership,management,reviews,share this,page not found,"
    "kontakt,kontaktieren sie uns,über uns,wir über uns,aktuelles,neuigkeiten,impressum,datenschutz,"
    "datenschutzerklärung,willkommen,herzlich willkommen,startseite,team,unser team,termine,"
    "veranstaltungen,leistungen,unsere leistungen,produkte,unsere produkte,referenzen,karriere,"
    "stellenangebote,news & events,agb,anmelden,suche,navigation überspringen,service,ihr kontakt,"
    "so erreichen sie uns,sprechzeiten,unternehmen,mehr erfahren,weitere informationen,downloads,"
    "ansprechpartner,accueil,bienvenue,actualités,à propos,nos services,contactez-nous,nos produits,"
    "mentions légales,qui sommes-nous,notre équipe,nos références,plan du site,"
    "inicio,bienvenidos,contacto,noticias,servicios,nosotros,sobre nosotros,quiénes somos,"
    "nuestros servicios,aviso legal,benvenuti,chi siamo,servizi,i nostri servizi,contatti,notizie,"
    "over ons,diensten,onze diensten,nieuws,contacteer ons,welkom,início,bem-vindo,quem somos,"
    "serviços,notícias,contato,contactos,om os,om oss,kontakt os,kontakta oss,ydelser,tjänster,"
    "nyheder,nyheter,velkommen,välkommen,o nas,o nás,oferta,usługi,aktualności,aktuality,služby,"
    "yhteystiedot,palvelut,etusivu,ajankohtaista,meistä,tervetuloa,latest,what's on,tickets,"
    "about the author,contact information,photo gallery,photos,image gallery,timeline,links,"
    "related articles,you may also like,like this,community,"
    "über den autor,gefällt mir,bildergalerie,galerie,fotogalerie,zeitplan,zeitleiste,nachricht schreiben,"
    "direktkontakt,postadresse,anschrift,vorstand,ehrungen,mitmachen,mehr zum thema,weitere artikel,"
    "neueste beiträge,letzte beiträge,das könnte sie auch interessieren,verantwortlicher,"
    "angaben gemäß § 5 tmg,angaben gemäß § 5 ddg,haftungsausschluss,urheberrecht,"
    "galerie photos,présentation,historique,objectifs,articles récents,articles similaires,adresse,"
    "contacto y horarios,horarios,ubicación,galería,entradas recientes,entradas relacionadas,"
    "contato e horários,horários,localização,sobre,galeria,publicações recentes,posts recentes,"
    "artigos relacionados,locatie,tijdslijn,fotogalerij,gerelateerde berichten,recente berichten,"
    "posizione,orari,galleria,articoli recenti,articoli correlati,"
    "onze aanpak,onze werkwijze,unser ansatz,unser vorgehen,unsere arbeitsweise,notre approche,"
    "notre méthode,nos prestations,ils nous ont fait confiance,ils nous font confiance,"
    "nuestro enfoque,formate,domaines couverts,cast and crew,production shots,event sponsors,"
    "sponsors,our sponsors,sponsoren,probleme,eintritt,eintrittspreise,admission,"
    "where to find us,öffnungszeiten,anfahrt,horaires,upcoming,diary,calendar,agenda,kalender"
)
_CALLING = re.compile(
    # What asks the visitor to do something names nothing that is offered.
    r"^(?:was |wie |wer |comment |ce (?:que?|sur) |about |uber |a propos |wat |hoe |"
    r"get (?:started|in touch|a |your |the )|ready to|let.?s |join |sign ?up|book (?:a|an|your|now)|"
    r"subscribe|download|contact |call |start |try |discover |read |view |see |learn |meet |find |"
    r"explore |request |ask |talk to|speak |send |write |click|looking for|donate|spenden|jetzt spenden|need |have (?:a|any)|"
    r"want to|interested|stay |follow |share |visit |welcome|thank|sorry|how can we|how we|why |who |"
    r"what |where |when |do you|are you|don.?t |more (?:about|from|than)|"
    r"jetzt |kontaktieren|rufen sie|sie (?:haben|mochten|suchen)|haben sie|lassen sie|erfahren sie|"
    r"entdecken|mehr |warum |wie wir|willkommen|wer wir|bleiben sie|"
    r"contactez|decouvr|pourquoi|besoin d|en savoir|rejoignez|inscri|bienvenue|"
    r"contacta|descubre|por que|necesitas|bienvenid|contattaci|scopri|perche|"
    r"neem contact|ontdek|waarom|lees |wij |kontakta|las mer|laes mere|varfor|hvorfor|"
    r"skontaktuj|dlaczego|proc |ota yhteytta|lue lisaa|miksi )|"
    r"\bin (?:numbers|figures|zahlen|cijfers|numeri|cifre)\b|\ben (?:chiffres|cifras)\b|"
    r"(?:latest|recent|related|popular|featured) |news(?:letter)?\b|testimonial|cookie|privacy|"
    r"copyright|©|all rights|trusted by|loved by|as (?:seen|featured)|our (?:customers|clients|team|"
    r"story|mission|vision|values|partners|office|location|address|promise|history|blog)|"
    r"^(?:sprechzeiten|offnungszeiten|angaben gemass|redaktionell|verbraucherstreit|eu-streit|"
    r"haftung fur|horaires d|horario de|horarios? d|orari di|openingsuren|openingstijden)|"
    r"frequently|opening (?:hours|times)|unsere (?:kunden|partner|mission|werte|standorte)|"
    r"\bfaqs?$|\b(?:meetings?|events?|class(?:es)?) (?:schedules?|dates|minutes|calendar)$|"
    r"kundenstimmen|das sagen|nos (?:clients|partenaires|valeurs)",
)
_NO_NAME = re.compile(r"[?？]\s*$|^\W*[\d.,+%€$£\s]+\W*(?:\w+)?$|@|https?://|^\d{1,2}[.:]\d{2}")
_SLOGAN = re.compile(r":\s*$|\w\W+\w+\W+\w.*[.!…]\s*$|[→↗➔➜»›]\s*$")
"""A sentence of three words or more, or what leads on: said by the site, no name of a thing."""
_STEP = re.compile(
    r"^(?:step|schritt|etape|paso|fase|stap|trin|steg|krok|vaihe)\s*\d", re.IGNORECASE
)


def is_usual(text: str) -> bool:
    """Say whether a heading is one that stands on every second site: ``News``, ``Contact``."""
    return fold(text).strip(" :.!?*»>") in _USUAL


def names_something(text: str) -> bool:
    """Say whether a heading may name a thing that is offered, rather than call or ask."""
    plain = fold(text).strip()
    words = plain.split()
    return (
        1 <= len(words) <= 9
        and 3 <= len(text) <= 80
        and not is_usual(text)
        and not _NO_NAME.search(text)
        and not _STEP.match(plain)
        and not _SLOGAN.search(text)
        and not _CALLING.search(plain)
        and sum(char.isalpha() for char in text) >= len(text) * 0.6
    )
