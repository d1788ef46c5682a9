"""The words by which a reader knows what a date is about: an event, or something else.

All patterns are for text in the page's own spelling; each alternative names its language only
where it is not plain. They decide what counts as evidence; `plain_events` weighs it.
"""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

import re

_I = re.IGNORECASE

EVENTISH = re.compile(
    r"\bevents?\b|\bcalendar\b|what.?s[- ]on\b|\bwhats-?on\b|\bdiary\b|\bagenda\b|\bwebinars?\b|"
    r"work-?shops?\b|seminars?\b|meet-?ups?\b|meetings?\b|\bcourses?\b|\bclasses\b|trainings?\b|"
    r"conferences?\b|\bsummit\b|\bsymposium\b|\bsessions?\b|\bupcoming\b|\bschedule\b|\btour\b|"
    r"\b(?:meet|visit|find|see) us at\b|(?:treffen|besuchen) sie uns|"
    r"\bdates\b|\bconcerts?\b|\bperformances?\b|\bexhibitions?\b|\bfixtures\b|\bopen (?:day|house)|"
    r"\btalks?\b|\blectures?\b|trade ?(?:show|fair)s?\b|\bprogramme?\b|\bfestival\b|\bhackathon\b|"
    r"\brall(?:y|ies)\b|\breunions?\b|\bwalks\b|\boutings?\b|\bexcursions?\b|\bmatches\b|"
    r"\btournaments?\b|\brecitals?\b|\bscreenings?\b|"
    r"\bbreakfast\b|\bround ?table\b|\bget-?together\b|\bgigs?\b|\bshows?\b|\bconvention\b|"
    r"\bexpo\b|"
    r"termine?\b|veranstaltung|kalender|schulung|\bkurse?\b|tagung|vortr[aä]g|konferenz|"
    r"\bmessen?\b|"
    r"ausstellung|konzert|spielplan|spieltermine|fortbildung|stammtisch|f[uü]hrung(?:en)?\b|"
    r"seminare?\b|lesung|treffen\b|"
    r"[eé]v[eé]nements?\b|[eé]v[eè]nements?\b|\bmanifestations?\b|\bformations?\b|rendez-vous|"
    r"conf[eé]rence|\bateliers?\b|\bsalons?\b|spectacles?\b|\bconcerts?\b|agenda\b|"
    r"\beventos?\b|\bcursos?\b|jornadas?\b|talleres|\btaller\b|calendario|pr[oó]xim[oa]s|congreso|"
    r"\beventi\b|\bcorsi\b|\bcorso\b|appuntament|incontr|convegn|\bmostr[ae]\b|"
    r"evenement|bijeenkomst|activiteit|cursus|opleiding|lezing|voorstelling|workshops?\b|"
    r"calend[aá]rio|\bagenda\b|palestra|forma[cç][aã]o|"
    r"arrangement(?:er)?\b|begivenhed|evenemang|kurser|f[oö]redrag|\btr[aä]ff|utbildning|"
    r"kalendar|wydarze|szkole|spotkan|konferenc|warsztat|"
    r"ud[aá]lost|\bakce\b|[sš]kolen|semin[aá][rř]|p[rř]edn[aá][sš]|"
    r"tapahtum|koulutu|kurssi|seminaari|tilaisuu|esemény|rendezvény|veranstalt|\btribe-?events|"
    r"\bvevent\b|イベント|セミナー|活动|活動",
    _I,
)
"""What says that a part of a page is about events: in headings, addresses, classes."""

EVENT_TITLE = re.compile(
    r"\b(?:quiz|party|fair|f[eê]te|market|auction|dinner|lunch(?:eon)?|drinks|social|weekend|gala|"
    r"ceremony|celebration|"
    r"demo|open (?:evening|weekend|night|air)|night|evening|day|feier|fest|abend|markt|tag|"
    r"soir[ée]e|f[eê]te|fiesta|noche|festa|"
    r"feest|avond|kv[aä]ll|aften|kveld|ilta|večer|wiecz[oó]r|agm|general meeting|q ?& ?a|hike|"
    r"ride|run|race|marathon|yoga)\b",
    _I,
)
"""Words of titles that speak for an event, though not in headings of sections."""
UPCOMING = re.compile(
    r"\bupcoming\b|\bcoming (?:up|soon)\b|what.?s[- ]on|\bnext\b|\bforthcoming\b|save the date|"
    r"n[äa]chste|kommende|demn[äa]chst|vorschau|prochain|[aà] venir|pr[oó]xim|prossim|in programma|"
    r"komende|aankomend|volgende|kommande|n[aä]sta|kommende|nadchodz|najbli|nadch[aá]zej|tulevat",
    _I,
)
PAST = re.compile(
    r"\bpast\b|\bprevious(?:ly)?\b|\barchiv\w*|\brecordings?\b|\brecorded\b|\brecaps?\b|\bformer\b|"
    r"looking back|\bhighlights from\b|\breplays?\b|\bon[- ]demand\b|\bearlier\b|\bhistory\b|"
    r"r[üu]ckblick|vergangene|r[üu]ckschau|bisherige|nachlese|aufzeichnung|"
    r"\bpass[eé]s?\b|pass[eé]es?\b|pr[eé]c[eé]dent|\bpasados?\b|\banteriores\b|\bpassati\b|"
    r"\barchivio\b|"
    r"afgelopen|eerdere|voorbije|terugblik|tidligere|tidigare|\bminulé\b|archiwum|minion|uplynul|"
    r"menneet|passados",
    _I,
)
"""Headings, classes and addresses of what is over."""

NEWS = re.compile(
    r"\bnews\b|\bblog\b|\bpress\b|\bposts?\b|\barticles?\b|\bnewsroom\b|\bstories\b|\breleases?\b|"
    r"\bchangelog\b|release notes|\bpodcasts?\b|\bpublications?\b|\bcomments?\b|\bforum\b|"
    r"\bthreads?\b|\brepl(?:y|ies)\b|\breviews?\b|"
    r"\bcase stud|\bvacanc|\bcareers?\b|\bjobs?\b|open positions|\btestimonials?\b|\btimeline\b|"
    r"\bmilestones?\b|our history|\bdocuments?\b|\bdownloads?\b|\bminutes\b|"
    r"aktuelles|nachrichten|neuigkeiten|\bpresse|meldungen|stellen(?:angebote|anzeige|markt)|"
    r"karriere|"
    r"geschichte\b|chronik|beitr[aä]ge|actualit|communiqu|historique|recrutement|emploi|"
    r"noticias|prensa|empleo|notizie|comunicati|stampa|lavora con|nieuws|vacature|nyheter|nyheder|"
    r"aktualno|praca\b|aktuality|kari[eé]ra|uutise|ajankohtais|not[ií]cias|\bblogg?en\b",
    _I,
)
"""Headings, classes and addresses of what is dated but no event."""

NO_EVENT_BEFORE = re.compile(
    r"(?<!\w)(?:publi(?:shed|cation|é|cado|cato|kováno|ceret|cerad|kowano)\w*|posted|written|"
    r"updated?|modified|"
    r"reviewed|created|edited|"
    r"deadline|closing date|closes|clos(?:e|ing)|due(?: by| date)?|apply by|applications? (?:by|"
    r"until)|"
    r"register (?:by|before|until)|rsvp(?: by)?|reply by|book by|sign up by|submit(?:ted)? by|"
    r"early[- ]bird\w*|expires?(?: on)?|valid (?:until|from|through|to)|effective(?: from)?|"
    r"available(?: from| until)?|out(?: on)?|in stores?|offer ends|sale ends|ends on|since|as of|"
    r"as at|established|founded|"
    r"born|died|launched|released?|issued|dated|copyright|©|\(c\)|version|last (?:change|edit)\w*|"
    r"(?:re-?scheduled|postponed|moved|changed) from|originally|instead of|sales? ends?|"
    r"verschoben vom|statt(?: am)?|"
    r"tickets? (?:on sale|go on sale|available)|on sale|doors? (?:re)?open|"
    r"start(?:ing)? date of employment|"
    r"ver[öo]ffentlicht|erstellt|aktualisiert|stand|ge[äa]ndert|anmeldeschluss|anmeldefrist|"
    r"bewerbungs(?:schluss|frist)|einsendeschluss|frist|sp[äa]testens|"
    r"anmeldung(?:en)?\W{1,3}bis(?: zum)?|"
    r"fr[üu]hbucher\w*(?: bis)?|g[üu]ltig (?:bis|ab)|seit|gegr[üu]ndet|geboren|letzte [äa]nderung|"
    r"vom stand|"
    r"anmelden bis(?: zum)?|bewerben bis(?: zum)?|bitte bis(?: zum)?|"
    r"mis à jour|publi[ée]e?|date limite|jusqu.au|avant le|depuis|inscriptions? (?:avant|jusqu)\w*|"
    r"fecha l[ií]mite|plazo|hasta el|publicado|actualizado|desde el|pubblicato|aggiornato|scadenza|"
    r"entro il|iscrizioni entro|geplaatst|gepubliceerd|bijgewerkt|uiterlijk|aanmelden (?:voor|tot)|"
    r"publicerad|uppdaterad|senast|anm[aä]l(?:an)? senast|sista anm[aä]lningsdag|oppdatert|"
    r"publisert|"
    r"opdateret|tilmeldingsfrist|frist|senest|p[åa]meldingsfrist|opublikowano|aktualizacja|"
    r"termin zg[łl]osze[ńn]|"
    r"zveřejněno|aktualizováno|uzávěrka|julkaistu|päivitetty|ilmoittautuminen|viimeistään|prazo|"
    r"inscri[cç][oõ]es até)"
    r"\W{0,4}(?:on|by|at|am|den|der|le|el|il|op|the|is|was|:|den|zum|bis|until|från|fra|"
    r"dnia)?\W{0,4}$",
    _I,
)
"""Words right before a date that make it another thing's: published, deadline, valid until."""

BYLINE_AFTER = re.compile(
    r"^\W{0,5}(?:by|von|par|por|di|door|af|av)\s+[A-ZÄÖÜ]|^.{0,25}?\b(?:\d+ (?:comments?|"
    r"min(?:ute)?s? read|"
    r"kommentare?|views|commentaires?)|min read)\b|^\W{0,3}(?:in|under) (?:news|blog|"
    r"uncategori[sz]ed)\b",
)
BLOCK_NO_EVENT = re.compile(
    r"\b(?:min(?:ute)?s? read|lesezeit|leave a comment|\d+ comments?|"
    r"read (?:the )?(?:full )?(?:article|post|story)|"
    r"press release|pressemitteilung|communiqué de presse|posted (?:by|on|in)|published (?:by|on|"
    r"in)|"
    r"written by|filed under|full[- ]time|part[- ]time|vollzeit|teilzeit|salary|gehalt|apply now|"
    r"jetzt bewerben|vacancy|job id|reference number|bug ?fix(?:es)?|changelog|release notes|"
    r"opening (?:hours|times)|[öo]ffnungszeiten|office hours|closed on|geschlossen|"
    r"all rights reserved|artikel lesen|weiterlesen im blog|continue reading)\b",
    _I,
)
"""Words of a block that is an article, a job, a notice; not an announcement."""

CLOSED = re.compile(
    r"^(?:our )?(?:prices?|pricing|fees|tariffs?|rates|contact(?: us)?|about(?: us)?|"
    r"terms(?: and conditions| of \w+)?|privacy.*|imprint|impressum|faqs?|"
    r"delivery|shipping|returns|membership|investors?|preise?|tarife?|kontakt|[üu]ber uns|agb|"
    r"datenschutz.*|lieferung|versand|tarifs?|livraison|precios|"
    r"prezzi|prijzen|contacto|contatti|cookies?.*|refund.*|payment.*|important dates?|key dates)$|"
    r"\b(?:due|ends|closes|endet|opens|tax year|self[- ]assessment)$|^(?:end|close) of\b|"
    r"\bearly[- ]bird|"
    r"\b(?:maintenance|wartung|weather|wetter|forecast|tides?|tide times|m[ée]t[ée]o|outage)\b|"
    r"^there (?:is|are|will be) no\b|\bno (?:regular |further )?(?:meeting|event)s?\b|"
    r"\b(?:(?:we(?: are)?|office|library|museum|shop|centre|center|school)\b.{0,25}\bclosed|"
    r"closed\b|no (?:class(?:es)?|meeting|school|session)s?\b|"
    r"geschlossen|betriebsferien|bank holiday|public holiday|ferm[eé]|cerrado|chiuso|gesloten|"
    r"st[äa]ngt|lukket|"
    r"deadline|abgabeschluss|anmeldeschluss|bewerbungsschluss|registration (?:opens|closes)|"
    r"payment due|"
    r"call for (?:papers|proposals|speakers)|submission)\b",
    _I,
)
"""Titles that are a notice with a date rather than an event."""

USUAL_TITLE = re.compile(
    r"(?:read|learn|see|find out|show|view|discover|load|full) (?:more|all|details?|events?|"
    r"calendar|programme?|info(?:rmation)?|description)\b.{0,20}|"
    r"show|view|discover|in[- ]person|hybrid|virtual|(?:in )?pr[äa]senz|"
    r"more(?: info(?:rmation)?| details)?|details?|register(?: now| here| today| for free)?|"
    r"sign ?up(?: now| here)?|"
    r"book(?: now| here| tickets?| your (?:place|seat|ticket)| a place)?|(?:buy |get |"
    r"order )?tickets?(?: here| kaufen)?|rsvp|join(?: us| now| here)?|"
    r"add to (?:my )?(?:\w+ )?calendar|download.{0,15}|ical(?:endar)?|google calendar|outlook|"
    r"share|website|info|link|here|"
    r"sold out|free|save the date|dates?(?: ?(?:and|&|/|,) ?times?)?|doors?(?: open)?|time|when|"
    r"where|location|venue|place|event|events|price|cost|language|"
    r"mehr(?: erfahren| infos?| lesen| informationen)?|weiter(?:lesen)?|zur anmeldung|anmeld(?:en|"
    r"ung)|jetzt anmelden|"
    r"zum (?:event|termin|kurs)|infos?(?: & anmeldung| und anmeldung)?|buchen|jetzt buchen|karten|"
    r"ausgebucht|datum(?: ?(?:und|&|/) ?(?:uhr)?zeit)?|uhrzeit|ort|termine?|wann|wo|beginn|"
    r"in den kalender|zum kalender.{0,20}|"
    r"en savoir plus|lire (?:la suite|plus)|plus d.infos?|s.inscrire|r[eé]server|inscription|"
    r"inscrivez-vous|lieu|quand|o[uù]|date et heure|"
    r"m[aá]s informaci[oó]n|leer m[aá]s|ver m[aá]s|inscr[ií]bete|inscripci[oó]n|reg[ií]strate|"
    r"fecha|hora|lugar|"
    r"leggi (?:tutto|di pi[uù])|scopri(?: di pi[uù])?|iscriviti|maggiori informazioni|luogo|"
    r"quando|dove|data|"
    r"lees (?:meer|verder)|meer (?:info|informatie|lezen)|aanmelden|inschrijven|schrijf je in|"
    r"locatie|wanneer|waar|tijd|"
    r"l[aä]s mer|anm[aä]l(?: dig| dig h[aä]r)?|boka|l[æa]s mere|tilmeld(?: dig)?|les mer|"
    r"meld deg p[åa]|sted|plats|tid|dato|"
    r"czytaj (?:wi[eę]cej|dalej)|wi[eę]cej|zapisz si[eę]|miejsce|kdy|kde|v[ií]ce|"
    r"p[rř]ihl[aá]sit se|registrace|"
    r"lue lis[aä][aä]|ilmoittaudu|paikka|aika|saiba mais|inscreva-se|inscri[cç][oõ]es|local|"
    r"(?:(?:agenda|minutes|video|audio|slides|presentations?|recording|documents?|packet|"
    r"notice)\W*)+|"
    r"(?:register|sign up)\b.*|(?:early )?registration|for|to|the|and|on|at|in|by|"
    r"(?:meeting |board |approved |draft |final |amended |full )*(?:agendas?|minutes|transcripts?|"
    r"packet|notices?|summar(?:y|ies))(?: (?:&|and) (?:agendas?|minutes))?(?: \(?pdf\)?)?|"
    r"video|audio|recording|slides|pdf|home|start|back|scheduled|tb[ad]|to be (?:announced|"
    r"confirmed|decided)|n\.? ?n\.?|protokolle?|einladung|flyer|"
    r"programm?e?|\(.{0,60}\)|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) \w+day|no meeting|"
    r"upcoming(?: events?)?|next (?:events?|meetings?|dates?)|past events?|all events|"
    r"n[äa]chste (?:termine?|veranstaltung(?:en)?)|"
    r"today|tomorrow|new|online|in person|hybrid|all day|ganzt[aä]gig|featured|free entry|"
    r"eintritt frei",
    _I,
)
"""Whole titles that name no event."""

UNTIL = re.compile(
    r"\b(?:until|till|bis|jusqu.au|hasta|fino al|tot|by|before|vor dem|sp[äa]testens(?: am)?|"
    r"avant|till och med|f[öo]re|senast)"
    r"\W*(?:zum|the|den|le|el|il)?\W*$",
    _I,
)
"""Words before a single date that make it the end of something, or a deadline."""
AGENDA = re.compile(
    r"\b(?:lunch|coffee|tea break|break|keynote|registration opens|registration|"
    r"welcome(?: coffee)?|networking|closing remarks|wrap[- ]?up|q ?& ?a|"
    r"panel|opening remarks|doors open|mittagspause|kaffeepause|pause|begr[üu][ßs]+ung|einlass|"
    r"verabschiedung|ausklang|d[eé]jeuner|accueil|pausa|comida|almuerzo|pauze|ontvangst|fika)\b",
    _I,
)
"""What stands in the order of a day, where entries with times are no events of their own."""

DOORS = re.compile(
    r"\b(?:doors?|einlass|registration|check-?in|ouverture des portes|apertura (?:porte|puertas)|"
    r"puertas|insl[äa]pp|zaal open|deuren|d[øo]rene?)\b[^\d]{0,16}$",
    _I,
)
"""What stands before an hour at which nothing begins yet."""
ALL_DAY = re.compile(
    r"\b(?:all[- ]day|ganzt[äa]gig|toute la journ[ée]e|todo el d[ií]a|tutto il giorno|"
    r"hele dag(?:en)?|hela dagen|koko p[äa]iv[äa]|cał?y dzie[ńn]|cel[ýy] den|o dia todo)\b",
    _I,
)
USUALLY_AT = re.compile(
    r"\b(?:we meet|meets?|meetings|seminars|sessions|talks|lectures|all (?:events|concerts|shows)|"
    r"take place|unless (?:otherwise )?(?:stated|noted)|"
    r"jeweils|(?:alle|unsere) (?:veranstaltungen|termine|treffen|vortr[äa]ge)|"
    r"treffen (?:wir )?uns|beginn ist|r[ée]unions? (?:ont|a) lieu|"
    r"nos reunimos|ci (?:incontriamo|troviamo)|wij? komen samen|vi tr[äa]ffas|vi m[øo]des)\b"
    r"[^.]{0,90}?\b(?:at|from|um|ab|[àa]|a las|alle|om|kl)\b",
    _I,
)
"""Sentences that give the hour of all the events of a page."""
GENERIC_HEADING = re.compile(
    r"(?:\w+ )?(?:term|semester|season|saison|spring|summer|autumn|fall|winter|fr[üu]hjahr|"
    r"fr[üu]hling|sommer|herbst|"
    r"printemps|[ée]t[ée]|automne|hiver|primavera|verano|oto[ñn]o|estate|autunno|inverno|"
    r"temporada|stagione|seizoen|"
    r"v[åa]r|sommar|h[öo]st|sesong|s[æa]son|jaro|podzim|wiosna|jesie[ńn]|kev[äa]t|"
    r"syksy)(?:programm?e?)?"
    r"\s*(?:20\d\d)?(?:\s?[/–-]\s?\d{2,4})?|"
    r"(?:(?:our|all|the|upcoming|next|further|coming|future|more|other|public|related|similar|"
    r"featured|course|training|event|session|"
    r"unsere|alle|n[äa]chsten?|kommenden?|weiteren?|aktuellen?|nos|les|prochaine?s?|nuestros|los|"
    r"pr[óo]xim[oa]s|i|prossimi|onze|komende|"
    r"v[åa]ra|kommande|vores|kommende)\s+){0,3}"
    r"(?:20\d\d )?(?:events?|dates?|concert|performance|lecture|talk|calendar|schedule|sessions?|"
    r"classes|courses?|workshops?|webinars?|trainings?|seminars?|meetings?|meetups?|"
    r"programme?|agenda|diary|what.?s on|talks|concerts|gigs|tour dates|exhibitions|fixtures|"
    r"matches|walks|shows|performances|conferences|rallies|"
    r"termin(?:e|kalender|plan)?|veranstaltung(?:en|skalender)?|kurse|kurstermine|seminare|"
    r"schulungen|konzerte|vortr[äa]ge|spielplan|kalender|"
    r"[ée]v[ée]nements?|[ée]v[èe]nements?|dates|formations|concerts|ateliers|rendez-vous|eventos|"
    r"fechas|cursos|talleres|conciertos|calendario|"
    r"eventi|corsi|appuntamenti|date|concerti|evenementen|data|cursussen|activiteiten|evenemang|"
    r"kurser|konserter|arrangementer|"
    r"wydarzenia|terminy|akce|tapahtumat|kurssit)"
    r"(?:\s*(?:&|and|und|et|y|e|en|och|og)\s*\w+)?(?:\s*(?:in|for|im|"
    r"f[üu]r)?\s*20\d\d(?:\s?[/–-]\s?\d{2,4})?)?",
    _I,
)
"""Whole headings of lists of events, which name none of them."""
INVITES = re.compile(
    r"\b(?:join us|come (?:along|and|to)|(?:takes?|taking) place|will be (?:held|hosting|hosted)|"
    r"is being held|we(?: are|'re|’re) (?:hosting|holding)|hosts?|"
    r"invites?|register|meets?|held on|save the date|doors open|statt(?:finden|findet)?|findet|"
    r"laden (?:wir |sie |euch )|einladen|anmeld|treffen wir|"
    r"aura lieu|se tiendra|rejoignez|inscri|tendr[aá] lugar|se celebrar[aá]|[uú]nete|si terr[aà]|"
    r"ti aspettiamo|vindt plaats|"
    r"[aä]ger rum|v[aä]lkommen|finder sted|afholdes|finner sted|odb[eę]dzie|zaprasza|se kon[aá]|"
    r"probehne|j[aä]rjestet|tervetuloa|realiza-se)\b",
    _I,
)
"""Words of a sentence that invites to something."""
