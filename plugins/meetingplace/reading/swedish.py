"""Swedish words that editors write where keys, choices and folders are English, and a few English near misses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType


KEYS = """
address       : adress adresser gatuadress
aliases       : alias tidigare
all_day       : heldag heldagar hela_dagen
also          : även fler övriga andra
alt           : bildtext alternativtext beskrivning
amount        : belopp summa
attachments   : bilagor bilaga filer dokument
attendance    : deltagande närvaro mötesform medverkan
attends       : deltar
audience      : målgrupp publik för
author        : författare skribent
bring         : ta_med medtag
by            : av från
category      : kategori
came          : kom antal
captions      : textning undertexter
changes       : ändringar
consent       : samtycke gdpr medgivande
contact       : kontakt kontaktperson kontakter frågor
continues     : fortsättning fortsätter
cost          : kostnad pris avgift entré inträde biljett
count         : antal
covers        : omfattar täcker gäller
credit        : fotograf foto
date          : datum dag
deadline      : sista_dag sista sista_anmälningsdag anmälan_senast senast
discipline    : konstform genre
disciplines   : konstformer genrer
email         : epost e_post mejl mail e_mail mailadress
end           : slut slutar sluttid sluttider till
except        : utom undantag
file          : fil bild
food          : mat fika lunch förtäring
form          : mötestyp typ kategori category type
given         : gavs lämnat datum
hearing_loop  : hörslinga teleslinga slinga
host          : värd värdar värdinna arrangör arrangörer inbjudare organizer
hours         : tider telefontid
how           : hur
image         : bild bilder foto omslag
kind          : slag sort typ
lang          : språk
language      : språk
languages     : språk
lat           : latitud
links         : länkar länk
lon           : longitud long lng
modified      : ändrad uppdaterad
municipality  : kommun kommuner
name          : namn rubrik
note          : anmärkning kommentar notering obs info
offers        : erbjuder erbjudande
online        : digitalt online_länk zoom länk
organisation  : organization förening företag verksamhet arbetsplats
outcomes      : resultat utfall
paid          : betalt betald
participant   : deltagare
pay           : arvode ersättning gage lön
person        : namn vem slug
phone         : telefon tel telefonnummer mobil
place         : plats lokal ställe adress var location venue
places        : platser antal_platser antal
platform      : plattform verktyg
position      : koordinater läge
possibilities : möjligheter möjlighet
postcode      : postnummer
priorities    : prioriteringar
programme     : program programpunkter agenda schema
pronouns      : pronomen
public        : offentlig synlig
published     : publicerad publiceringsdatum
quiet_room    : vilrum tyst_rum
registration  : anmälan anmälning anmäla anmäl_dig signup
repeat        : upprepning upprepas återkommande
report        : rapport efteråt
required      : krävs obligatorisk
rhythm        : rytm
role          : roll roller
rule          : regel
scent_free    : doftfritt parfymfritt
seeks         : söker
series        : serie
sign_language : teckenspråk teckenspråkstolkning
since         : sedan
source        : källa
start         : datum starttid startar börjar startdatum när tid date klockan
state         : läge status
status        : läge
summary       : sammanfattning sammanfatning ingress beskrivning description excerpt
synonyms      : synonymer
term          : ord
terms         : ord ordlista termer
text          : beskrivning innehåll
time          : tid klockan klockslag kl
timezone      : tidszon
title         : titel rubrik namn
toilet        : toalett wc rwc handikapptoalett
topics        : ämne ämnen taggar tagg tags teman tema
town          : ort stad
travel        : resa hitta_hit hitta resväg
until         : till slut sluttid
updates       : uppdateringar uppdatering nyheter
url           : länk webb hemsida adress
web           : webb webbplats hemsida
welcome       : välkommen bemötande
wheelchair    : rullstol rullstolsanpassat hiss tillgänglig
where         : var rum
who           : deltagare medverkande gäster vilka vem participants
why           : varför
year          : år
access        : tillgänglighet tillgängligt
"""
CHOICES = """
archive       : arkiv
assignment    : uppdrag jobb gig
association   : förening föreningsliv ideell ideella
business      : företag företagare näringsliv
cancelled     : inställd inställt inställda avlyst avlyses
closed        : stängd stängt
collaboration : samarbete samarbeten samverkan
coming        : kommer ja
commissioner  : beställare uppdragsgivare
confirmed     : bekräftad bekräftat bestämt klart klar publicerad ok
contact       : kontakt kontaktuppgifter
declined      : tackat_nej avböjt avböjer nej
discipline    : konstform
draft         : utkast
exchange      : utbyte
facilitator   : moderator samtalsledare processledare ledare workshopledare
feeds         : flöden kalendrar
food          : mat fika lunch
form          : mötesform
full          : fullbokat fullt fullbokad
funder        : finansiär
funding       : finansiering bidrag stöd stipendium
hidden        : dold gömd olistad
host          : värd värdinna arrangör
hybrid        : både_och hybridmöte
independent   : fri fria frilans frilansare egenföretagare konstnär
invited       : inbjuden inbjudna tillfrågad
maybe         : kanske kommer_kanske kommer_eventuellt
name          : namn namnet
no            : nej falskt ingen false aldrig nej_tack
on-request    : på_begäran vid_behov på_förfrågan efter_överenskommelse
on-site       : på_plats plats fysisk fysiskt fysiskt_möte irl
online        : digital digitalt distans på_distans zoom teams nätet webben webbinarium
open          : öppen öppet
organisation  : förening företag grupp organization
panellist     : panel paneldeltagare panelist
participant   : deltagare deltar gäst
partly        : delvis
performer     : artist musiker dansare uppträder skådespelare
person        : människa
photo         : foto bild
postponed     : uppskjuten uppskjutet framflyttad framflyttat flyttad flyttat
profile       : profil
public        : offentlig kommun kommunal region myndighet
resource      : resurs
search        : sök sökning sökmotorer
skill         : färdighet kompetens
speaker       : talare föreläsare föredragshållare inledare
staff         : anställd anställda personal
tentative     : preliminär preliminärt
time          : tid arbetstid
topic         : ämne
travel        : resa resor
waiting-list  : väntelista kö reservlista
yes           : ja sant betalt
"""
FOLDERS = """
events         : event möten mötesplatser evenemang händelser kalender program
people         : personer person folk deltagare medverkande profiler
places         : platser plats lokaler lokal
municipalities : kommuner kommun
series         : serie serier
"""
ENDINGS = ("", "t", "a", "n", "s", "en", "et", "er", "ar", "na")
SHORTEST = 3


def _table(*tables: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in "".join(tables).strip().split("\n"):
        choice, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(word.replace("_", " "), []).append(choice.strip())
    return MappingProxyType({word: tuple(choices) for word, choices in found.items()})


MEANT = _table(KEYS, CHOICES, FOLDERS)
"""What a word may stand for, by the word: of several, the first that may stand in the place is meant."""


def meant(word: str, choices: Container[str]) -> str:
    """The first of `choices` that a Swedish word stands for, or an empty text.

    The word counts as it is, then without an ending, then each word of several.
    """
    for form in _forms(word):
        for choice in MEANT.get(form, ()):
            if choice in choices:
                return choice
    return ""


def _forms(word: str) -> Iterator[str]:
    plain = " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFC", word[:80]).casefold().strip()))
    yield plain
    for each in dict.fromkeys((plain, *plain.split(" "))):
        for ending in ENDINGS:
            stem = each.removesuffix(ending)
            if len(stem) >= SHORTEST and each.endswith(ending):
                yield stem
