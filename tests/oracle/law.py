"""Periods and their explanations by python-dateutil and `holidays`, written from the law and not from the program.

Knows the places, their holidays and acts; draws no case and prints nothing.
"""

import calendar
import datetime

import holidays
from dateutil.relativedelta import relativedelta

LAENDER = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split()
# Towns in which a holiday is kept that their Land does not keep everywhere, by municipality key.
TOWNS = {"09761000": ("BY", "Augsburg", ["public"]), "16061045": ("TH", "TH", ["public", "catholic"])}
PLACES = LAENDER + list(TOWNS)
YEARS = range(2000, 2060)
DAY = datetime.timedelta(days=1)

# The acts on administrative procedure that are not the federal one by reference.
ACTS = {
    "BW": "LVwVfG",
    "BY": "BayVwVfG",
    "HB": "BremVwVfG",
    "HE": "HVwVfG",
    "HH": "HmbVwVfG",
    "MV": "VwVfG M-V",
    "NW": "VwVfG NRW",
    "SL": "SVwVfG",
    "TH": "ThürVwVfG",
}

# The acts on municipal charges; cities that are a Land have none.
CHARGES = {
    "BB": "KAG Bbg",
    "BW": "KAG BW",
    "BY": "BayKAG",
    "HE": "HessKAG",
    "MV": "KAG M-V",
    "NI": "NKAG",
    "NW": "§ 12 KAG NRW",
    "RP": "KAG RP",
    "SH": "KAG SH",
    "SL": "KAG SL",
    "SN": "SächsKAG",
    "ST": "KAG-LSA",
    "TH": "ThürKAG",
}

# Länder with an act of their own of which nobody here has read that it says the fourth day since 2025.
FOURTH_DAY_OPEN = {
    "BW": "Baden-Württemberg",
    "BY": "Bayern",
    "HB": "Bremen",
    "HE": "Hessen",
    "HH": "Hamburg",
    "MV": "Mecklenburg-Vorpommern",
    "SH": "Schleswig-Holstein",
    "SL": "Saarland",
    "TH": "Thüringen",
}

KEYS = {
    "Neujahr": "neujahr",
    "Heilige Drei Könige": "heilige-drei-koenige",
    "Frauentag": "frauentag",
    "Karfreitag": "karfreitag",
    "Ostersonntag": "ostersonntag",
    "Ostermontag": "ostermontag",
    "Erster Mai": "tag-der-arbeit",
    "Christi Himmelfahrt": "christi-himmelfahrt",
    "Pfingstsonntag": "pfingstsonntag",
    "Pfingstmontag": "pfingstmontag",
    "Fronleichnam": "fronleichnam",
    "Augsburger Hohes Friedensfest": "friedensfest",
    "Mariä Himmelfahrt": "mariae-himmelfahrt",
    "Weltkindertag": "weltkindertag",
    "Tag der Deutschen Einheit": "tag-der-deutschen-einheit",
    "Reformationstag": "reformationstag",
    "Allerheiligen": "allerheiligen",
    "Buß- und Bettag": "buss-und-bettag",
    "Erster Weihnachtstag": "erster-weihnachtstag",
    "Zweiter Weihnachtstag": "zweiter-weihnachtstag",
}


def key(name):
    """The key of a holiday by its German name; those of Berlin that come once have long ones."""
    name = name.removeprefix("Christi Himmelfahrt; ")  # on 1 May 2008
    if "Befreiung" in name:
        return "tag-der-befreiung"
    return "volksaufstand" if "17. Juni 1953" in name else KEYS[name]


def days(subdivision, categories):
    found = holidays.Germany(subdiv=subdivision, years=YEARS, categories=categories, language="de")
    return {day: key(name) for day, name in found.items()}


def land(place):
    return TOWNS[place][0] if place in TOWNS else place


# What is kept at a place, and what may be kept there: a Land does not know which of its towns is Catholic.
KEPT = {place: days(place, ["public"]) for place in LAENDER}
KEPT |= {place: days(subdivision, categories) for place, (_, subdivision, categories) in TOWNS.items()}
PERHAPS = {
    place: {day: name for day, name in days(land(place), ["catholic"]).items() if day not in KEPT[place]}
    for place in PLACES
}


def step(name, law="", **args):
    """One step: its name, its values in the order of their names, the paragraph."""
    values = "".join(f" {key}={value}" for key, value in sorted(args.items()))
    return f"{name}{values}" + (f" ({law})" if law else "")


def act(paragraph, place):
    """A paragraph of the act of the Land. In Bavaria they are articles."""
    sign = "Art." if land(place) == "BY" else "§"
    if land(place) == "SH":  # Its LVwG has numbers of its own.
        return "LVwG"
    return f"{sign} {paragraph} {ACTS.get(land(place), 'VwVfG')}"


def is_off(day, place):
    return day.weekday() >= 5 or day in KEPT[place]


def moved(day, law, place):
    """The next working day, and the steps to it."""
    steps, start = [], day
    while is_off(day, place):
        if day in KEPT[place]:
            steps.append(step("deadline-holiday", law, date=day, holiday=KEPT[place][day]))
        else:
            steps.append(step("deadline-saturday" if day.weekday() == 5 else "deadline-sunday", law, date=day))
        day += DAY
    if day != start:
        steps.append(step("deadline-moved", law, date=day))
    if day in PERHAPS[place]:
        steps.append(step("deadline-local-holiday", date=day, holiday=PERHAPS[place][day]))
    return day, steps


def posted(day, regime, place):
    """The day on which a letter by post is deemed notified, and the steps to it."""
    count = 4 if day >= datetime.date(2025, 1, 1) else 3
    law = "§ 122 Abs. 2 Nr. 1 AO" if regime == "ao" else act("41 Abs. 2", place)
    deemed = day + count * DAY
    steps = [step("deadline-posted", date=day), step("deadline-notified", law, date=deemed, days=count)]
    if regime == "ao":
        deemed, more = moved(deemed, "§ 108 Abs. 3 AO", place)
        return deemed, steps + more
    if count == 4 and land(place) in FOURTH_DAY_OPEN:
        steps.append(step("deadline-notified-open", law, land=FOURTH_DAY_OPEN[land(place)]))
    return deemed, steps + ([step("deadline-notified-stays", law, date=deemed)] if is_off(deemed, place) else [])


def last_day(event, unit, value, sign, counts_first_day):
    """The day on which the count arrives, and whether its month lacks the day that it should have been."""
    if unit in ("days", "weeks"):
        count = value * (7 if unit == "weeks" else 1)
        return event + sign * (count - (counts_first_day and count > 0)) * DAY, False
    same = event + relativedelta(**{unit: sign * value})
    if not counts_first_day or value == 0:
        return same, same.day < event.day
    if sign < 0:  # the day after it is a first of a month where the month lacks it: nothing is shortened
        return same + DAY, False
    if event.day == 1:
        return same - DAY, False
    end = same.replace(day=min(event.day - 1, calendar.monthrange(same.year, same.month)[1]))
    return end, end.day < event.day - 1


def counted(event, unit, value, sign, counts_first_day):
    """§ 188 BGB: the last day before it moves, and the steps to it."""
    raw, shortened = last_day(event, unit, value, sign, counts_first_day)
    name = ("back-" if sign < 0 else "") + (unit[:-1] if value == 1 else unit)
    law = "§ 188 Abs. 1 BGB" if unit == "days" else "§ 188 Abs. 2 BGB"
    if sign < 0:
        law = "§§ 187, 188 BGB (entsprechend)"
    steps = [step(f"deadline-{name}", law, date=raw, value=value, **{"from": event})]
    return raw, steps + ([step("deadline-month-end", "§ 188 Abs. 3 BGB", date=raw)] if shortened else [])


def moves_by(basis, place):
    if basis == "vwvfg":
        return f"§ 193 BGB, {act('31 Abs. 3', place)}"
    return "§ 193 BGB, § 108 Abs. 3 AO" if basis == "ao" else "§ 193 BGB"


def ended(kind, basis, day, place):
    """The last day, moved or not by what kind of end it is, and the steps to it."""
    if kind == "frist":
        end, steps = moved(day, moves_by(basis, place), place)
        return end, steps + [step("deadline-result", date=end)]
    stays = []
    if is_off(day, place) and kind == "rueckwaerts":
        before = day
        while is_off(before, place):
            before -= DAY
        stays = [step("deadline-stays-rueckwaerts", before=before, date=day)]
    elif is_off(day, place):
        name, law = stays_by(kind, basis, place)
        stays = [step(name, law, date=day)]
    return day, stays + [step("deadline-result", date=day)]


def stays_by(kind, basis, place):
    if kind == "zeitraum" and basis == "bgb":
        return "deadline-stays-zeitraum-bgb", "§§ 187, 188 BGB"
    number = 4 if kind == "zeitraum" else 5
    # A day that an authority set is one of its law, whatever else is civil.
    law = f"§ 108 Abs. {number} AO" if basis == "ao" else act(f"31 Abs. {number}", place)
    return f"deadline-stays-{kind}", law


def begun(trigger, on, place):
    """The event or the day of notification, and the steps to it."""
    if trigger == "beginning":
        return on, [step("deadline-beginning", "§ 187 Abs. 2 BGB", date=on)]
    steps, event = [], on
    if trigger.startswith("posted"):
        event, steps = posted(on, trigger.removeprefix("posted-"), place)
    return event, steps + [step("deadline-event", "§ 187 Abs. 1 BGB", date=event)]


def period(place, kind, basis, unit, value, trigger, on):
    """The event, the last day, and the explanation."""
    event, steps = begun(trigger, on, place)
    sign = -1 if kind == "rueckwaerts" else 1
    raw, more = counted(event, unit, value, sign, trigger == "beginning")
    end, last = ended(kind, basis, raw, place)
    return event, end, steps + more + last
