"""Writes tests/formats/deadlines.tsv: periods computed with python-dateutil and PyPI's `holidays`.

Run it by hand where both are installed; it installs nothing itself. Same seed, same file.
"""

import calendar
import datetime
import pathlib
import random

import holidays
from dateutil.relativedelta import relativedelta

SEED = 193
CASES = 1200
LAENDER = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split()
TARGET = pathlib.Path(__file__).parent.parent / "formats" / "deadlines.tsv"
DAY = datetime.timedelta(days=1)
KEPT = {land: holidays.Germany(subdiv=land, years=range(2000, 2060)) for land in LAENDER}


def next_working_day(day, land):
    while day.weekday() >= 5 or day in KEPT[land]:
        day += DAY
    return day


def notified(day, regime, land):
    deemed = day + datetime.timedelta(days=4 if day >= datetime.date(2025, 1, 1) else 3)
    return next_working_day(deemed, land) if regime == "ao" else deemed


def last_day(event, unit, value, sign, counts_first_day):
    if not counts_first_day or value == 0:
        return event + relativedelta(**{unit: sign * value})
    if unit in ("days", "weeks"):
        days = value * (7 if unit == "weeks" else 1) - 1
        return event + datetime.timedelta(days=sign * days)
    same = event + relativedelta(**{unit: sign * value})
    if sign < 0:
        return same + DAY
    if event.day == 1:
        return same - DAY
    return same.replace(day=min(event.day - 1, calendar.monthrange(same.year, same.month)[1]))


def case(draw):
    land = draw.choice(LAENDER)
    kind = draw.choice(["frist"] * 4 + ["zeitraum", "termin", "rueckwaerts"])
    unit = draw.choice(["days", "weeks", "months", "years"])
    value = draw.choice({"days": range(0, 60), "weeks": range(1, 12), "months": range(1, 25), "years": range(1, 11)}[unit])
    trigger = draw.choice(["event", "event", "beginning", "posted-vwvfg", "posted-ao"])
    on = datetime.date(2015, 1, 1) + datetime.timedelta(days=draw.randrange(365 * 20))
    if draw.random() < 0.35:  # the ends of months, the turn of the year, the days around 1 January 2025
        on = draw.choice(
            [
                on.replace(month=1, day=31),
                on.replace(month=1, day=1),
                on.replace(day=calendar.monthrange(on.year, on.month)[1]),
                on.replace(month=12, day=20 + draw.randrange(12)),
                datetime.date(2024, 12, 27) + datetime.timedelta(days=draw.randrange(10)),
                datetime.date(draw.choice([2016, 2020, 2024, 2028]), 2, 29),
            ]
        )
    event = notified(on, trigger.removeprefix("posted-"), land) if trigger.startswith("posted") else on
    sign = -1 if kind == "rueckwaerts" else 1
    end = last_day(event, unit, value, sign, trigger == "beginning")
    if kind == "frist":
        end = next_working_day(end, land)
    return (land, kind, unit, value, trigger, on, event, end)


draw = random.Random(SEED)
with TARGET.open("w", encoding="utf-8") as out:
    out.write(f"# Made by tests/oracle/deadlines.py, seed {SEED}, holidays {holidays.__version__}. Frozen: dates are law.\n")
    out.write("# Land, kind, unit, value, trigger, on, event or day of notification, last day\n")
    for _ in range(CASES):
        out.write("\t".join(str(column) for column in case(draw)) + "\n")
