"""Whether a capital is somebody: a greeting, a closing, a pronoun and an automatic reply are nobody, in whatever language; who signs a letter is."""

import re
from collections.abc import Iterable, Sequence

from bot.reading.naming.namekeys import key
from bot.reading.naming.persons import known_as
from bot.reading.words.speech import NAME

_GREETINGS = frozenset(
    "hi hello hey hiya howdy dear greetings good morning afternoon evening hallo hoi hei hej hejsan halla moin moi servus"
    " lieber liebe sehr geehrter geehrte guten beste geachte goedemorgen goedemiddag goedenavond goedendag goede dag kjære"
    " kære käre bäste bästa god godmorgen godmorgon goddag bonjour bonsoir salut cher chère chere madame monsieur hola buenos"
    " buenas estimado estimada querido querida ciao buongiorno buonasera salve caro cara gentile ola olá bom boa caro prezado"
    " prezada dzień dzien cześć czesc witam ahoj dobrý szia hei moikka terve".split()
)
_CLOSINGS = frozenset(
    "regards wishes best kind warm br rgds cheers thanks thx tnx thank sincerely yours mvh hilsen vennlig vennlige venlig"
    " venlige hälsning hälsningar vänlig vänliga groet groeten groetjes gr mvg vriendelijke met mit freundlichen viele grüße"
    " gruß gruss grüsse mfg vg lg cordialement bien saludos atentamente saluti cordiali distinti atenciosamente abraços"
    " pozdrawiam terveisin ystävällisin dank bedankt danke takk tak tack merci gracias grazie obrigado obrigada".split()
)
_OTHERS = frozenset(
    "please pls sorry yes no not ok okay sure great fine well just also and but so if when as we our you your i my me us he"
    " she they it this that these those there here the a an to from subject re fw fwd vi jeg jag du dere ni vår vårt han hun"
    " hon de dem det den wij wie ik je jij u jullie ons onze hij zij ze het er wir ich sie ihr uns unser nous je vous il elle"
    " nosotros yo noi io lei automatic automatische automatisch automatisches automatisk automatiskt automatique automática"
    " automatica autoreply auto-reply ooo abwesend abwesenheit frånvaro afwezig fravær absence out away office reply svar"
    " antwoord antwort réponse risposta respuesta".split()
)
_PAPERS = frozenset(  # and headings
    "notes note summary recap agenda minutes actions rfp rfq rfi rft itt pqq po nda msa sow roi poc sla dpa mou loi kpi crm erp qbr tco capex opex".split()
)
_NOBODY = _GREETINGS | _CLOSINGS | _OTHERS | _PAPERS
_SIGNED = re.compile(rf"(?:(?P<by>[^\W\d_]{{2,14}})(?P<mark>[,.!?;]*)\s|\n)\s*(?P<who>{NAME})\s*\.?\s*$")
_REACH = 60  # characters in which a letter is signed


def is_word(name: str) -> bool:
    """ "Hi", "Kind Regards", "Automatisk Svar": words of a letter, and nobody."""
    words = key(name).split()
    return bool(words) and words[0] in _KEYS


def somebody(name: str, text: str, people: Sequence[str], ours: Iterable[str] = ()) -> str:
    """The same name, where it is one; else who signs the text: of "Hi Femke, … BR Øystein" it is Øystein."""
    words = name.split()
    if not words or known_as(name, people):
        return name
    if key(words[0]) not in _KEYS and not _greets(name, text, ours):
        return name
    return known_as(" ".join(words[1:]), people) or signed_by(text, people)


def signed_by(text: str, people: Sequence[str]) -> str:
    """Who stands under a letter, or behind its last sentence: somebody known there, or somebody new behind a closing."""
    found = _SIGNED.search(text[-_REACH:])
    if found is None:
        return ""
    first, _, last = found["who"].partition(" ")
    closed = key(found["by"] or "") in _CLOSING_KEYS or key(first) in _CLOSING_KEYS
    who = last if key(first) in _CLOSING_KEYS else found["who"]
    known = known_as(who, people)
    if known and (closed or not found["by"] or (found["mark"] or "")[:1] in {".", "!", "?"}):
        return known
    return who if closed and who and not is_word(who) else ""


def _greets(name: str, text: str, ours: Iterable[str]) -> bool:
    """Whether it stands before the name of one of us at the head of a letter: "Moikka Femke, …" greets in any language."""
    head = key(text[:_REACH])
    return any(
        re.match(rf"{re.escape(key(name))} {re.escape(key(one.split()[0]))}\b", head) for one in ours if one.split()
    )


_KEYS = frozenset(map(key, _NOBODY))
_CLOSING_KEYS = frozenset(map(key, _CLOSINGS))
