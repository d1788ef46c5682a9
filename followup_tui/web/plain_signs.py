"""The words by which a reader knows what a part of a page is about, as far as dates go.

All patterns are for text in the page's own spelling; each alternative names its language only
where it is not plain. They decide what counts as evidence; `plain_events` weighs it.
"""

# ruff: noqa: RUF001 -- every kind of dash and apostrophe is meant

from __future__ import annotations

from followup_tui.web.word_search import Words

EVENTISH = Words(
    begun=(
        r"events?\b|calendar\b|whats-?on\b|diary\b|agenda\b|webinars?\b|"
        r"courses?\b|classes\b|summit\b|symposium\b|sessions?\b|upcoming\b|"
        r"schedule\b|tour\b|(?:meet|visit|find|see) us at\b|dates\b|concerts?\b|"
        r"performances?\b|exhibitions?\b|fixtures\b|open (?:day|house)|talks?\b|"
        r"lectures?\b|programme?\b|festival\b|hackathon\b|rall(?:y|ies)\b|"
        r"reunions?\b|walks\b|outings?\b|excursions?\b|matches\b|tournaments?\b|"
        r"recitals?\b|screenings?\b|breakfast\b|round ?table\b|get-?together\b|"
        r"gigs?\b|shows?\b|convention\b|expo\b|kurse?\b|messen?\b|"
        r"manifestations?\b|formations?\b|ateliers?\b|salons?\b|concerts?\b|"
        r"eventos?\b|cursos?\b|taller\b|eventi\b|corsi\b|corso\b|mostr[ae]\b|"
        r"agenda\b|tr[aä]ff|akce\b|tribe-?events|vevent\b"
    ),
    anywhere=(
        r"what.?s[- ]on\b|work-?shops?\b|seminars?\b|meet-?ups?\b|meetings?\b|"
        r"trainings?\b|conferences?\b|(?:treffen|besuchen) sie uns|trade ?(?:show|"
        r"fair)s?\b|termine?\b|veranstaltung|kalender|schulung|tagung|vortr[aä]g|"
        r"konferenz|ausstellung|konzert|spielplan|spieltermine|fortbildung|"
        r"stammtisch|f[uü]hrung(?:en)?\b|seminare?\b|lesung|treffen\b|"
        r"[eé]v[eé]nements?\b|[eé]v[eè]nements?\b|rendez-vous|conf[eé]rence|"
        r"spectacles?\b|agenda\b|jornadas?\b|talleres|calendario|pr[oó]xim[oa]s|"
        r"congreso|appuntament|incontr|convegn|evenement|bijeenkomst|activiteit|"
        r"cursus|opleiding|lezing|voorstelling|workshops?\b|calend[aá]rio|"
        r"palestra|forma[cç][aã]o|arrangement(?:er)?\b|begivenhed|evenemang|"
        r"kurser|f[oö]redrag|utbildning|kalendar|wydarze|szkole|spotkan|konferenc|"
        r"warsztat|ud[aá]lost|[sš]kolen|semin[aá][rř]|p[rř]edn[aá][sš]|tapahtum|"
        r"koulutu|kurssi|seminaari|tilaisuu|esemény|rendezvény|veranstalt|イベント|"
        r"セミナー|活动|活動"
    ),
)
"""What says that a part of a page is about events: in headings, addresses, classes."""

EVENT_TITLE = Words(
    begun=(
        r"(?:quiz|party|fair|f[eê]te|market|auction|dinner|lunch(?:eon)?|drinks|"
        r"social|weekend|gala|ceremony|celebration|demo|open (?:evening|weekend|"
        r"night|air)|night|evening|day|feier|fest|abend|markt|tag|soir[ée]e|"
        r"f[eê]te|fiesta|noche|festa|feest|avond|kv[aä]ll|aften|kveld|ilta|večer|"
        r"wiecz[oó]r|agm|general meeting|q ?& ?a|hike|ride|run|race|marathon|"
        r"yoga)\b"
    ),
)
"""Words of titles that speak for an event, though not in headings of sections."""
UPCOMING = Words(
    begun=r"upcoming\b|coming (?:up|soon)\b|next\b|forthcoming\b",
    anywhere=(
        r"what.?s[- ]on|save the date|n[äa]chste|kommende|demn[äa]chst|vorschau|"
        r"prochain|[aà] venir|pr[oó]xim|prossim|in programma|komende|aankomend|"
        r"volgende|kommande|n[aä]sta|kommende|nadchodz|najbli|nadch[aá]zej|tulevat"
    ),
)
PAST = Words(
    begun=(
        r"past\b|previous(?:ly)?\b|archiv\w*|recordings?\b|recorded\b|recaps?\b|"
        r"former\b|highlights from\b|replays?\b|on[- ]demand\b|earlier\b|"
        r"history\b|pass[eé]s?\b|pasados?\b|anteriores\b|passati\b|archivio\b|"
        r"minulé\b"
    ),
    anywhere=(
        r"looking back|r[üu]ckblick|vergangene|r[üu]ckschau|bisherige|nachlese|"
        r"aufzeichnung|pass[eé]es?\b|pr[eé]c[eé]dent|afgelopen|eerdere|voorbije|"
        r"terugblik|tidligere|tidigare|archiwum|minion|uplynul|menneet|passados"
    ),
)
"""Headings, classes and addresses of what is over."""

NEWS = Words(
    begun=(
        r"news\b|blog\b|press\b|posts?\b|articles?\b|newsroom\b|stories\b|"
        r"releases?\b|changelog\b|podcasts?\b|publications?\b|comments?\b|forum\b|"
        r"threads?\b|repl(?:y|ies)\b|reviews?\b|case stud|vacanc|careers?\b|"
        r"jobs?\b|testimonials?\b|timeline\b|milestones?\b|documents?\b|"
        r"downloads?\b|minutes\b|presse|blogg?en\b"
    ),
    anywhere=(
        r"release notes|open positions|our history|aktuelles|nachrichten|"
        r"neuigkeiten|meldungen|stellen(?:angebote|anzeige|markt)|karriere|"
        r"geschichte\b|chronik|beitr[aä]ge|actualit|communiqu|historique|"
        r"recrutement|emploi|noticias|prensa|empleo|notizie|comunicati|stampa|"
        r"lavora con|nieuws|vacature|nyheter|nyheder|aktualno|praca\b|aktuality|"
        r"kari[eé]ra|uutise|ajankohtais|not[ií]cias"
    ),
)
"""Headings, classes and addresses of what is dated but no event."""

USUAL_TITLE = Words(
    anywhere=(
        r"(?:(?:save|book|buy|reserve|claim|grab|get|secure|join|request)"
        r"(?: (?:my|your|a|an|the|our|now|for|yourself))* (?:places?|seats?|spots?|tickets?|"
        r"spaces?|slots?|table|wait(?:ing)?[- ]?list|invit(?:e|ation))(?: (?:now|here|today|"
        r"online))?)|reserve(?: now| here| online)?|enrol+(?: now| here| online)?|"
        r"apply(?: now| here| online)?|wait(?:ing)?[- ]?list|few left|fully booked|"
        r"(?:only )?\d+ (?:spots?|places?|seats?|spaces?)(?: (?:left|remaining|available))?|"
        r"(?:jetzt )?(?:einen )?(?:platz|pl[äa]tze) (?:sichern|reservieren|buchen)|reservieren|"
        r"je (?:r[ée]serve|m.inscris)(?: (?:ma|une) place)?|r[ée]server (?:ma|une|votre) place|"
        r"reserva(?:r)?(?: (?:tu |una )?plaza)?|prenota(?: ora| (?:il tuo )?posto)?|"
        r"reserveer(?: nu| (?:je|een) plek)?|boka (?:din )?plats|"
        r"(?:read|learn|see|find out|show|view|discover|load|full) (?:more|all|"
        r"details?|events?|calendar|programme?|info(?:rmation)?|"
        r"description)\b.{0,20}|show|view|discover|in[- ]person|hybrid|virtual|"
        r"(?:in )?pr[äa]senz|more(?: info(?:rmation)?| details)?|details?|"
        r"register(?: now| here| today| for free)?|sign ?up(?: now| here)?|"
        r"book(?: now| here| tickets?| your (?:place|seat|ticket)| a place)?|"
        r"(?:buy |get |order )?tickets?(?: here| kaufen)?|rsvp|join(?: us| now|"
        r" here)?|add to (?:my )?(?:\w+ )?calendar|download.{0,15}|ical(?:endar)?|"
        r"google calendar|outlook|share|website|info|link|here|sold out|free|"
        r"save the date|dates?(?: ?(?:and|&|/|,) ?times?)?|doors?(?: open)?|time|"
        r"when|where|location|venue|place|event|events|price|cost|language|"
        r"mehr(?: erfahren| infos?| lesen| informationen)?|weiter(?:lesen)?|"
        r"zur anmeldung|anmeld(?:en|ung)|jetzt anmelden|zum (?:event|termin|kurs)|"
        r"infos?(?: & anmeldung| und anmeldung)?|buchen|jetzt buchen|karten|"
        r"ausgebucht|datum(?: ?(?:und|&|/) ?(?:uhr)?zeit)?|uhrzeit|ort|termine?|"
        r"wann|wo|beginn|in den kalender|zum kalender.{0,20}|en savoir plus|"
        r"lire (?:la suite|plus)|plus d.infos?|s.inscrire|r[eé]server|inscription|"
        r"inscrivez-vous|lieu|quand|o[uù]|date et heure|m[aá]s informaci[oó]n|"
        r"leer m[aá]s|ver m[aá]s|inscr[ií]bete|inscripci[oó]n|reg[ií]strate|fecha|"
        r"hora|lugar|leggi (?:tutto|di pi[uù])|scopri(?: di pi[uù])?|iscriviti|"
        r"maggiori informazioni|luogo|quando|dove|data|lees (?:meer|verder)|"
        r"meer (?:info|informatie|lezen)|aanmelden|inschrijven|schrijf je in|"
        r"locatie|wanneer|waar|tijd|l[aä]s mer|anm[aä]l(?: dig| dig h[aä]r)?|boka|"
        r"l[æa]s mere|tilmeld(?: dig)?|les mer|meld deg p[åa]|sted|plats|tid|dato|"
        r"czytaj (?:wi[eę]cej|dalej)|wi[eę]cej|zapisz si[eę]|miejsce|kdy|kde|"
        r"v[ií]ce|p[rř]ihl[aá]sit se|registrace|lue lis[aä][aä]|ilmoittaudu|"
        r"paikka|aika|saiba mais|inscreva-se|inscri[cç][oõ]es|local|(?:(?:agenda|"
        r"minutes|video|audio|slides|presentations?|recording|documents?|packet|"
        r"notice)\W*)+|(?:register|sign up)\b.*|(?:early )?registration|for|to|"
        r"the|and|on|at|in|by|(?:meeting |board |approved |draft |final |amended |"
        r"full )*(?:agendas?|minutes|transcripts?|packet|notices?|summar(?:y|"
        r"ies))(?: (?:&|and) (?:agendas?|minutes))?(?: \(?pdf\)?)?|video|audio|"
        r"recording|slides|pdf|home|start|back|scheduled|tb[ad]|"
        r"to be (?:announced|confirmed|decided)|n\.? ?n\.?|protokolle?|einladung|"
        r"flyer|programm?e?|\(.{0,60}\)|(?:1st|2nd|3rd|4th|first|second|third|"
        r"fourth|last) \w+day|no meeting|upcoming(?: events?)?|next (?:events?|"
        r"meetings?|dates?)|past events?|all events|n[äa]chste (?:termine?|"
        r"veranstaltung(?:en)?)|today|tomorrow|new|online|in person|hybrid|"
        r"dates for (?:the|your) diary|"
        r"all day|ganzt[aä]gig|featured|free entry|eintritt frei|(?:latest )?past events?|"
        r"eintritt(?:spreise?)?|kosten|dauer|treffpunkt|teilnahmegeb[üu]hr|admission(?: prices?)?|"
        r"entry fee|line-?up|tarifs?|entr[ée]e(?: libre)?|precios?|prezzi|toegang|prijs|prijzen|"
        r"inkom"
    ),
)
"""Whole titles that name no event."""

AGENDA = Words(
    begun=(
        r"(?:lunch|coffee|tea break|break|keynote|registration opens|registration|"
        r"welcome(?: coffee)?|networking|closing remarks|wrap[- ]?up|q ?& ?a|"
        r"panel|opening remarks|doors open|mittagspause|kaffeepause|pause|"
        r"begr[üu][ßs]+ung|einlass|verabschiedung|ausklang|d[eé]jeuner|accueil|"
        r"pausa|comida|almuerzo|pauze|ontvangst|fika)\b"
    ),
)
"""What stands in the order of a day, where entries with times are no events of their own."""

DOORS = Words(
    begun=(
        r"(?:doors?|einlass|registration|check-?in|ouverture des portes|"
        r"apertura (?:porte|puertas)|puertas|insl[äa]pp|zaal open|deuren|"
        r"d[øo]rene?)\b[^\d]{0,16}$"
    ),
)
"""What stands before an hour at which nothing begins yet."""
ALL_DAY = Words(
    begun=(
        r"(?:all[- ]day|ganzt[äa]gig|toute la journ[ée]e|todo el d[ií]a|"
        r"tutto il giorno|hele dag(?:en)?|hela dagen|koko p[äa]iv[äa]|"
        r"cał?y dzie[ńn]|cel[ýy] den|o dia todo)\b"
    ),
)
USUALLY_AT = Words(
    begun=(
        r"(?:we meet|meets?|meetings|seminars|sessions|talks|lectures|"
        r"all (?:events|concerts|shows)|take place|"
        r"unless (?:otherwise )?(?:stated|noted)|jeweils|(?:alle|"
        r"unsere) (?:veranstaltungen|termine|treffen|vortr[äa]ge)|"
        r"treffen (?:wir )?uns|beginn ist|r[ée]unions? (?:ont|a) lieu|"
        r"nos reunimos|ci (?:incontriamo|troviamo)|wij? komen samen|vi tr[äa]ffas|"
        r"vi m[øo]des)\b[^.]{0,90}?\b(?:at|from|um|ab|[àa]|a las|alle|om|kl)\b"
    ),
)
"""Sentences that give the hour of all the events of a page."""
GENERIC_HEADING = Words(
    anywhere=(
        r"(?:news|aktuelles|actualit[ée]s|noticias|notizie|nieuws) (?:and|&|und|et|y|e|en) \w+|"
        r"(?:\w+ )?(?:term|semester|season|saison|spring|summer|autumn|fall|"
        r"winter|fr[üu]hjahr|fr[üu]hling|sommer|herbst|printemps|[ée]t[ée]|"
        r"automne|hiver|primavera|verano|oto[ñn]o|estate|autunno|inverno|"
        r"temporada|stagione|seizoen|v[åa]r|sommar|h[öo]st|sesong|s[æa]son|jaro|"
        r"podzim|wiosna|jesie[ńn]|kev[äa]t|"
        r"syksy)(?:programm?e?)?\s*(?:20\d\d)?(?:\s?[/–-]\s?\d{2,4})?|(?:(?:our|"
        r"all|the|upcoming|next|further|coming|future|more|other|public|related|"
        r"similar|featured|course|training|event|session|unsere|alle|n[äa]chsten?|"
        r"kommenden?|weiteren?|aktuellen?|nos|les|prochaine?s?|nuestros|los|"
        r"pr[óo]xim[oa]s|i|prossimi|onze|komende|v[åa]ra|kommande|vores|"
        r"kommende)\s+){0,3}(?:20\d\d )?(?:events?|dates?|concert|performance|"
        r"lecture|talk|calendar|schedule|sessions?|classes|courses?|workshops?|"
        r"webinars?|trainings?|seminars?|meetings?|meetups?|programme?|agenda|"
        r"diary|what.?s on|talks|concerts|gigs|tour dates|exhibitions|fixtures|"
        r"matches|walks|shows|performances|conferences|rallies|termin(?:e|"
        r"kalender|plan)?|veranstaltung(?:en|skalender)?|kurse|kurstermine|"
        r"seminare|schulungen|konzerte|vortr[äa]ge|spielplan|kalender|"
        r"[ée]v[ée]nements?|[ée]v[èe]nements?|dates|formations|concerts|ateliers|"
        r"rendez-vous|eventos|fechas|cursos|talleres|conciertos|calendario|eventi|"
        r"corsi|appuntamenti|date|concerti|evenementen|data|cursussen|"
        r"activiteiten|evenemang|kurser|konserter|arrangementer|wydarzenia|"
        r"terminy|akce|tapahtumat|kurssit)(?:\s*(?:&|and|und|et|y|e|en|och|"
        r"og)\s*\w+)?(?:\s*(?:in|for|im|f[üu]r)?\s*20\d\d(?:\s?[/–-]\s?\d{2,4})?)?"
    ),
)
"""Whole headings of lists of events, which name none of them."""
INVITES = Words(
    begun=(
        r"(?:join us|come (?:along|and|to)|(?:takes?|taking) place|"
        r"will be (?:held|hosting|hosted)|is being held|we(?: are|'re|"
        r"’re) (?:hosting|holding)|hosts?|invites?|register|meets?|held on|"
        r"save the date|doors open|statt(?:finden|findet)?|findet|laden (?:wir |"
        r"sie |euch )|einladen|anmeld|treffen wir|aura lieu|se tiendra|rejoignez|"
        r"inscri|tendr[aá] lugar|se celebrar[aá]|[uú]nete|si terr[aà]|"
        r"ti aspettiamo|vindt plaats|[aä]ger rum|v[aä]lkommen|finder sted|"
        r"afholdes|finner sted|odb[eę]dzie|zaprasza|se kon[aá]|probehne|"
        r"j[aä]rjestet|tervetuloa|realiza-se)\b"
    ),
)
"""Words of a sentence that invites to something."""
