"""Prints tests/formats/deadlines.tsv: periods of every kind at every place, with the steps of their explanation.

`deadlines.py SEED CASES` draws others. `sh installer/test.sh` installs what it imports.
"""

from dateutil.relativedelta import relativedelta

import law
from draw import table

UNITS = {"days": range(0, 60), "weeks": range(1, 12), "months": range(1, 25), "years": range(1, 11)}
KINDS = ["frist", "zeitraum", "frist", "termin", "frist", "rueckwaerts"]
# Days that are not kept everywhere, by place and all together.
COMMON = set.intersection(*(set(law.KEPT[place]) for place in law.LAENDER))
def own(place):
    kept = {**law.KEPT[place], **law.PERHAPS[place]}
    return sorted(day for day in kept if 2018 <= day.year <= 2035 and day not in COMMON)


OWN = {place: own(place) for place in law.PLACES}
ANY = sorted({day for days in OWN.values() for day in days})


def before(day, kind, unit, value, trigger):
    """A day from which the count arrives at a day, where no month is too short."""
    sign = -1 if kind == "rueckwaerts" else 1
    day -= sign * relativedelta(**{unit: value})
    if trigger == "beginning":
        return day + sign * law.DAY
    return day - 4 * law.DAY if trigger.startswith("posted") else day


def case(draw, number):
    place = law.PLACES[number % len(law.PLACES)]
    kind = KINDS[number // len(law.PLACES) % len(KINDS)]
    unit = draw.choice(list(UNITS))
    value = draw.choice(UNITS[unit])
    trigger = draw.choice(["event", "event", "beginning", "posted-vwvfg", "posted-ao"])
    basis = trigger.removeprefix("posted-") if trigger.startswith("posted") else draw.choice(["vwvfg", "ao", "bgb"])
    on = draw.day(2015, 20)
    if draw.next() < 0.4:
        on = before(draw.choice(draw.choice([OWN[place], ANY])), kind, unit, value, trigger)
    event, end, steps = law.period(place, kind, basis, unit, value, trigger, on)
    return place, kind, basis, unit, value, trigger, on, event, end, "; ".join(steps)


COLUMNS = "Land or municipality key, kind, law, unit, value, trigger, on, event or day of notification, last day, explanation"
table("deadlines.py", 193, 900, COLUMNS, case)
