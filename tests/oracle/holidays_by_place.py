"""Prints tests/formats/holidays.tsv: the public holidays of every Land, and of two towns with some of their own, by name.

`sh installer/test.sh` installs what it imports.
"""

import sys

import holidays

import law

sys.stdout.reconfigure(encoding="utf-8")
print(f"# Made by tests/oracle/holidays_by_place.py with holidays {holidays.__version__}. Frozen: dates are law.")
print("# Land or municipality key, year, dates as MM-DD with the key of the holiday")
for place in law.PLACES:
    for year in range(2015, 2041):
        kept = sorted((day, name) for day, name in law.KEPT[place].items() if day.year == year)
        print(place, year, " ".join(f"{day:%m-%d}={name}" for day, name in kept), sep="\t")
