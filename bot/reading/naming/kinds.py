"""Words that say what kind of company a name is of ("Works", "Foods"). They tell a name from a sentence, and nobody from another.

Two companies that have only such a word in common are not alike; one that has another of them is another company.
"""

KINDS = frozenset(
    "cafe café bar grill bakery tavern diner clinic dental group co inc llc ltd gmbh bv ab as shop store market foods motors works service services school schools"
    " restaurant pizza auto parts hotel hotels inn brewing brewery staffing center centre salon gym farm farms law partners company house kitchen deli supply supplies"
    " food marine steel glass timber metals mining plastics textiles ceramics chemicals paper printing print press publishing books records media studio studios labs lab"
    " software systems solutions technologies technology tech digital data networks network telecom energy power solar wind oil gas water electric electrical electronics"
    " engineering construction builders building homes housing realty properties property estates interiors furniture flooring decking roofing plumbing heating"
    " logistics freight shipping transport trucking haulage cargo airlines aviation rail railways travel tours cruises yachts boats cars bikes tyres tires"
    " bank banking capital finance financial insurance assurance investments ventures holdings trust advisors advisers consulting consultants associates brothers sons"
    " health healthcare medical pharma pharmacy biotech optics vision care hospital hospitals clinics college university academy foundation institute council"
    " industries industrial manufacturing mills mill packaging tools machines machinery robotics instruments controls components materials products goods trading imports exports"
    " wine wines spirits beverages coffee tea dairy meats seafood catering cleaners cleaning laundry security fitness sports outdoors fashion apparel shoes jewelry jewellery"
    " motor marketing advertising design designs events entertainment games gaming toys retail stores shops outlet warehouse storage agency international global".split()
)
