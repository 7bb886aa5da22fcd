"""Importing: what each row becomes (deciding), on which day it comes up (waking), and the run in parts (running).

Updates go by the CRM's id only, never by a name. An import is no contact: it never moves the clock.
"""

from bot.conversation.imports.job import Job, first_manager, job_for, mapping_of, member_called, remember_mapping
from bot.conversation.imports.remarking import card, counts, headline, note, refused_file, remarks, unknown_owners
from bot.conversation.imports.report import Outcome, Report, What
from bot.conversation.imports.running import import_rows, preview

__all__ = [
    "Job",
    "Outcome",
    "Report",
    "What",
    "card",
    "counts",
    "first_manager",
    "headline",
    "import_rows",
    "job_for",
    "mapping_of",
    "member_called",
    "note",
    "preview",
    "refused_file",
    "remarks",
    "remember_mapping",
    "unknown_owners",
]
