"""The words of the languages that reps drop into: one row a language, and all that is read of it is in its row.

To add a language, add a row; what a rule needs of it and is not there is never read. Words are in small letters, parted
by blanks; an underscore stands for a blank within one. A form of an act with "+" is parted: "ringer+upp" is "ringer … upp".
"""

from typing import NamedTuple


class Tongue(NamedTuple):
    """`acts`: what is done in English, and its forms: of I, she, we, they and "to"; the last stands for those left out."""

    i: str
    we: str
    they: str
    acts: dict[str, str]
    will: str = ""  # before an act that stands as in "to send"
    ought: str = ""  # a rep notes by it what is to be done
    is_turned: bool = True  # "the offer send I": the verb stands before who acts where anything else comes first
    call: str = ""  # as one asks for it, and as in "to call"
    called: str = ""  # as one is called
    rang: str = ""  # as it is told of a call that was made
    no_calls: str = ""  # "stop", before "calling"
    yes: str = ""  # as they agree to all of it, nothing behind it
    meet: str = ""  # as I meet them, and as in "to meet"
    meeting: str = ""  # with them: the word, and the one behind it
    again: str = ""
    them: str = ""  # who is called, and fillers that say nothing: left out behind "call again"
    not_: str = ""
    more: str = ""
    numbers: str = ""  # from one on
    within: str = ""  # before "14 days"
    day: str = ""
    week: str = ""
    month: str = ""
    of_next: str = ""
    of_this: str = ""
    next_week: str = ""  # said without the word for a week, or behind it
    early: str = ""
    mid: str = ""
    end: str = ""
    of: str = ""  # between "the end" and its month
    month_end: str = ""
    weekend: str = ""
    christmas: str = ""
    easter: str = ""
    new_year: str = ""
    the: str = ""
    on: str = ""
    by: str = ""
    before: str = ""
    after: str = ""
    over: str = ""  # behind a feast
    since: str = ""
    until: str = ""  # back on that day
    through: str = ""  # away on that day as well
    at: str = ""  # before an hour, where it is no word of another tongue
    today: str = ""
    tomorrow: str = ""
    overmorrow: str = ""
    marks: str = ""  # by these it is known where its word for a week is ours as well
    half: str = ""  # "half three" is half past two
    is_: str = ""
    away: str = ""
    back: str = ""
    to_us: str = ""  # behind "comes"
    comes: str = ""


DUTCH = Tongue(
    i="ik", we="wij we", they="hij zij ze",
    acts={
        "send": "stuur stuurt sturen, verstuur verstuurt versturen, mail mailt mailen, stuur+door stuurt+door sturen+door",
        "deliver": "lever levert leveren, lever+aan levert+aan aanleveren", "bring": "breng brengt brengen", "give": "geef geeft geven",
        "pay": "betaal betaalt betalen, maak+over maakt+over overmaken", "sign": "teken tekent tekenen, onderteken ondertekent ondertekenen",
        "check": "controleer controleert controleren, bekijk bekijkt bekijken, zoek+uit zoekt+uit uitzoeken", "confirm": "bevestig bevestigt bevestigen",
        "approve": "keur+goed keurt+goed goedkeuren", "order": "bestel bestelt bestellen", "decide": "beslis beslist beslissen, besluit besluit besluiten",
        "answer": "antwoord antwoordt antwoorden, reageer reageert reageren", "book": "boek boekt boeken, reserveer reserveert reserveren",
        "prepare": "maak _ maken, maak+klaar maakt+klaar klaarmaken", "price": "prijs _ _", "call": "bel belt bellen", "get back to us": "_ koppelt+terug _",
    },
    will="zal zullen gaat ga gaan", ought="moet moeten", call="bel bellen terugbellen probeer proberen", called="gebeld benaderd gecontacteerd", no_calls="stop_met hou_op_met", yes="akkoord we_gaan_akkoord wij_gaan_akkoord we_zijn_akkoord wij_zijn_akkoord gaat_akkoord gaan_akkoord doen_we doen_we_het we_doen_het wij_doen_het we_gaan_ervoor wij_gaan_ervoor we_nemen_het", meet="zie spreek bezoek ontmoet zien spreken bezoeken ontmoeten", meeting="afspraak_met overleg_met bezoek_aan gesprek_met", rang="belde belden gebeld telefoneerde telefoneerden belde_terug teruggebeld heeft_gebeld", again="terug weer opnieuw nog_eens nog_een_keer",
    them="hem haar ze me mij ons even maar dan graag s.v.p. svp er daar wel", not_="niet geen", more="meer", numbers="een twee drie vier vijf zes zeven acht negen tien elf twaalf",
    within="over", day="dag dagen", week="week weken wk", month="maand maanden", of_next="volgende komende", of_this="deze", next_week="",
    early="begin", mid="midden half medio", end="eind einde ultimo", of="van_de van_het van der", month_end="maandeinde", weekend="weekend weekeinde",
    christmas="kerst kerstmis kerstvakantie", easter="pasen", new_year="nieuwjaar oud_en_nieuw", the="de het den", on="op", by="uiterlijk tegen", before="voor vóór", after="na",
    since="vanaf van", until="tot", through="tot_en_met t/m", today="vandaag", overmorrow="overmorgen", half="half", marks="uur u een twee drie vier het voor na tot eind einde",
    is_="is zijn ben", away="op_vakantie met_vakantie vakantie afwezig er_niet niet_aanwezig niet_op_kantoor weg ziek ziekgemeld met_verlof op_reis vrij op_de_beurs op_beurs op_cursus", back="terug weer_terug weer_aanwezig weer_bereikbaar weer_op_kantoor",
    comes="komt komen", to_us="naar_ons bij_ons_langs bij_ons langs",
)  # fmt: skip

_SCANDINAVIAN_ACTS = {
    "send": "sender sende, mailer maile", "deliver": "leverer levere", "bring": "bringer bringe, tar+med", "pay": "betaler betale",
    "sign": "signerer signere, undertegner undertegne, underskriver underskrive, skriver+under skrive+under",
    "check": "sjekker sjekke, tjekker tjekke, kontrollerer kontrollere, undersøger undersøge, undersøker undersøke", "confirm": "bekrefter bekrefte, bekræfter bekræfte",
    "approve": "godkjenner godkjenne, godkender godkende", "order": "bestiller bestille", "decide": "bestemmer bestemme, beslutter beslutte, avgjør avgjøre, afgør afgøre",
    "answer": "svarer svare", "book": "booker booke", "give": "gir gi, giver give", "prepare": "forbereder forberede, lager lage, laver lave", "call": "ringer ringe", "get back to us": "vender+tilbage, kommer+tilbake",
}  # fmt: skip
DANISH = Tongue(
    i="jeg", we="vi", they="han hun de", acts=_SCANDINAVIAN_ACTS, will="vil skal", ought="", call="ring ringe prøv prøve", called="ringet kontaktet", no_calls="lad_være_med_at hold_op_med_at stop_med_at slutt_å slutt_med_å", yes="vi_er_med vi_slår_til vi_siger_ja vi_sier_ja vi_går_med_på_det vi_godkender det_gør_vi vi_gør_det vi_kjører vi_kjører_på vi_går_for_det det_gjør_vi vi_gjør_det", meet="møder mødes_med møte møter besøger besøker besøge besøke mødes_med treffer treffe ser", meeting="møde_med møte_med aftale_med avtale_med besøg_hos besøk_hos", rang="ringede ringte ringet har_ringet", again="igen tilbage op_igen",
    them="ham hende dem mig os lige bare gerne så da op venligst", not_="ikke", more="mere", numbers="en to tre fire fem seks syv otte ni ti elleve tolv", within="om",
    day="dag dage", week="uge uger ugen", month="måned måneder måneden", of_next="næste", of_this="denne", early="primo starten begyndelsen", mid="medio midten", end="ultimo slutningen udgangen", of="af",
    month_end="månedsslut månedsskiftet", weekend="weekenden weekend", christmas="jul julen juleferien", easter="påske påsken påskeferien", new_year="nytår", the="den det d.", on="på om", by="senest inden", before="før",
    after="efter", since="fra", until="til", through="til_og_med t.o.m.", today="i_dag idag", tomorrow="i_morgen imorgen", overmorrow="i_overmorgen overmorgen", half="halv",
    is_="er", away="på_ferie ferie væk syg sygemeldt fraværende bortrejst ikke_på_kontoret på_barsel på_messe på_kursus på_rejse", back="tilbage", comes="kommer", to_us="til_os forbi på_besøg ud_til_os",
)  # fmt: skip
NORWEGIAN = DANISH._replace(
    again="igjen tilbake opp_igjen på_nytt", them="ham henne dem meg oss han da så gjerne bare opp", more="mer mere", numbers="en to tre fire fem seks sju åtte ni ti elleve tolv",
    day="dag dager", week="uke uker uken uka", month="måned måneder måneden", of_next="neste kommende", next_week="til_uka til_uken uka_som_kommer",
    early="primo starten begynnelsen", end="ultimo slutten utgangen", of="av", over="over", month_end="månedsslutt månedsskiftet", weekend="helgen helga helg", christmas="jul jula julen juleferien", easter="påske påsken påska", new_year="nyttår nyåret",
    by="senest innen", after="etter", through="til_og_med t.o.m.", tomorrow="i_morgen i_morra imorgen", overmorrow="i_overmorgen overmorgen",
    away="på_ferie ferie påskeferie vinterferie sommerferie juleferie borte bortreist syk sykmeldt fraværende ikke_på_kontoret i_permisjon på_messe på_kurs på_reise", back="tilbake", to_us="til_oss forbi innom på_besøk",
)  # fmt: skip
SWEDISH = Tongue(
    i="jag", we="vi", they="han hon de dom",
    acts={
        "send": "skickar skicka, mejlar mejla, mailar maila, sänder sända", "deliver": "levererar leverera", "bring": "tar+med", "pay": "betalar betala",
        "sign": "signerar signera, undertecknar underteckna, skriver+under skriva+under, skriver+på skriva+på", "check": "kollar kolla, kontrollerar kontrollera, undersöker undersöka",
        "confirm": "bekräftar bekräfta", "approve": "godkänner godkänna", "order": "beställer beställa", "decide": "beslutar besluta, bestämmer bestämma", "answer": "svarar svara",
        "book": "bokar boka", "give": "ger ge", "prepare": "förbereder förbereda", "call": "ringer ringa", "get back to us": "återkommer återkomma, hör+av",
    },
    will="ska skall", call="ring ringa prova försök", called="uppringd kontaktad", no_calls="sluta sluta_att låt_bli_att", yes="vi_kör vi_kör_på vi_slår_till vi_säger_ja vi_godkänner det_gör_vi vi_gör_det vi_är_med kör_på_det", meet="träffar träffa besöker besöka möter möta", meeting="möte_med besök_hos", rang="ringde ringt har_ringt", again="igen tillbaka upp_igen på_nytt", them="honom henne dem mig oss då gärna bara upp", not_="inte ej", more="mer",
    numbers="en två tre fyra fem sex sju åtta nio tio elva tolv", within="om", day="dag dagar", week="vecka veckor veckan", month="månad månader månaden", of_next="nästa kommande", of_this="denna", next_week="till_veckan",
    early="början", mid="mitten", end="slutet", of="av på", month_end="månadsskiftet månadsslutet", weekend="helgen helg", christmas="jul julen jullovet", easter="påsk påsken", new_year="nyår nyåret", the="den det",
    on="på", by="senast innan", before="före", after="efter", since="från", until="till", through="till_och_med t.o.m. tom", today="idag i_dag", tomorrow="imorgon i_morgon", overmorrow="i_övermorgon övermorgon", half="halv",
    is_="är", away="på_semester semester borta bortrest sjuk sjukskriven ledig föräldraledig tjänstledig frånvarande inte_på_kontoret på_mässa på_kurs på_resa", back="tillbaka åter", comes="kommer", to_us="till_oss förbi på_besök ut_till_oss",
)  # fmt: skip
GERMAN = Tongue(
    i="ich", we="wir", they="er sie",
    acts={
        "send": "schicke schickt schicken, schick _ _, sende sendet senden, maile mailt mailen, übermittle übermittelt übermitteln", "deliver": "liefere liefert liefern",
        "bring": "bringe bringt bringen, besorge besorgt besorgen", "pay": "überweise überweist überweisen, zahle zahlt zahlen, bezahle bezahlt bezahlen", "give": "gebe gibt geben",
        "price": "kalkuliere _ kalkulieren, rechne _ rechnen", "prepare": "erstelle erstellt erstellen, bereite _ vorbereiten, mache _ machen", "make": "_ macht _",
        "sign": "unterschreibe unterschreibt unterschreiben, unterzeichne unterzeichnet unterzeichnen", "check": "prüfe prüft prüfen, kläre klärt klären",
        "confirm": "bestätige bestätigt bestätigen", "approve": "genehmige genehmigt genehmigen, gibt+frei gibt+frei freigeben", "order": "bestelle bestellt bestellen", "decide": "entscheide entscheidet entscheiden",
        "answer": "antworte antwortet antworten", "book": "buche bucht buchen", "call": "rufe ruft anrufen, ruf _ _, telefoniere _ telefonieren, _ meldet _",
    },
    will="wird werde werden", ought="soll muss", call="anrufen rufen anzurufen melden probieren probier probiers versuchen versuch versuchs nachfassen kontaktieren zurückrufen", called="angerufen kontaktiert", no_calls="hören_sie_auf hör_auf", yes="einverstanden wir_machen_das wir_machen_es wir_sind_dabei machen_wir wir_nehmen_es", meet="treffe besuche treffen besuchen sehe", meeting="termin_mit gespräch_mit treffen_mit besuch_bei", rang="rief rief_an angerufen hat_angerufen telefonierte", again="wieder nochmal nochmals noch_mal noch_einmal erneut zurück",
    them="ihn sie ihr ihm ihnen es mich uns bitte dann da mal ich wir dort an", not_="nicht nie kein keine", more="mehr", numbers="ein/eine/einem/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", within="in",
    day="tag tage tagen", week="woche wochen", month="monat monate monaten", of_next="nächste nächster nächsten kommende kommender kommenden", of_this="diese dieser diesen", early="anfang", mid="mitte", end="ende", of="der des",
    month_end="monatsende", weekend="wochenende", christmas="weihnachten", easter="ostern", the="den dem der das die", on="am", by="bis bis_zum bis_spätestens spätestens", before="vor vorm", after="nach",
    since="vom ab von", through="bis bis_zum", today="heute", overmorrow="übermorgen", half="halb", is_="ist sind bin", away="im_urlaub in_urlaub nicht_da nicht_im_büro nicht_erreichbar abwesend außer_haus verreist krank krankgeschrieben weg unterwegs in_elternzeit auf_reisen auf_messe auf_der_messe auf_geschäftsreise auf_dienstreise auf_schulung auf_fortbildung auf_montage im_ausland im_krankenhaus", back="zurück wieder wieder_da wieder_zurück wieder_erreichbar wieder_im_büro wieder_im_haus wieder_verfügbar", comes="kommt kommen", to_us="zu_uns vorbei her",
)  # fmt: skip
FRENCH = Tongue(
    i="je j'", we="nous", they="il elle ils elles on", is_turned=False,
    acts={
        "send": "envoie envoie envoyons envoient envoyer, renvoie renvoie renvoyons renvoient renvoyer, transmets transmet transmettons transmettent transmettre, expédie expédie expédions expédient", "bring": "apporte apporte apportons apportent, amène amène amenons amènent",
        "deliver": "livre livre livrons livrent", "price": "chiffre _ _, calcule _ _", "give": "donne donne donnons donnent", "prepare": "prépare _ préparons _", "make": "_ fait _", "pay": "_ paie _ paient, _ règle _ règlent", "sign": "signe signe signons signent signer",
        "check": "vérifie vérifie vérifions vérifient vérifier", "confirm": "confirme confirme confirmons confirment", "approve": "_ valide _ valident, _ approuve _ approuvent", "order": "_ commande _ commandent", "decide": "_ décide _ décident",
        "answer": "_ répond _ répondent", "call": "rappelle rappelle _ rappellent, appelle appelle _ appellent",
    },
    yes="d'accord_on_y_va on_y_va on_est_partants on_est_partant on_prend", meet="rencontre vois visite rencontrer voir visiter", meeting="rdv_avec rendez-vous_avec réunion_avec", rang="a_appelé a_rappelé a_téléphoné appelait", call="rappelez rappelle rappeler appelez appeler recontactez", them="moi nous", not_="pas", more="", numbers="un/une deux trois quatre cinq six sept huit neuf dix onze douze", within="dans", day="jours", week="semaine semaines", month="mois",
    end="fin", of="du de de_la", weekend="week-end", christmas="noël", easter="pâques", the="le la", by="d'ici", before="avant", after="après", since="à_partir_du du", through="jusqu'au jusqu'à", is_="est suis", away="absent absente en_congé en_congés en_vacances malade en_déplacement en_formation en_salon au_salon en_voyage", back="de_retour retour",
)  # fmt: skip
SPANISH = Tongue(
    i="yo", we="nosotros nosotras", they="él ella ellos ellas", is_turned=False,
    acts={
        "send": "envío envía enviamos envían enviar, devuelvo devuelve devolvemos devuelven devolver, mando manda mandamos mandan mandar, paso _ _", "bring": "llevo _ llevamos _, traigo trae _ traen", "deliver": "entrego entrega _ entregan", "give": "doy da _ dan", "price": "calculo _ _",
        "prepare": "preparo _ preparamos _", "make": "_ hace _", "pay": "_ paga _ pagan", "sign": "firmo firma firmamos firman firmar", "check": "reviso revisa revisamos revisan", "confirm": "_ confirma _ confirman", "approve": "_ aprueba _ aprueban", "order": "_ pide _ piden",
        "decide": "_ decide _ deciden", "answer": "_ responde _ responden", "call": "llamo llama _ llaman",
    },
    no_calls="dejen_de deje_de deja_de", yes="adelante_con_ello de_acuerdo_adelante nos_lo_quedamos", meet="visito veo visitar ver", meeting="reunión_con cita_con visita_a", rang="llamó ha_llamado telefoneó", call="llames llame llamen llamar llámame llámeme", them="me nos ni por_favor", not_="no ni", more="más", numbers="un/una dos tres cuatro cinco seis siete ocho nueve diez once doce", within="en dentro_de", day="días", week="semana semanas", month="mes meses",
    end="a_fin a_finales finales fin", of="de", month_end="", weekend="fin_de_semana", christmas="navidad navidades", easter="semana_santa", the="el la las", before="antes_de hasta", after="después_de tras", since="a_partir_del del", through="hasta hasta_el", is_="está estoy", away="de_vacaciones fuera de_baja", back="de_vuelta",
)  # fmt: skip
ITALIAN = Tongue(
    i="io", we="noi", they="lui lei loro", is_turned=False,
    acts={
        "send": "invio invia inviamo inviano inviare, rimando rimanda rimandiamo rimandano rimandare, ridò ridà ridiamo ridanno ridare, restituisco restituisce restituiamo restituiscono restituire, mando manda mandiamo mandano mandare", "bring": "porto porta portiamo portano", "deliver": "consegno consegna _ consegnano", "price": "calcolo _ _", "give": "_ dà _ danno", "prepare": "preparo _ prepariamo _", "make": "_ fa _",
        "pay": "_ paga _ pagano", "sign": "firmo firma firmiamo firmano firmare", "check": "verifico verifica _ verificano", "confirm": "_ conferma _ confermano", "approve": "_ approva _ approvano", "order": "_ ordina _ ordinano", "decide": "_ decide _ decidono",
        "answer": "_ risponde _ rispondono", "call": "chiamo chiama _ chiamano",
    },
    no_calls="smettetela_di smetta_di", yes="d'accordo_procediamo procediamo andata", meet="incontro visito incontrare visitare", meeting="riunione_con appuntamento_con incontro_con", rang="ha_chiamato ha_telefonato chiamò", call="chiamare richiamare chiamate chiami richiami", them="mi ci la lo", not_="non", more="più", numbers="un/una due tre quattro cinque sei sette otto nove dieci undici dodici", within="tra fra", day="giorni", week="settimana settimane", month="mese mesi",
    end="fine", of="del della",     weekend="fine_settimana", christmas="natale", easter="pasqua", the="il la", by="entro", before="prima_di prima_del", after="dopo", since="a_partire_dal dal", through="fino_al fino_a", is_="è sono", away="in_ferie assente malato malata in_fiera in_viaggio in_trasferta", back="di_ritorno",
)  # fmt: skip
POLISH = Tongue(
    i="ja", we="my", they="on ona", is_turned=False, away="na_urlopie na_zwolnieniu chory chora", back="z_powrotem", rang="zadzwonił zadzwoniła dzwonił dzwoniła oddzwonił oddzwoniła",
    acts={
        "send": "wyślę wyśle wyślemy, prześlę prześle prześlemy, _ przyśle _, _ odeśle _, _ wysyła _, _ odsyła _, _ przesyła _", "sign": "_ podpisze _, _ podpisuje _", "check": "_ sprawdzi _, _ sprawdza _", "order": "_ zamówi _, _ zamawia _", "call": "zadzwonię zadzwoni _, dzwonię _ _, _ oddzwoni _",
        "pay": "_ zapłaci _, _ płaci _", "confirm": "_ potwierdzi _, _ potwierdza _", "decide": "_ zdecyduje _, _ decyduje _", "approve": "_ zatwierdzi _, _ zaakceptuje _", "answer": "_ odpowie _", "give": "_ da _",
    },
    on="w", today="dzisiaj", tomorrow="jutro", weekend="weekend", at="o o_godz. o_godzinie", marks="dzwonię zadzwonię wyśle wyślę podpisze poniedziałek wtorek środę czwartek piątek",
)  # fmt: skip

TONGUES = (DUTCH, DANISH, NORWEGIAN, SWEDISH, GERMAN, FRENCH, SPANISH, ITALIAN, POLISH)


def words_of(row: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in row.split())
