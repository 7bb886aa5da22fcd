"""The things that a buyer hands over, or does, by their names alone: an order, a sign-off, comments."""

THEIRS = (
    r"(?:p\.?o\.?s?(?:\s+(?:number|no\.?|\#))?(?:\s+\#?\d{2,})?|(?:board|ic|committee)\s+(?:paper|packet|pack|memo|minute|resolution|extract)s?|purchase\s+orders?|signatures?|(?:signed|marked[\s-]?up|filled[\s-](?:in|out)|completed|annotated|redlined)\s+(?:(?!(?:the|our|their|an?|that|this)\b)\w+\s+)?(?:contract|agreement|order|quote|nda|msa|sow|cop(?:y|ies)|docs|paperwork|forms?|loi|draft|version|list|sheet)"
    r"|sign[\s-]?off|decisions?|approvals?|sign-?off\s+sheets?|comments|(?:final\s+|verbal\s+)?(?:answer|svar|antwort|réponse|respuesta|risposta|antwoord|yes(?:\s+or\s+|/)no|go/no-?go|go-?ahead|green\s+light)|feedback|red-?lines?|mark-?ups?|legal(?:\s+(?:review|comments|redlines|sign-?off))?"
    r"|(?:security\s+)?questionnaires?|(?:board|committee|budget|security|legal|procurement|finance|exec|management)\s+(?:decision|approval|sign-?off|review|ok|answer|feedback|vote)"
    r"|(?:usage|volume|headcount|store|site|seat|sales)\s+(?:numbers|figures|data|list|counts?)|requirements|(?:(?:first|down|full)\s+)?payment|(?:deposit\s+|first\s+|their\s+|a\s+)?(?:cheque|check(?=\s+(?:(?:for\s+[$€£]?\d\S*\s+)?(?:goes|is|will|gets|comes|should|in\s+the|to\s+(?:us|follow)))\b))(?:\s+for\s+[$€£]?\d\S*)?|deposit|verdict|countersigned\s+\w+|their\s+(?:\w+\s+){1,2}?(?:list|data|numbers|figures|answer|comments|questions|spec|specs))"
)
