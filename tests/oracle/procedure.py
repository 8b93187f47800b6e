"""Prints tests/formats/procedure.tsv: until when something may be filed, answered, decided or posted, and from when the office
can be sued, with the steps of the explanation.

`procedure.py SEED CASES` draws others. `sh installer/test.sh` installs what it imports.
"""

import datetime

import law
from draw import table
from law import DAY, step

WAYS = ["post", "arrived", "hand", "served", "acknowledged"]
RULES = [*WAYS, "sue", "answer", "deemed", "post-by"]
REMEDIES = {
    "action": "§ 74 Abs. 1 VwGO",
    "objection": "§ 70 Abs. 1 VwGO",
    "without-notice": "§ 58 Abs. 2 VwGO",
}


def by_regime(regime, paragraph, tax, place):
    return tax if regime == "ao" else law.act(paragraph, place)


def taxed(regime, place):
    """That a town's tax goes by the AO, because its Land's act on charges refers to it."""
    return [step("tax-goes-by-ao", law.CHARGES.get(law.land(place), ""))] if regime == "ao" else []


def notified(rule, sent, on, regime, place):
    """Trigger and day of the period, and the step that says how a letter reached somebody."""
    other = by_regime(regime, "41 Abs. 1", "§ 122 Abs. 1 AO", place)
    paragraph = {
        "post": by_regime(regime, "41 Abs. 2", "§ 122 Abs. 2 AO", place),
        "arrived": by_regime(regime, "41 Abs. 2 Satz 3", "§ 122 Abs. 2 AO", place),
        "hand": other,
        "served": "§ 3 LZG NRW",
        "acknowledged": "§ 5 LZG NRW",
    }[rule]
    post = f"posted-{regime}"
    if rule == "post":
        return post, on, step("notified-post", paragraph, date=on)
    if rule == "arrived" and law.posted(sent, regime, place)[0] >= on:
        return post, sent, step("notified-arrived-before", paragraph, date=on)
    return "event", on, step(f"notified-{rule}", paragraph, date=on)


def remedy(place, regime, rule, kind, sent, on):
    unit = "years" if kind == "without-notice" else "months"
    trigger, day, how = notified(rule, sent, on, regime, place)
    event, end, steps = law.period(place, "frist", regime, unit, 1, trigger, day)
    return event, end, [step(f"remedy-{kind}", REMEDIES[kind]), how, *taxed(regime, place), *steps]


def sue(place, regime, on):
    """Three months keep the court shut. Nothing is to be done within them, so their end does not move (§ 193 BGB)."""
    event, end, steps = law.period(place, "zeitraum", "bgb", "months", 3, "event", on)
    about = {"vwvfg": "to-act", "ao": "objection"}[regime]
    begins = step("remedy-failure-from", date=end + DAY)
    return event, end, [step(f"remedy-failure-{about}", "§ 75 Satz 2 VwGO"), *steps, begins]


def answer(place, regime, on):
    event, end, steps = law.period(place, "frist", regime, "weeks", 2, f"posted-{regime}", on)
    paragraph = by_regime(regime, "31 Abs. 2", "§ 108 Abs. 2 AO", place)
    return event, end, [step("procedure-answer-weeks", paragraph, weeks=2), *taxed(regime, place), *steps]


def deemed(place, on):
    """Three months from complete documents (§ 42a VwVfG), ordered by § 6a GewO."""
    event, end, steps = law.period(place, "frist", "vwvfg", "months", 3, "event", on)
    begins = step("deemed-begins", law.act("42a Abs. 2 Satz 2", place), date=on)
    return event, end, [step("deemed-rule", "§ 6a Abs. 2 GewO", months=3), begins, *steps]


def post_by(place, by):
    """The last working day on which a letter that is posted counts as notified by a day."""
    days = [by - count * DAY for count in range(60)]
    on = next(day for day in days if not law.is_off(day, place) and law.posted(day, "vwvfg", place)[0] <= by)
    event = law.posted(on, "vwvfg", place)[0]
    first = step("deemed-post-by", law.act("41 Abs. 2", place), by=by)
    return event, on, [first, step("deemed-post-notified", date=on, on=event)]


def case(draw, number):
    place = law.PLACES[number % len(law.PLACES)]
    rule = RULES[number // len(law.PLACES) % len(RULES)]
    if rule in ("served", "acknowledged"):  # by the act of NRW, the only one on service that the program names
        place = "NW"
    regime = "vwvfg" if rule in ("deemed", "post-by") else draw.choice(["vwvfg", "ao"])
    kind = draw.choice(list(REMEDIES)) if rule in WAYS else "-"
    on = draw.day(2023, 12)
    sent = on - datetime.timedelta(days=draw.below(10)) if rule == "arrived" else "-"
    if rule in WAYS:
        found = remedy(place, regime, rule, kind, sent, on)
    elif rule in ("sue", "answer"):
        found = {"sue": sue, "answer": answer}[rule](place, regime, on)
    else:
        found = {"deemed": deemed, "post-by": post_by}[rule](place, on)
    event, end, steps = found
    return place, regime, rule, kind, sent, on, event, end, "; ".join(steps)


COLUMNS = "Land or municipality key, law, rule, remedy, posted on, on, day of notification or event, last day, explanation"
table("procedure.py", 58, 648, COLUMNS, case)
