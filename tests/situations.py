"""Recorded situations for docs/gallery.md, as reps type them: different trades, countries, tones and results."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Situation:
    """`told`: "2026-03-03 10:00 | what was typed" in the zone of `who`; another member's line begins with "Maria> "."""

    title: str
    who: str
    deal: str
    told: tuple[str, ...]
    at: str  # when somebody asks for words


SITUATIONS = (
    Situation(
        "Fresh advance: a food warehouse in Hull, scanners on trial",
        "Tom",
        "Harbour Foods",
        (
            "2026-03-03 10:00 | new Harbour Foods, night-shift mis-picks",
            "2026-03-03 10:00 | deal contact Harbour Foods: Priya Nair, 555 0199",
            '2026-03-03 10:30 | logcall Harbour Foods: Priya said "two mis-picks a day is two too many", she gets the night counts from Ivan by Fri, I send the Leeds figures Mon, call Tue 10 March 10:00',
            "2026-03-09 09:00 | sent Harbour Foods the Leeds figures",
        ),
        "2026-03-09 14:00",
    ),
    Situation(
        "Soft commitment: a dental practice in Ohio, booking software by the seat",
        "Omar",
        "Bright Dental",
        (
            "2026-03-02 11:00 | new Bright Dental, 12 seats",
            "2026-03-02 11:00 | deal contact Bright Dental: Dr. Amy Cole",
            '2026-03-02 11:30 | logcall Bright Dental: Amy said "our front desk still books on paper", she will think about it and talk to her partner',
        ),
        "2026-03-12 10:00",
    ),
    Situation(
        "Their promise is overdue: a steel works in Ostrava, coil-handling gear",
        "Lena",
        "Ostrava Steel",
        (
            "2026-02-24 09:00 | new Ostrava Steel, coil handling",
            "2026-02-24 09:00 | deal contact Ostrava Steel: Petr Havel, 555 0170, Prague",
            '2026-02-24 09:30 | logcall Ostrava Steel: Petr said "we lose a shift a week to coil changes", he sends the drawings of line two by 6 March',
        ),
        "2026-03-12 09:00",
    ),
    Situation(
        "Our promise is overdue: a hotel in Lisbon, dates for a sales meeting",
        "Tom",
        "Quayside Hotel",
        (
            "2026-03-04 15:00 | new Quayside Hotel, June conference",
            "2026-03-04 15:00 | deal contact Quayside Hotel: Inês Matos, 555 0181, Lisbon",
            '2026-03-04 15:20 | logcall Quayside Hotel: Inês said "June is nearly full", I send the room list by Mon, she checks the dates with her chef by Fri 13 March',
        ),
        "2026-03-11 09:00",
    ),
    Situation(
        "Our promise is kept: a machine builder near Stuttgart, spare parts from stock",
        "Lena",
        "Kessler Maschinenbau",
        (
            "2026-03-03 14:00 | new Kessler Maschinenbau, spare parts",
            "2026-03-03 14:00 | deal contact Kessler Maschinenbau: Jutta Kessler",
            '2026-03-03 14:30 | logcall Kessler Maschinenbau: Jutta said "we wait three weeks for a bearing", I send the stock list by Fri',
            "2026-03-06 10:00 | sent Kessler Maschinenbau the stock list",
        ),
        "2026-03-13 10:00",
    ),
    Situation(
        "Going dark: a museum in Chicago, a project team for a new site",
        "Omar",
        "Lakeshore Museum",
        (
            "2026-02-10 10:00 | new Lakeshore Museum, visitor app",
            "2026-02-10 10:00 | deal contact Lakeshore Museum: Ruth Adler, 555 0166, Chicago",
            '2026-02-10 10:30 | logcall Lakeshore Museum: Ruth said "our audio guides are falling apart", she asks the curators for their list by Feb 20',
            "2026-02-23 10:00 | done Lakeshore Museum voicemail",
            "2026-03-03 10:00 | done Lakeshore Museum email",
            "2026-03-11 09:00 | heard nothing Lakeshore Museum",
        ),
        "2026-03-17 10:00",
    ),
    Situation(
        "Yes, later or no, with something really held: fitters for a bakery in Leeds",
        "Tom",
        "Oven & Stone",
        (
            "2026-02-02 10:00 | new Oven & Stone, deck oven",
            "2026-02-02 10:00 | deal contact Oven & Stone: Marta Dunn",
            '2026-02-02 10:30 | logcall Oven & Stone: met, Marta said "I like the Leeds result", she takes it to her board by 10 Feb',
            "2026-02-12 10:00 | done Oven & Stone voicemail",
            "2026-02-20 10:00 | done Oven & Stone email",
            "2026-03-06 10:00 | done Oven & Stone voicemail",
            "2026-03-06 10:05 | heard nothing Oven & Stone",
            "2026-03-20 08:50 | Maria> wall sells team",
            "2026-03-20 09:00 | hold Oven & Stone: the fitters in the week of 20 April until 10 April",
        ),
        "2026-03-20 10:00",
    ),
    Situation(
        "Yes, later or no, with nothing held: a courier firm in Lyon, vans on lease",
        "Lena",
        "Rapide Coursiers",
        (
            "2026-02-02 10:00 | new Rapide Coursiers, ten vans",
            "2026-02-02 10:00 | deal contact Rapide Coursiers: Luc Morel, 555 0155, Paris",
            "2026-02-02 10:30 | logcall Rapide Coursiers: met Luc about the vans",
            "2026-02-12 10:00 | done Rapide Coursiers voicemail",
            "2026-02-20 10:00 | done Rapide Coursiers email",
            "2026-03-06 10:00 | done Rapide Coursiers voicemail",
            "2026-03-06 10:05 | heard nothing Rapide Coursiers",
        ),
        "2026-03-20 10:00",
    ),
    Situation(
        "Let go, and a note: a school trust in Bristol",
        "Tom",
        "Avon Schools",
        (
            "2026-01-12 10:00 | new Avon Schools, meal planner",
            "2026-01-12 10:00 | deal contact Avon Schools: Gwen Price",
            '2026-01-12 10:30 | logcall Avon Schools: Gwen said "the cooks plan on a whiteboard"',
            "2026-02-16 10:00 | let go Avon Schools: no answer to three messages",
            "2026-03-16 10:00 | shelf case study: how Mill Lane school halved its food waste",
        ),
        "2026-03-17 10:00",
    ),
    Situation(
        "They come back: a vineyard in Napa that had been let go",
        "Omar",
        "Alder Creek",
        (
            "2025-11-03 10:00 | new Alder Creek, bottling line",
            "2025-11-03 10:00 | deal contact Alder Creek: Joe Salinas, 555 0133, Los Angeles",
            '2025-11-03 10:30 | logcall Alder Creek: Joe said "we bottle by hand until it hurts"',
            "2026-01-20 10:00 | let go Alder Creek: no answer to three messages",
            "2026-03-09 10:00 | reply Alder Creek: we want to look at the bottling line again",
        ),
        "2026-03-12 12:00",
    ),
    Situation(
        "Thanks and receipt: a clinic in Vienna, after a visit",
        "Lena",
        "Klinik Wieden",
        (
            "2026-03-12 09:00 | new Klinik Wieden, bed sensors",
            "2026-03-12 09:00 | deal contact Klinik Wieden: Eva Lang, 555 0177, Vienna",
            '2026-03-12 11:00 | logcall Klinik Wieden: met, Eva said "the night nurses walk nine miles", I send the ward plan by Mon, she asks the works council by Fri 20 March, demo Tue 24 March 10:00',
        ),
        "2026-03-12 12:00",
    ),
    Situation(
        "Their timetable: a brewery in Cork that opens its season in June",
        "Tom",
        "Glenside Brewing",
        (
            "2026-03-02 10:00 | new Glenside Brewing, canning line",
            "2026-03-02 10:00 | deal contact Glenside Brewing: Nora Walsh, 555 0122, Dublin",
            '2026-03-02 10:30 | logcall Glenside Brewing: Nora said "we want it running before the season starts in June", she gets the floor plan by 20 March, I send the survey dates by 27 March',
        ),
        "2026-03-13 09:30",
    ),
    Situation(
        "Back from leave: a housing association in Malmö",
        "Lena",
        "Sundby Bostäder",
        (
            "2026-02-23 10:00 | new Sundby Bostäder, heat meters",
            "2026-02-23 10:00 | deal contact Sundby Bostäder: Karin Holm, 555 0111, Stockholm",
            '2026-02-23 10:30 | logcall Sundby Bostäder: Karin said "the tenants ask for their own figures", she lists the buildings by 5 March',
            "2026-03-02 10:00 | Karin is back 16 March",
        ),
        "2026-03-16 10:00",
    ),
    Situation(
        "Somebody new in the seat: an insurer in Boston",
        "Omar",
        "Beacon Mutual",
        (
            "2026-02-09 10:00 | new Beacon Mutual, claims portal",
            "2026-02-09 10:00 | deal contact Beacon Mutual: Carl Stone",
            '2026-02-09 10:30 | logcall Beacon Mutual: Carl said "adjusters retype every claim", he sends a sample claim by Feb 20',
            "2026-03-02 10:00 | logcall Beacon Mutual: Carl has left the company, new contact is Helen Ortiz",
        ),
        "2026-03-12 10:00",
    ),
    Situation(
        "A question came up: a food bank in Glasgow",
        "Tom",
        "Clyde Food Bank",
        (
            "2026-03-10 14:00 | new Clyde Food Bank, stock system",
            "2026-03-10 14:00 | deal contact Clyde Food Bank: Isla Reid, 555 0161, London",
            '2026-03-10 14:30 | logcall Clyde Food Bank: Isla said "volunteers count the shelves twice", I send the price for charities by Fri, she asks the trustees by 25 March',
            "2026-03-10 15:00 | question Clyde Food Bank: do your volunteers use their own phones?",
            "2026-03-13 09:00 | sent Clyde Food Bank the price for charities",
        ),
        "2026-03-17 16:00",
    ),
    Situation(
        "Yes, later or no, with something prepared: seats on a course in Toronto",
        "Omar",
        "Maple Care",
        (
            "2026-02-03 10:00 | new Maple Care, first-aid course",
            "2026-02-03 10:00 | deal contact Maple Care: Grace Lim, 555 0190, Toronto",
            '2026-02-03 10:30 | logcall Maple Care: met, Grace said "every shift needs two people with the course", I book the trainer by Feb 10, she sends the shift plan by Feb 13',
            "2026-02-09 10:00 | Maria> wall sells seats",
            "2026-02-09 10:00 | promise kept Maple Care: trainer",
            "2026-02-16 10:00 | done Maple Care voicemail",
            "2026-02-24 10:00 | done Maple Care email",
            "2026-03-10 10:00 | done Maple Care voicemail",
            "2026-03-10 10:05 | heard nothing Maple Care",
            "2026-03-24 09:00 | hold Maple Care: eight seats in the May course until April 3",
        ),
        "2026-03-24 10:00",
    ),
    Situation(
        "Their own time has come: a vet in Utrecht who had said when",
        "Lena",
        "Dierenkliniek Oost",
        (
            "2025-11-10 10:00 | new Dierenkliniek Oost, X-ray unit",
            "2025-11-10 10:00 | deal contact Dierenkliniek Oost: Sanne Bakker, 555 0114, Amsterdam",
            '2025-11-10 10:30 | logcall Dierenkliniek Oost: Sanne said "we buy in March, when the new year is planned"',
            "2025-12-12 10:00 | let go Dierenkliniek Oost",
        ),
        "2026-03-02 09:00",
    ),
    Situation(
        "They did not come: a gym in Manchester",
        "Tom",
        "Iron Row",
        (
            "2026-03-03 10:00 | new Iron Row, member app",
            "2026-03-03 10:00 | deal contact Iron Row: Dev Shah",
            '2026-03-03 10:30 | logcall Iron Row: Dev said "people forget their cards every morning", demo Tue 10 March 10:00',
            "2026-03-10 10:20 | done Iron Row no show",
        ),
        "2026-03-11 09:00",
    ),
)
