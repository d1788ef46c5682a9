"""Words that tell nothing of what somebody cares for, folded as `text.fold` does it."""

from __future__ import annotations

# With what every invitation and every call is full of.
_ENGLISH = """
a about after again all also always am an and another any are around article as ask asked
asking asks at away back be because been before being best better between big both business
but by call called came can come coming company could day days did do does doing done down
each early else even evening event every everybody everyone everything few find first for
found free friday from full get gets getting give given go goes going good got great group
had has have he hear her here herself him himself his home hour hours how however i if in
insight into invitation invite is it its itself just keep keeping kind know known last late
later least less let like liked likes little long look looks lot made make makes making man
many may me meet meeting might mine minute minutes monday month months more morning most
much must my name near need needs never new news next no nobody none not nothing now of off
often old on once one only open or other our ours out over own page part past people please
put quite read really right said same saturday saw say says see seen send session she should
show since small so some somebody someone something soon still such sunday sure take taken
talk team tell than thank thanks that the their them themselves then there these they thing
things think this those three through thursday time to today together told tomorrow too took
tuesday two under until up upon us use used useful user using very via want wanted was way
ways we wednesday week weeks well went were what when where which while who whole whom whose
why will wish with within without work working works world would year years yes yesterday
yet you your yours yourself
"""
_GERMAN = """
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim
bereits besser bin bis bitte da dabei dafur damit danach dann das dass dazu dein dem den
denn der des dich die dies diese diesem diesen dieser dieses dir doch dort durch ein eine
einem einen einer eines einfach einige er es etwas euch euer fur gab ganz geben gegen gehen
geht gerne gibt gut gute guten habe haben hat hatte herzlich hier hin ich ihm ihn ihnen ihr
ihre ihrem ihren ihrer im immer ins ist ja jahr jahre jede jeden jeder jedes jetzt kann kein
keine keinen kommen konnen konnte mal man mehr mein meine mich mir mit mochte muss nach
nachste nachsten neu neue neuen neuer neues nicht nichts noch nun nur ob oder ohne sagt
sagte schon sehr sein seine seit sich sie sind so soll sollen sowie tag tage uber uhr um und
uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war waren warum
was weil weiter welche wenn wer werden wie wieder will willkommen wir wird wo woche worden
wurde wurden zu zum zur zwei zwischen
"""
_FRENCH = """
afin ai ainsi alors annee ans apres aucun aussi autre autres aux avant avec avoir beaucoup
bien bienvenue bon bonne ce cela celle celui ces cet cette ceux chaque chez comme comment
dans de depuis des deux donc dont du elle elles en encore entre est et etait etre eu faire
fait fois ici il ils je jour jours jusqu la le les leur leurs lors lui ma mais meme mes moi
moins mois mon ne nos notre nous nouveau nouveaux nouvelle nouvelles on ont ou par parce pas
peu peut plus pour pourquoi pouvez propos quand que quel quelle quelles quels qui quoi sa
sans se semaine ses si sont sous sur ta te tes toi tous tout toute toutes tres trop tu un
une vers voici voir vos votre vous
"""
# What pages are made of, in all three.
_PAGES = """
accueil agb anmelden blog click com contact contacts cookie cookies copyright datenschutz
faq homepage http https impressum inscription kontakt link links login mentions menu net
newsletter online org privacy register reserved rights signup site startseite subscribe
terms veranstaltung veranstaltungen webseite welcome www
"""

STOP = frozenset(f"{_ENGLISH} {_GERMAN} {_FRENCH} {_PAGES}".split())
