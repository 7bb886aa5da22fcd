"""Whether a capitalised word is a person: somebody known there, or, where nobody is known, a usual first name.

"Server off until April" and "Contract back on Monday" begin with a capital as well; what is not surely a person is none.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.reading.naming.namekeys import folded, key

TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme"})
_TITLE = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme)\.?\s")
FIRST_NAMES = frozenset(
    (
        "aaron abby abdul abigail ada adam adele adrian adriana agata agnes agnieszka ahmed aidan aiko aisha ajay akira alan alana albert "
        "alberto aldo alejandro aleksander alessandro alex alexandra alexis alfred alfredo ali alice alina alison allison alvaro alyssa "
        "amal amanda amelia amir amy ana anastasia anders andre andrea andreas andres andrew andrzej angela angelo angus anika anita anja "
        "anke ann anna anne annemarie annemiek annette annika anthony antoine anton antonia antonio ariane arjun arnold arthur arturo "
        "ashley ashok astrid audrey aurelie axel ayesha barbara barry bart bea beata beatrice becky ben benjamin bernadette bernard bernd "
        "beth bettina bianca billy birgit bjorn bob boris brad bradley bram brandon brenda brendan brent brett brian bridget brigitte "
        "brittany bruce bruno bryan caitlin cameron camilla camille candice carina carl carla carlos carmen carol carolina caroline carrie "
        "casey cassandra catalina catherine cathy cecilia celine cesar chantal charlene charles charlie charlotte cheryl chiara chloe chris "
        "christa christian christina christine christoph christophe christopher cindy claire clara clare clarence claudia clement clive "
        "cody colin colleen colm connor conor cora corinne craig cristina curtis cynthia dagmar damian damien dan dana daniel daniela "
        "danielle danny daphne darius darren dave david debbie deborah debra declan delphine denise dennis derek desmond diana diane didier "
        "diego dieter dirk dmitri dominic dominik dominique donald donna doris dorothy doug douglas duncan dylan ebba eddie edgar edith "
        "eduardo edward edwin eileen elaine eleanor elena eleni elias elif elin elise elizabeth elke ella ellen elliot elodie elsa emil "
        "emilia emilie emilio emily emma emmanuel enrico enrique eric erica erik erika ernesto ernst estelle esther ethan eugene eva evan "
        "evelyn ewa fabian fabio fabrice faisal farah fatima felix fernanda fernando filip finn fiona florian frances francesca francesco "
        "franz fred freddie frederic frederik frida friedrich gabriel gabriela gareth gary gavin gemma geoff geoffrey georg george georgina "
        "gerard gerd gilles gina giorgio giovanni gisela giulia gordon graeme graham greg gregory greta guillaume gunnar gustav gustavo "
        "gwen hakan hamid hanna hannah hans harald harold harriet hassan heather hector hege heidi heike heinrich heinz helen helena helga "
        "helmut henri henrik henrique henry herbert herman hilary hilde hiroshi holger howard hubert hugo hussein ian ibrahim idris ignacio "
        "igor ilse imogen imran ines inga inge ingo ingrid ingvild irene irina irma isaac isabel isabella isabelle ismail ivan ivo iwona "
        "jacek jack jackie jacob jacqueline jacques jake jakob jamal james jamie jan jana jane janet janice janine jasmijn jasmin jasmine "
        "jason jasper javier jean jeff jeffrey jenna jennifer jenny jens jeremy jerome jerry jesper jesse jessica jill jim jimmy jo joachim "
        "joan joanna jody joe joel joelle johan johannes john johnny jonas jonathan joost jordi jorg jorge jory jose josef joseph josephine "
        "josh joshua joyce juan judith juergen julia julian julie julien juliette jurgen justin justyna jutta kamal kamil karen kari karim "
        "karin karina karl karla karsten kasia kasper katarina katarzyna kate katherine kathleen kathrin kathryn kathy katie katja katrin "
        "katy kayla kees keith kelly kenji kenneth kerstin kevin khalid kim kirsten kirsty kjell klara klaus konrad krishna kristen "
        "kristian kristin kristina kristof krzysztof kurt kyle lara larry lars lasse laszlo laura lauren laurent laurie leah lena leo leon "
        "leonard leonardo leonie leslie leticia lewis liam lidia lilian lillian lina linda linnea linus lionel lisa lizzie lloyd lorena "
        "lorenzo lorraine lothar lotte louis louisa louise luca lucas lucia luciana lucie lucien lucy luigi luis luisa lukas luke lutz "
        "lydia lynn mads magda magdalena magnus maja malcolm malin manfred manuel manuela marcel marcin marco marcos marcus marek margaret "
        "margit margot marguerite maria mariana marianne mariano marie marieke marina mario marion marisol marit marius marjorie marko "
        "markus marlene marta martha martin martina mary mathias mathieu mathilde mats matt matteo matthew matthias maureen mauricio "
        "maurizio max maxime maya meera megan mehdi mehmet melanie melissa meredith mette mia michael michaela michal michel michele "
        "michelle miguel mikael mike mikhail mila milan mirjam mitchell mohamed mohammad mohammed moira molly monica monika moritz morten "
        "muhammad muriel mustafa nadia nadine nancy naomi natalia natalie natasha nathan neha neil nelson niall nicholas nick nicola "
        "nicolas nicole niels nigel nikhil nikolai nils nina noah noel nora norbert norman nuria odette olaf oleg olga oliver olivia olof "
        "omar orla oscar oskar otto pablo pam pamela paola paolo pascal patricia patrick patrik paul paula paulina pauline paulo pavel "
        "pedro pete peter petr petra phil philip philipp philippe phillip pia pierre piet piotr poul prakash priya rachel radek rafael "
        "rahul rainer raj rajesh ralf ralph ramon raquel rasmus raul ravi raymond rebecca regina reiner renata renate rene ricardo riccardo "
        "richard rick rita robert roberta roberto rodrigo roger roland rolf ronald rory rosa rosanna rosemary rosie ross roy ruben rudolf "
        "rupert russell ruth ryan sabine sabrina sally salma sam samantha samir samuel sandeep sander sandra sandro sanjay sanne santiago "
        "sara sarah sascha scott sean sebastian selma serena serge sergei sergio seth shane shannon sharon shauna sheila shelly shirley "
        "siegfried sigrid silje silke silvia simon simone sjoerd sofia sofie solveig sonia sonja sophia sophie soren stacey stacy stefan "
        "stefania stefanie stefano steffen stella stephan stephanie stephen steve steven stuart sunil susan susanna susanne suzanne sven "
        "svetlana sylvia sylvie tamara tammy tania tanja tanya tara tatiana ted terence teresa terje terry theo theresa thierry thomas "
        "thorsten tiffany tim timo timothy tina tobias todd tom tomas tomasz tommy tony torben torsten tracey tracy trevor tristan troy "
        "trudy tyler ulf ulla ulrich ulrike umar ursula ute uwe valentina valeria valerie vanessa vera verena veronica veronika vicky "
        "victor victoria vijay vikram viktor vincent vivian vladimir volker walter wanda wayne wendy werner wesley wilhelm willem wolfgang "
        "wouter xavier yannick yasmin yolanda yuki yusuf yves yvonne zachary zainab zoe zofia"
    ).split()
)


def is_somebody(name: str, people: Sequence[str]) -> bool:
    """Somebody known there, or of a usual first name, though others are known."""
    return bool(name) and (is_person(name, people) or is_person(name, ()))


def known_as(name: str, people: Sequence[str]) -> str:
    """The whole name of the one known there who is called so: by the first or the last name, with a title or without.

    Empty when nobody is, or two are."""
    said = _untitled(name)
    fits = [person for person in people if said and said in _ways(_untitled(person))]
    return fits[0] if len({*fits}) == 1 else ""


@lru_cache(20_000)
def _untitled(name: str) -> tuple[str, ...]:
    words = folded(key(name)).split()
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def _ways(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words, words[:1], words[:2], words[-1:], (words[0], words[-1])} if words else set()


def is_another(name: str, contact: str, people: Sequence[str]) -> bool:
    """Somebody else than the contact."""
    return is_somebody(name, people) and not {*key(name).split()} & {*key(contact).split()}


def is_person(name: str, people: Sequence[str]) -> bool:
    """`people` are known there; then nobody else is meant."""
    words = re.sub(r"['’]s$", "", name).split()
    if not words:
        return False
    if people:
        words = [word for word in words if key(word).strip(".") not in TITLES] or words
        first = {*key(words[0]).split()}  # "Mei-Ling" is one name
        return bool(first) and any(first <= {*key(person).split()} for person in people)
    return bool(_TITLE.match(name)) or key(words[0]) in FIRST_NAMES
