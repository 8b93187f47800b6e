"""Writes tests/formats/procedure.tsv: until when something may be filed, and from when the office can be sued, with the
steps of the explanation, computed with python-dateutil and PyPI's `holidays`.

Run it by hand where both are installed; it installs nothing itself. Same seed, same file.
"""

import calendar
import datetime
import pathlib
import random

import holidays
from dateutil.relativedelta import relativedelta

SEED = 58
CASES = 800
# Länder without a holiday that holds in some of their towns only.
LAENDER = "BB BE BW HB HE HH MV NI NW RP SH SL ST".split()
TARGET = pathlib.Path(__file__).parent.parent / "formats" / "procedure.tsv"
DAY = datetime.timedelta(days=1)
KEPT = {land: holidays.Germany(subdiv=land, years=range(2000, 2060)) for land in LAENDER}


def moved(day, land):
    """The next working day, and the steps to it."""
    steps = []
    start = day
    while day in KEPT[land] or day.weekday() >= 5:
        holiday = day in KEPT[land]
        steps.append("holiday" if holiday else ("saturday" if day.weekday() == 5 else "sunday"))
        day += DAY
    return day, [f"deadline-{step}" for step in steps] + (["deadline-moved"] if day != start else [])


def posted(day, regime, land):
    """The day of notification of a letter by post, and the steps to it."""
    deemed = day + datetime.timedelta(days=4 if day.year >= 2025 else 3)
    steps = ["deadline-posted", "deadline-notified"]
    if regime == "ao":
        deemed, more = moved(deemed, land)
        return deemed, steps + more
    off = deemed in KEPT[land] or deemed.weekday() >= 5
    return deemed, steps + (["deadline-notified-stays"] if off else [])


def period(event, unit, value, land):
    end = event + relativedelta(**{unit: value})
    name = unit if value > 1 else unit[:-1]
    steps = ["deadline-event", f"deadline-{name}"]
    if end.day < event.day:
        steps.append("deadline-month-end")
    end, more = moved(end, land)
    return end, steps + more + ["deadline-result"]


def case(draw):
    land = draw.choice(LAENDER)
    regime = draw.choice(["vwvfg", "ao"])
    rule = draw.choice(["post", "arrived", "hand", "served", "sue"])
    remedy = draw.choice(["action", "objection", "without-notice"]) if rule != "sue" else "-"
    on = datetime.date(2023, 1, 1) + datetime.timedelta(days=draw.randrange(365 * 12))
    if draw.random() < 0.35:
        on = draw.choice(
            [
                on.replace(month=1, day=31),
                on.replace(day=calendar.monthrange(on.year, on.month)[1]),
                on.replace(month=12, day=20 + draw.randrange(12)),
                datetime.date(2024, 12, 27) + datetime.timedelta(days=draw.randrange(10)),
                datetime.date(draw.choice([2024, 2028]), 2, 29),
            ]
        )
    sent = "-"
    if rule == "sue":
        end, steps = period(on, "months", 3, land)
        return (land, regime, rule, remedy, sent, on, on, end, " ".join(["remedy-failure-to-act"] + steps))
    why = [f"remedy-{remedy}"]
    if rule == "post":
        event, steps = posted(on, regime, land)
        why += ["notified-post"] + steps
    elif rule == "arrived":
        sent = on - datetime.timedelta(days=draw.randrange(10))
        deemed, steps = posted(sent, regime, land)
        event = max(deemed, on)
        why += ["notified-arrived"] if on > deemed else ["notified-arrived-before"] + steps
    else:
        event = on
        why += [f"notified-{rule}"]
    unit = "years" if remedy == "without-notice" else "months"
    end, steps = period(event, unit, 1, land)
    return (land, regime, rule, remedy, sent, on, event, end, " ".join(why + steps))


draw = random.Random(SEED)
with TARGET.open("w", encoding="utf-8") as out:
    out.write(f"# Made by tests/oracle/procedure.py, seed {SEED}, holidays {holidays.__version__}. Frozen: dates are law.\n")
    out.write("# Land, regime, rule, remedy, posted on, on, day of notification, last day, steps of the explanation\n")
    for _ in range(CASES):
        out.write("\t".join(str(column) for column in case(draw)) + "\n")
