"""The short words of a thumb and what they stand for: "pymt", "conf'd", "lmk". One table; a call line is read in full words.

A word stands here only where it can mean nothing else, and where the rules know the long one alone: "vm", "eod", "mtg" they know.
"""

from collections.abc import Mapping

_TABLE = {
    # what is handed over
    "quote": "quo", "proposal": "prop", "proposals": "props", "invoice": "inv invc", "invoices": "invs", "payment": "pymt pmt paymt", "agreement": "agmt agrmt agreemt",
    "letter": "ltr", "drawing": "dwg", "drawings": "dwgs", "paperwork": "pprwk ppwk", "questionnaire": "q'aire qnaire", "shipment": "shpmt", "delivery": "dlvry", "package": "pkg",
    "packages": "pkgs", "signature": "sig", "quantity": "qty", "quantities": "qtys", "amount": "amt", "amounts": "amts", "requirements": "reqs rqmts", "address": "addr", "number": "nbr nmbr", "response": "rsp",
    # who
    "assistant": "asst", "reception": "recp recep recpt", "attorney": "atty", "attorneys": "attys", "customer": "cust", "customers": "custs", "dealer": "dlr", "dealers": "dlrs", "account": "acct", "accounts": "accts",
    "accounting": "acctg", "management": "mgmt", "manager": "mgr", "department": "dept", "marketing": "mktg", "business": "biz", "people": "ppl", "service": "svc",
    # what is done
    "received": "rcvd rec'd recvd rcv'd", "approve": "apprv appv", "approves": "apprvs appvs", "approved": "appvd appr'd apprvd appv'd", "approval": "appvl apprvl",
    "confirm": "cfm cnfrm", "confirms": "cfms", "confirmed": "conf'd cfmd cnfrmd cfm'd", "schedule": "sched", "schedules": "scheds", "scheduled": "sched'd schedd", "reschedule": "resched", "rescheduled": "resched'd reschedd",
    "cancel": "cxl canx", "cancelled": "cxld cxl'd", "check": "chk ck", "checks": "chks cks", "checked": "chk'd ckd", "forward": "fwd", "forwards": "fwds", "forwarding": "fwding", "forwarded": "fwded fwd'd",
    "review": "rvw", "reviews": "rvws", "reviewed": "rvwd rvw'd", "revised": "rev'd", "return": "rtn", "returns": "rtns", "returned": "rtnd rtn'd", "signed": "sgnd sig'd sign'd", "shipped": "shpd", "paid": "pd",
    "text": "txt", "texts": "txts", "texted": "txtd txt'd txted", "spoke": "spk", "talked": "tlkd tlk'd", "left": "lft", "discussed": "disc'd", "agreed": "agrd", "transfer": "xfer", "required": "req'd", "acknowledged": "ack'd",
    "updated": "upd'd updtd", "update": "updt", "let me know": "lmk", "follow up": "f/u fup", "promised to pay": "ptp",
    # what joins
    "should": "shd shld shud", "would": "wld", "know": "kno", "again": "agn", "gonna": "gna gona gunna", "before": "b4 bfr", "between": "b/w btwn betw betwn", "because": "b/c cuz", "without": "w/o", "within": "w/i w/in",
    "says": "sez", "please": "pls plz", "from": "frm", "about": "abt", "ready": "rdy", "your": "ur", "have to": "hafta", "tonight": "tonite", "additional": "addl add'l", "and": "n", "available": "avail",
    "definitely": "def defo definately defiantly definatly definitly", "months": "mos", "weekly": "wkly", "monthly": "mthly", "straight": "str8",
}  # fmt: skip
SHORT: Mapping[str, str] = {short: full for full, shorts in _TABLE.items() for short in shorts.split()}
