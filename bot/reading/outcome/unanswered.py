"""Nobody answered, the line was taken, or it is somebody else's now: by what is denied, of whom, in each language reps type."""

import re

_PERSON_ANSWERS = (
    r"(?:(?:pick(?:ed)?|picks|picking)(?:\s+up)?|answer(?:s|ed|ing)?|(?:come|came|comes)\s+to\s+the\s+(?:phone|door))"
)
_OF_BOTH = r"(?:neither|none)(?:\s+(?:one|call))?(?:\s+of\s+(?:them|the\s+(?:two|three)|us|the\s+calls))?"
_NOT_A_LETTER = r"(?!\s+(?:à|a|ad|al|alla|auf|op|på|til|na)\b)"  # "pas répondu à mon mail" is no call
_ABROAD = (
    r"(?:nicht|keiner|niemand|kein)\b(?:\s+[\wäöüß]+){0,2}?\s+(?:abgenommen|abgehoben|(?:ran|dran|hin)gegangen|ran|dran|ans\s+telefon|gemeldet)\b|(?:nimmt|nahm|hebt|hob)\s+(?:nicht|keiner|niemand)\s+ab\b|(?:ging|geht)\s+(?:keiner|niemand|nicht)\s+(?:ran|dran|ans\s+telefon)\b"
    rf"|pas\s+(?:décroché|répondu){_NOT_A_LETTER}|ne\s+(?:décroche|répond)\s+(?:pas|plus){_NOT_A_LETTER}|personne\s+(?:ne\s+(?:répond|décroche)|n['’]a\s+(?:répondu|décroché))"
    rf"|non\s+(?:(?:ha|hanno|mi\s+ha)\s+)?(?:risposto|risponde|rispondono){_NOT_A_LETTER}|no\s+(?:(?:ha|han|me|lo|la)\s+)*(?:contesta|contest[óo]|contestado|cogi[óo]|coge|atiende|atendi[óo]|descuelga){_NOT_A_LETTER}"
    r"|(?:tok|tar|tog)\s+(?:(?:telefon\w*|den)\s+(?:heller\s+)?(?:ikke|inte|icke)\b|(?:ikke|inte|icke)\s+(?:telefon\w*|den))|(?:svarte|svarade|svarede|svarer|svarar)\s+(?:ikke|inte|icke)(?!\s+(?:på|til)\b)|ingen\s+(?:svarte|svarade|svarede|tok\s+den)"
    r"|nie\s+(?:odbiera|odebrał[ao]?|odbierają)|(?:neemt|nam|nemen)\s+niet\s+op|geen\s+gehoor|não\s+(?:atende|atendeu)"
)
_PHONE_TREE = r"^(?:(?:i|we|just|only|got|hit|reached|stuck|lost|in|into|through)\s+)*(?:the|their|an?)\s+(?:phone\s+tree|ivr|auto-?\s?attendant)\b"
NO_ONE = (
    rf"(?:{_OF_BOTH}\s+(?:was\s+|were\s+)?{_PERSON_ANSWERS}\b(?!\s+(?:the\s+)?(?:question|e-?mail|mail|survey))|(?:did\s+not|could\s+not|would\s+not|did\s?n['’]?t|could\s?n['’]?t|wo\s?n['’]?t|nobody|no\s?-?one)\s+(?:come|came|comes)\s+to\s+the\s+(?:phone|door)\b"
    r"|(?:call|calls|ring|rings|phone)\b.{0,30}?\b(?:went|gone|was|were|is|are|stay(?:s|ed)?)\s+(?:unanswered|not\s+(?:answered|returned|picked\s+up))\b|(?:calls?|it)\s+(?:was|were)\s+(?:never|not)\s+(?:answered|picked\s+up)\b|let\s+it\s+ring\b|(?:nothing\s+but|only|just|endless)\s+ringing\b"
    rf"|(?:would\s+not|could\s+not|would\s?n['’]?t|could\s?n['’]?t|did\s?n['’]?t|did\s+not|refused\s+to|not)\s+(?:get\s+past|put\s+(?:me|us)\s+(?:through|thru))\b|^(?:(?:i|we)\s+)?met\s+(?:nobody|no\s?-?one)\b|(?:mailbox|voice\s?mail|inbox|vm)\b.{{0,30}}?\bfull\b|^(?:(?:i|we)\s+)?(?:tried|called|rang|phoned|dialled|dialed)\b.*\bno\s+dice\b|{_PHONE_TREE}|{_ABROAD})"
)
# "hung up before I got my name out": a line that was open, and no talk.
CUT_SHORT = r"(?:(?:hung|hangs)\s+up|cut\s+(?:me|us)\s+off|clicked\s+off|(?:line|call)\s+(?:dropped|died|went\s+dead)|(?:got|was)\s+cut\s+off)\s+(?:before|b4)\s+(?:i|we)\s+(?:(?:could|had|even|can|got\s+to|managed\s+to)\s+)*(?:got?|get|say|said|speak|talk|open|opened|finish(?:ed)?|introduce[d]?|explain(?:ed)?|pitch(?:ed)?|utter(?:ed)?|a\s+chance)\b(?!\s+(?:the|her|his|their|an?)\s+(?:date|day|answer|number|email|commitment|price|yes|slot))"
_EVERY_TIME = r"(?:all\b(?!\s+(?:day\s+|morning\s+|afternoon\s+|week\s+)?(?:in|with|w/)\b)(?!\s+(?:day|morning|afternoon|week)\s+w/)|both|each|every|again|twice|three|four|whenever|when\s+(?:i|we)\b|the\s+(?:first|second)\s+time|this\s+(?:morning|afternoon))"
ENGAGED = (
    rf"\b(?:\bengaged\s+{_EVERY_TIME}|\b(?:fast|just|only|constant|nothing\s+but)\s+(?:a\s+)?busy(?=\s*$|\s+(?:at|signal|tone|again|line)\b)|\b(?:lines?|phone|switchboard|number|ext(?:ension)?|desk)\s+(?:(?:is|was|were|are|has\s+been|stayed|still|always|constantly|permanently)\s+)*(?:engaged|tied\s+up|jammed)\b(?!\s+(?:with|in|w/))"
    rf"|^it\s+(?:was|is)\s+(?:(?:still|again|just)\s+)*(?:busy|engaged)(?=\s*$|\s+{_EVERY_TIME})|\b(?:busy|engaged)\s+(?:signal|tone)\b|(?:^|\W)(?:both|all)\s+(?:(?:lines?|phones?)\s+)?(?:busy|engaged)(?=\s*$|\s+{_EVERY_TIME}|\s+this\s+am\b))"
)
_OTHERS_NOW = r"(?:belongs\s+to|(?:(?:has|['’]s)\s+been|was|is|got)\s+(?:given\s+away|reassigned|disconnected|unassigned|cut\s+off|taken\s+over\s+by))"
_AT = r"(?:(?:phone|cell|mobile|desk|direct|main|office)\s+)?(?:#|number\b|num\b|no\.|nr\b|ext(?:ension)?\b)"
_USELESS = r"(?:no\s+good|dead|wrong|bad|disconnected|out\s+of\s+(?:date|order|service)|outdated|invalid|defunct|useless|kaput|gone|cut\s+off|not\s+(?:in\s+(?:use|service)|valid|working|theirs|right)|no\s+longer\s+(?:in\s+(?:use|service)|valid|works|working))"
_NO_PHONE = "".join(
    rf"(?<!\b{thing}\s)"
    for thing in "po order part serial item invoice account model ref case policy lot that this your our".split()
)
# "bad # for Olu", "# on file for Dana is dead"; a "bad number of returns" and a "dead line" are none.
BAD_NUMBER = (
    rf"(?:^|[\s,;:])(?:(?:bad|dead|wrong|outdated|invalid|defunct|disconnected|bogus|stale|useless)\s+{_AT}(?!\s+of\s+(?:the\b|our\b|[a-z]+s\b))(?!\s+for\s+(?:(?:the|their|our|my|this|that|an?)\b|(?:his|her)\s+\w))"
    rf"|{_NO_PHONE}{_AT}(?:\s+(?:on\s+file|(?:we|i)\s+have|listed))?(?:\s+(?:for|of)\s+[\w'’.-]+(?:\s+[\w'’.-]+)?)?(?:['’]s|\s+(?:(?:is|was|turns\s+out|came\s+up|comes\s+up)\s+)?)\s*(?:now\s+|long\s+)?(?:{_USELESS}(?=\s*$|\s*[,;.!]|\s+(?:now|again|since|anyway|any\s?more)\b)|bounce[sd](?=\s*$|\s*[,;.!])|(?:does\s?n['’]?t|does\s+not|no\s+longer)\s+(?:work|connect|exist)s?\b))"
)
STRANGE_LINE = (
    rf"(?=#|\b\w)(?:(?:#|\b(?:number|phone|cell|mobile|line|ext(?:ension)?))\b.{{0,40}}?\b(?:now\s+)?{_OTHERS_NOW}|(?:#|\b(?:number|phone|cell|mobile|line))\b.{{0,40}}?\s(?:is|was)\s+(?:now\s+|no\s+longer\s+|not\s+)*(?:(?:not|no\s+longer)\s+(?:in\s+use|assigned|in\s+service|valid|connected)|unassigned|unallocated)\b"
    r"|(?:#|\b(?:number|phone|cell|mobile|line|ext(?:ension)?))(?:\s+(?:i|we)\s+(?:have|got|had))?(?:\s+(?:for|of)\s+[\w'’.-]+(?:\s+[\w'’.-]+)?)?\s+(?:now\s+)?(?:rings|goes|reaches|gets|leads|is|gets\s+you|takes\s+you)\s+(?:now\s+)?(?:(?:thru|through|to|into|in|at|out\s+at)\s+)*(?:an?|some|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:bakery|florist|shop|salon|dentist|laundromat|launderette|restaurant|pizz\w+|kebab\w*|bar|pub|caf[eé]|garage|school|clinic|hotel|gym|vet|bank|church|household|home|house|family|place|parlou?r|stranger|fax(?:\s+machine)?)\b"
    r"|\b(?:somebody|someone|a\s+stranger)(?:\s+else)?\s+(?:now\s+)?(?:has|owns|answers|uses)\s+(?:[\w'’-]+\s+){1,3}?(?:number|phone|line|cell|mobile)\b)"
)
# "20 min on hold then cut off": whoever waits in a queue has spoken with nobody.
ON_HOLD = re.compile(
    r"^(?:(?:i|we|only|just|stuck|sat|waited|was|spent|got|kept|left)\s+)*(?:(?:for\s+)?\d+\s?\+?\s*min(?:ute)?s?\s+)?on\s+hold\b(?!\s+(?:until|till?|for\s+now|pending|this|with))|^(?:(?:i|we)\s+)?(?:waited|held|sat|stuck)\b.*\b(?:hold|music|queue)\b",
    re.IGNORECASE,
)
