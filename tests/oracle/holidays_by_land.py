"""Writes tests/formats/holidays.tsv: the public holidays of every Land, as PyPI's `holidays` knows them.

Run it by hand where `holidays` is installed; it installs nothing itself. Local holidays are left out.
"""

import pathlib

import holidays

LAENDER = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split()
TARGET = pathlib.Path(__file__).parent.parent / "formats" / "holidays.tsv"

with TARGET.open("w", encoding="utf-8") as out:
    out.write(f"# Made by tests/oracle/holidays_by_land.py with holidays {holidays.__version__}. Frozen: dates are law.\n")
    out.write("# Land, year, dates as MM-DD\n")
    for land in LAENDER:
        for year in range(2015, 2041):
            days = sorted(holidays.Germany(subdiv=land, years=year))
            out.write(f"{land}\t{year}\t{' '.join(day.strftime('%m-%d') for day in days)}\n")
