"""They will not go on, or have chosen somebody else, in the languages that reps drop into; a "not yet" is no refusal."""

import re

from bot.reading.languages.againabroad import wants_no_calls

_FRENCH = (
    r"\bne?\s+(?:(?:vous|nous|leur)\s+)?(?:donn\w+|donne(?:ra|rons|ront))\s+(?:pas|plus|aucune)\s+suite\b|\bn['’](?:y\s+)?(?:iron[st]|ira|allons|vont|va)\s+pas\s+plus\s+loin\b"
    r"|\bne\s+(?:souhait|voul|veu|dés?ir)\w+\s+(?:pas|plus)\s+(?:donner\s+suite|poursuivre|continuer|aller\s+plus\s+loin)\b|\b(?:(?:on|nous|ils|elle|il)\s+)?(?:(?:ne\s+)?(?:poursui|continu)\w+\s+pas)\b(?!\s+avec\s+(?!vous\b))"
    r"|\b(?:part(?:ons|ent)?|sign\w+|travaill\w+)\s+(?:plutôt\s+)?avec\s+(?:un\s+(?:autre|concurrent)|la\s+concurrence|quelqu['’]un\s+d['’]autre)\b|\b(?:choisi|retenu|pris|préféré)\s+(?:un|une)\s+(?:autre|concurrent\w*)\b|\bon\s+s?['’]?arrête\s+(?:là|les\s+frais)\b|\bça\s+ne\s+se\s+fera\s+pas\b"
)
_ITALIAN = (
    r"\bnon\s+se\s+ne\s+fa(?:rà)?\s+(?:più\s+)?(?:niente|nulla)\b|\bnon\s+(?:procediamo|proseguiamo|procedono|proseguono|procederemo|proseguiremo|andiamo\s+avanti|vanno\s+avanti)\b(?!\s+con\s+(?!(?:l['’]|(?:il|la|lo|i|le|gli|questo|questa|voi|vostr[aoie])\b)))"
    r"|\b(?:abbiamo|ho|hanno|ha)\s+(?:scelto|preso|preferito)\s+(?:un\s+altr|un['’]altra|la\s+concorrenza|altri\b)"
)
_GERMAN = (
    r"\b(?:uns|sich|mich)\s+(?:leider\s+|nun\s+|doch\s+)*(?:anders|dagegen|gegen\s+(?:sie|euch|das|ihr|den|die)\b[\w\s]{0,30}?)\s*entschieden\b|\bverfolg\w+\s+(?:das|es|dies|die\s+sache|das\s+projekt|das\s+thema)\s+nicht\s+(?:mehr\s+)?weiter\b"
    r"|\b(?:wir|sie)\s+bleiben\s+(?:(?:beim?|bei\s+(?:dem|unserem|unserer))\s+(?:alten|bisherigen|jetzigen|aktuellen)\b|bei\s+(?!(?:dem|der|den|die|das|euch|ihnen|dir|uns|ihrem|ihrer|eurem|unserem|unserer|einem|einer)\b)[^\W\d]+[\s.!]*$)|\bkommt\s+(?:(?:das|dies|es)\s+)?(?:für\s+(?:uns|mich|sie|ihn)\s+)?(?:leider\s+)?nicht\s+(?:mehr\s+)?in\s?frage\b|\b(?:nehmen|nimmt)\s+(?:davon\s+)?abstand\b|\b(?:sehen|sieht)\s+davon\s+ab\b|\b(?:wir|sie)\s+verzichten(?:\s+(?:darauf|lieber|dankend))?[\s.!]*$|\b(?:nehmen|nimmt|gehen|geht|machen)\s+(?:es\s+|das\s+)?(?:mit|bei)?\s*(?:einem|einen|jemand)\s+anderen?\b(?=[\s.!]*$|\s+(?:anbieter|lieferanten|firma))|\bdaraus\s+wird\s+(?:leider\s+)?nichts\b|\b(?:machen|macht)\s+(?:da\s+|hier\s+)?nicht\s+(?:mehr\s+)?weiter\b"
)
_NORDIC = r"\b(?:går|gå)\s+(?:dessverre\s+|desværre\s+|tyvärr\s+)?(?:ikke|inte|icke)\s+(?:videre|vidare)\b|\b(?:går|gå)\s+(?:videre|vidare)\s+med\s+(?:en\s+ann[ae]n|en\s+anden|noen\s+andre|nogle\s+andre|någon\s+annan|konkurrenten)\b|\b(?:vi|de|han|hun|hon)\s+avstår[\s.!]*$|\b(?:står|stå)\s+over\b(?=[\s.!]*$)|\b(?:bestemt|bestämt)\s+(?:oss|os|seg|sig)\s+for?(?:r|ör)?\s+(?:en\s+ann[ae]n|en\s+anden)\b|\b(?:takker|takket|takkede|tackar|tackade)\s+(?:nei|nej)\b|\b(?:valgt|valde|valt|valgte)\s+(?:en\s+annen|en\s+anden|en\s+annan|noen\s+andre|konkurrenten)\b"
_ENDS = r"(?=[\s.!,]*$|\s+(?:desværre|dessverre|tyvärr|helaas|sorry|fordi|eftersom|därför|want|omdat|alligevel|likevel|ändå|toch)\b)"
_NORDIC += (
    rf"|\b(?:vi|de|han|hun|hon|jeg|jag)\s+(?:dropper|droppar|skippar|skipper|stryker|skrinlægger|skrinlegger)\s+(?:det|den|dette|detta|prosjektet|projektet|hele\s+greia|alt){_ENDS}|\b(?:hoppar|hopper)\s+över\s+(?:det|den|detta|projektet){_ENDS}"
    rf"|\b(?:vi|de|han|hun|hon)\s+(?:gør|gjør|gör)\s+det\s+(?:ikke|inte){_ENDS}|\b(?:det|der)\s+(?:blir|bliver)\s+(?:ikke\s+noe\s+av|ikke\s+til\s+noget|inget\s+av|inte\s+av){_ENDS}|\b(?:vi|de|han|hun|hon)\s+(?:lar\s+det\s+ligge|lader\s+det\s+ligge|låter\s+bli|avstår|avstår\s+fra\s+det){_ENDS}"
)
_IBERIAN = (
    r"\bno\s+(?:vamos\s+a\s+|van\s+a\s+)?(?:seguimos|siguen|seguir|seguiremos|continuamos|continuar|continuaremos)\s+(?:adelante|con\s+(?:esto|el\s+proyecto|ello))\b|\b(?:hemos|han|ha|he)\s+(?:elegido|escogido|optado\s+por|contratado)\s+(?:a\s+)?(?:otr[oa]|la\s+competencia)\b|\bnos\s+quedamos\s+con\s+(?:otr[oa]|el\s+(?:actual|de\s+siempre)|lo\s+que\s+tenemos)\b|\blo\s+descartamos\b"
    r"|^(?:não|nein|no|nei|nej|nee|non)[\s,]+(?:muito\s+)?(?:obrigad[oa]|danke|gracias|grazie|takk|tack|tak|dank|bedankt|merci)\b|\bnão\s+(?:vamos\s+)?(?:avançar|avançamos|seguir|prosseguir)\b|\bescolhemos\s+outr[oa]\b"
)
_DUTCH = rf"\b(?:gaan|gaat)\s+(?:hier\s+|er\s+|daar\s+)?niet\s+(?:mee\s+|meer\s+)*(?:verder|door)\b|\b(?:gaan|gaat)\s+(?:hier|er|daar)\s+(?:toch\s+)?niet\s+(?:op\s+in|voor){_ENDS}|\b(?:we|wij|ze|zij)\s+doen\s+het\s+(?:toch\s+)?niet{_ENDS}|\b(?:laten|laat)\s+het\s+(?:hierbij|zitten|varen){_ENDS}|\b(?:dat|het|dit)\s+wordt\s+(?:helaas\s+)?(?:niks|niets|hem\s+niet){_ENDS}|\b(?:zien|ziet)\s+(?:ervan|er\s+van)\s+af\b|\b(?:kiezen|kozen|gekozen|gaan)\s+(?:voor|met)\s+een\s+ander"
# "bórrenme de la lista": off our list is out of the deal.
_OFF_THE_LIST = (
    r"\b(?:bórr[ea]n?me|quít[ea]n?me|sáqu?[ea]n?me|retire[zr]-moi|enlevez-moi|supprimez-moi|toglietemi|cancellatemi|ta\s+(?:meg|mig|oss)|slett\s+meg|slet\s+mig|fjern\s+(?:meg|mig|oss|os)|haal\s+(?:me|mij|ons)|streich(?:en\s+sie|t)?\s+(?:mich|uns)|nehm(?:en\s+sie|t)\s+(?:mich|uns))\b"
    r".{0,25}\b(?:lista|liste|listen|lijst|listan|verteiler|base\s+de\s+datos)\b|\bne\s+(?:me\s+|nous\s+|m['’])?r?(?:appele[zr]|contacte[zr])\s+plus\b(?!\s+(?:avant|tôt))"
)
_SAY_NO = (
    r"\b(?:säger|sade|sier|siger|sagde|sagt|sagte|dit|dice|zegt|zei|diz|mówi)\s+(?:nej|nei|nein|non|nee|não|nie)\b"
)
_WONT = re.compile(
    f"{_SAY_NO}|{_FRENCH}|{_ITALIAN}|{_GERMAN}|{_NORDIC}|{_IBERIAN}|{_DUTCH}|{_OFF_THE_LIST}"
)  # of small letters
_NOT_YET = re.compile(
    r"\b(?:avant|pour\s+l['’]instant|pour\s+le\s+moment|cette\s+(?:semaine|année)|tant\s+que|encore|sans|si|noch\s+nicht|bevor|vor|erst|derzeit|momentan|im\s+moment|dieses\s+(?:jahr|quartal)|solange|ohne|wenn|falls|prima|per\s+ora|finché|senza|se\s+(?!ne\b)|per\s+il\s+momento"
    r"|antes|por\s+ahora|por\s+el\s+momento|hasta|todavía|sin|før|innan|nå|nu|ennå|ännu|endnu|i\s+år|uten|utan|uden|hvis|om|nog\s+niet|voorlopig|voordat|vóór|zonder|als|até|antes|ainda|sem)\b|\?",
    re.IGNORECASE,
)


# Another day, or another model of ours, is chosen as well.
_ANOTHER_OF_OURS = re.compile(
    r"\b(?:autre|altr[oa]|otr[oa]|outr[oa]|andere?[nrs]?|ander|annen|anden|annan)\s+(?:rendez-?vous|rdv|jour|date|créneau|moment|horaire|giorno|orario|appuntamento|data|momento|día|dia|fecha|hora|cita|tag|termin|dag|datum|tijd|dato|tid|tidspunkt|l[øö]sning\w*|oplossing|lösung|mod\w+|variant\w*|opción|opzione|option|version\w*|offre|taille)\b",
    re.IGNORECASE,
)


def declines_abroad(clause: str) -> bool:
    """ "on ne donne pas suite"; not "on ne donne pas suite avant juin"."""
    if wants_no_calls(clause):
        return True
    return bool(_WONT.search(clause.lower())) and not (_NOT_YET.search(clause) or _ANOTHER_OF_OURS.search(clause))
