"""Germany's largest partners in papers, and an indicator of all countries.

Needs nothing but Python 3: python3 python_standard_library.py https://SITE/
"""

import csv
import io
import json
import sys
from urllib.parse import urljoin
from urllib.request import urlopen

site = sys.argv[1] if len(sys.argv) > 1 else "https://SITE/"
api = urljoin(site, "api/v1/")


def read(address):
    with urlopen(address) as answer:
        return answer.read().decode("utf-8")


# One country: partners, totals, indicators.
germany = json.loads(read(urljoin(api, "countries/DEU.json")))
papers = next(p for p in germany["partners"] if p["layer"] == "papers")
for partner in papers["strongest"]:
    print(partner["country"], partner["name"], partner["value"], sep="\t")
print("rest", papers["rest"]["sum"], papers["sum_unit"], sep="\t")

# One indicator of all countries: the latest value of each.
balance = urljoin(api, "indicators/balance.csv")
latest = {}
for row in csv.DictReader(io.StringIO(read(balance))):
    if row["layer"] == "students":
        latest[row["country_name"]] = (float(row["value"]), int(row["year"]))
for name, (value, year) in sorted(latest.items(), key=lambda item: -item[1][0])[:5]:
    print(name, year, value, sep="\t")

# What may be done with it stands in every file.
print(germany["licence"])
