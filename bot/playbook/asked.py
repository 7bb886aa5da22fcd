"""What their words seem to ask for: to be left alone, or to go ahead. Nothing is done by it; the rep is asked."""

import re

from bot.arrivals import HERE, is_spoiled

_REACH = r"(?:call|contact|write|email|e-mail|ring|phone|bother)"
_REACHING = r"(?:calling|writing|emailing|contacting|ringing|phoning|bothering)"
_REACHED = r"(?:called|contacted|rung|emailed|e-mailed|mailed|written\s+to|phoned|bothered|disturbed|texted|messaged|approached|chased|hounded)"
_US = r"(?:us|me|them|her|him|you)"
_DETAILS = r"(?:data|details|number|address|info|name)"
_LIST = (
    r"(?:our|the|your|any|all)\s+(?:(?:mailing|call|calling|contact|e-?mail|phone|marketing|sales|customer)\s+)?lists?"
)
_FOR_GOOD = r"(?:\s+(?:again|any\s?more|any\s+longer|ever|at\s+all|please|now))*"
# Behind it nothing may stand that makes it another time or way: "before April", "at home", "his assistant".
_ENDS = rf"{_FOR_GOOD}(?=\s*(?:[.,;!?'\"”’)]|$|\band\b|\bbut\b))"
# "ikke ring mer", "wil niet meer gebeld worden", "bórrenme de la lista"; with a day behind it another time is asked for.
_NO_MORE_ABROAD = re.compile(
    r"(?:\b(?:niet\s+meer\s+(?:ge)?bel(?:d|len)|bel\s+(?:me\s+|mij\s+|ons\s+)?niet\s+meer|(?:ikke|inte)\s+ringa?e?\s+(?:\w+\s+)?mere?|ringa?e?\s+(?:\w+\s+)?(?:ikke|inte)\s+(?:\w+\s+)?mere?|inte\s+bli\s+uppringd|nicht\s+mehr\s+(?:angerufen|anrufen|kontaktiert)|no\s+(?:me\s+|nos\s+)?llam\w+\s+más(?!\s+(?:tarde|adelante))|ne\s+(?:me\s+|nous\s+)?r?appele[zr]\s+plus|non\s+(?:mi\s+|ci\s+)?(?:ri)?chiam\w+\s+più)\b"
    r"|\b(?:lad\s+være\s+med|(?:hold\s+op|stop|slutt)\s+med|slutt|sluta|låt\s+bli|(?:stop|hou\s+op)\s+met|hör(?:en\s+sie)?\s+(?:bitte\s+)?auf)\s+(?:(?:att?|å|te|zu|mich|uns|mij|me|mig|meg)\s+){0,2}(?:ringa?e?|bellen|anzurufen|kontakt[ae]r?e?)\b"
    r"|\b(?:b[oó]rr[ea]n?me|quít[ea]n?me|retire[zr]-moi|ta\s+(?:meg|mig|oss)|slett?\s+m[ei]g|haal\s+(?:me|mij|ons)|streichen\s+sie\s+(?:mich|uns))\b[^;,.]{0,25}\b(?:lista|liste|listen|listan|lijst|verteiler)\b)(?!.{0,20}\b(?:før|före|innan|vor|voor|avant|antes|hasta|prima)\b)",
    re.IGNORECASE,
)
_LEAVE_US = re.compile(
    rf"(?<!n't )(?<!n’t )(?<!not )\b(?:take|remove|delete|strike|get)\s+(?:me|us|my\s+\w+|our\s+\w+)\s+(?:off|from)\b"
    rf"|(?<!n't )(?<!n’t )(?<!not )\b(?:take|remove|delete|strike|get)\s+(?!(?:it|that|this|the|these|those|an?)\b)(?:\w+\s+)?\w+\s+(?:off|from)\s+{_LIST}{_ENDS}"
    rf"|\bwants?\s+(?:to\s+(?:be|come|get)\s+)?off\s+{_LIST}{_ENDS}|\bopt(?:s|ed|ing)?\s+out{_ENDS}"
    rf"|\b(?:delete|erase|remove)\s+(?:my|our|his|her|their)\s+{_DETAILS}\b"
    rf"|\b(?:to\s+be|be)\s+(?:taken\s+off|removed\s+from|deleted\s+from)\s+(?:our|the|your|any|all)\s+\w*\s?lists?\b"
    rf"|\b(?:stop|quit)\s+{_REACHING}(?:\s+{_US})?{_ENDS}"
    rf"|\b(?:do\s+not|don['’]?t|never)\s+{_REACH}(?:\s+{_US})?\s+(?:ever\s+)?(?:again|any\s?more){_ENDS}"
    rf"|\b(?:does|do|did)\s?(?:n['’]?t|\s?not)\s+want\s+(?:us|me|you)\s+to\s+{_REACH}(?:\s+{_US})?{_ENDS}"
    rf"|\b(?:asked|told|wants?)\s+(?:us|me)\s+(?:not\s+to\s+{_REACH}(?:\s+{_US})?|to\s+stop){_ENDS}"
    rf"|\bnot\s+(?:to\s+)?be\s+{_REACHED}{_ENDS}|\b(?:(?:does|do|did)\s?(?:n['’]?t|\s?not)|no\s+longer|never)\s+wants?\s+(?:to\s+be|being)\s+{_REACHED}{_ENDS}"
    rf"|\bplease\s+(?:do\s+not|don['’]?t|never)\s+{_REACH}(?:\s+{_US})?{_ENDS}"
    rf"|\b(?:leave\s+(?:me|us)|(?:be|being)\s+left)\s+(?:alone|in\s+peace)\b|\bunsubscribe\b|\blose\s+(?:my|our|her|his|their)\s+number\b"
    rf"|\bno\s+(?:interest|interested)\s+in\s+hearing\s+from\s+{_US}|\bnot\s+interested\s+in\s+hearing\s+from\s+{_US}{_ENDS}"
    rf"|\b(?:does|do)\s?(?:n['’]?t|\s?not)\s+want\s+to\s+hear\s+(?:from\s+(?:us|me|you)|anything\s+(?:more|from\s+(?:us|me))){_ENDS}"
    rf"|\b(?:no|any)\s+more\s+(?:calls|emails|e-mails|letters|contact|messages)(?:\s+from\s+(?:us|me|you))?{_ENDS}",
    re.IGNORECASE,
)
_YES_ALONE = re.compile(
    r"^yes\b[\s!.]*(?:$|[,!.]?\s*(?=(?:we|they|let['’]?s)\s+(?:want\s+to\s+)?go\s+ahead\b))", re.IGNORECASE
)
_STOPS = r"(?=\s*(?:[.,;!]|$|\band\b))"
_YES = re.compile(
    rf"\b(?:(?:said|says)\s+(?:a\s+)?(?:big\s+|clear\s+)?yes|(?:it|that)(?:['’]s|\s+is|\s+was)\s+a\s+(?:clear\s+|verbal\s+)?yes){_STOPS}|\bverbal\s+yes\b"
    rf"|\b(?:want|wants)\s+to\s+go\s+ahead(?:\s+with\s+(?:us|you|it|the\s+(?:deal|order|contract)))?{_STOPS}"
    rf"|\b(?:are|is|['’]re|['’]s)\s+going\s+(?:ahead|with\s+us){_STOPS}|\b(?:we|they|let['’]?s)\s+go\s+ahead(?:\s+with\s+(?:us|you))?{_STOPS}"
    rf"|\b(?:deal|order|contract|job|business)(?:\s+is|['’]s)\s+ours{_STOPS}|\bwe\s+(?:won|got|have)\s+(?:it|(?:the|a)\s+(?:deal|order|contract|job)){_STOPS}"
    rf"|\bgave\s+(?:us|me)\s+the\s+go-?\s?ahead\b|\b(?:chose|picked)\s+us{_STOPS}",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^(?!.*\b(?:nda|non-?disclosure|forms?|timesheets?|visitors?|register|petition|lease|card|minutes|delivery|parcel|letter)\b.*)"
    r"(?!.*\b(?:wants?|needs?|to\s+be|to\s+get|gets?|will|before|once|as\s+soon)\b)(?!.*\bsigned\s+(?:up|in|on|out|with\s+(?!us\b)|for\s+(?:a|the)\s)).*\bsigned\b",
    re.IGNORECASE,
)  # and no plain order: whether it is one is asked
_NO_YES = re.compile(
    r"n['’]t\b|\b(?:not|dont|doesnt|hasnt|didnt|won['’]?t|never|no|nothing|none|nobody|neither|if|when|once|unless|until|whether|might|may|would|could|should|asked|hopes?|almost|nearly|but)\b",
    re.IGNORECASE,
)


_ORDER_CAME = re.compile(
    rf"^(?:(?:and|but|then|so)\s+)*(?:(?:(?:i|we)\s+)?(?:have\s+|just\s+|finally\s+)*(?:got|received)\s+(?:the|their|her|his|a)\s+(?:signed\s+)?(?:po|purchase\s+order)\b|(?:the\s+|their\s+)?(?:po|purchase\s+order)(?:['’]s)?\s+(?:(?:has|is|just|finally|now)\s+)*(?:(?:came|come)(?!\s+(?:back|up|down|undone|under|between))|(?:came|come)\s+back{HERE}|(?:arrived|landed)(?!\s+(?:on|at|in|with)\s+(?!(?:my|our|the)\s+(?:inbox|desk|mail)))|(?:here|in|back|received){HERE}))\b",
    re.IGNORECASE,
)


def is_order(note: str) -> bool:
    """ "got the PO from Sarah", "PO came in": whether it is the order is asked."""
    parts = [part.strip() for part in re.split(r"[;,\n]", note)]
    return not (_NO_YES.search(note) or is_spoiled(parts)) and any(map(_ORDER_CAME.match, parts))


def asks_for_silence(said: str, note: str) -> bool:
    """ "doesn't want us to call again"; "don't call before April" asks for another time."""
    return any(_LEAVE_US.search(words) or _NO_MORE_ABROAD.search(words) for words in (said, note))


def is_yes(said: str, note: str) -> bool:
    """ "they want to go ahead", "the deal is ours"; "yes to a demo" is a yes to something else."""
    if _NO_YES.search(f"{said} {note}"):
        return False
    return (
        is_order(note)
        or bool(_YES_ALONE.match(said.strip()) or _YES.search(said) or _YES.search(note))
        or any(_SIGNED.match(part.strip()) for words in (said, note) for part in re.split(r"[;,\n]", words))
    )
