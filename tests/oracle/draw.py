"""Draws days on which dates go wrong, and prints tables. Knows no law.

The draws are made of `random()` alone, which Python promises to keep: same seed, same table, whichever Python.
"""

import calendar
import datetime
import random
import sys

import holidays


class Draw:
    def __init__(self, seed):
        self.next = random.Random(seed).random

    def below(self, bound):
        return int(self.next() * bound)

    def choice(self, items):
        return items[self.below(len(items))]

    def day(self, first_year, years):
        """Any day; one in three at the end of a month, the turn of the year, around 1 January 2025 or on a leap day."""
        on = datetime.date(first_year, 1, 1) + datetime.timedelta(days=self.below(365 * years))
        if self.next() > 0.35:
            return on
        return self.choice(
            [
                on.replace(month=1, day=31),
                on.replace(month=1, day=1),
                on.replace(day=calendar.monthrange(on.year, on.month)[1]),
                on.replace(month=12, day=20 + self.below(12)),
                datetime.date(2024, 12, 27) + datetime.timedelta(days=self.below(10)),
                datetime.date(self.choice([2024, 2028]), 2, 29),
            ]
        )


def table(script, seed, cases, columns, row):
    """Prints a table; seed and number of cases may be given on the command line."""
    seed, cases = map(int, sys.argv[1:3]) if sys.argv[1:] else (seed, cases)
    sys.stdout.reconfigure(encoding="utf-8")
    draw = Draw(seed)
    print(f"# Made by tests/oracle/{script}, seed {seed}, holidays {holidays.__version__}. Frozen: dates are law.")
    print(f"# {columns}")
    for number in range(cases):
        print("\t".join(str(column) for column in row(draw, number)))
