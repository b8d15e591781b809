"""Papers of Germany and France by year, and an indicator as a table of countries by years.

Needs pandas: python3 python_pandas.py https://SITE/
"""

import json
import sys
from urllib.parse import urljoin
from urllib.request import urlopen

import pandas as pd

site = sys.argv[1] if len(sys.argv) > 1 else "https://SITE/"
api = urljoin(site, "api/v1/")

# Two countries: every flow between them, in all layers.
with urlopen(urljoin(api, "pairs/DEU-FRA.json")) as answer:
    pair = json.load(answer)
flows = pd.json_normalize(
    pair["flows"], "values", ["layer", "source", "origin", "destination"]
)
papers = flows[flows["layer"] == "papers"].set_index("year")["value"]
print(papers.tail(5).to_string())

# An indicator. Only empty cells are missing.
balance = pd.read_csv(
    urljoin(api, "indicators/balance.csv"), keep_default_na=False, na_values=[""]
)
students = balance[balance["layer"] == "students"]
table = students.pivot(index="country_name", columns="year", values="value")
print(table.tail(5).to_string())

# A whole table of the release, by the index (needs pyarrow too):
# index = json.load(urlopen(urljoin(api, "index.json")))
# address = next(t["parquet"] for t in index["tables"] if t["name"] == "flows")
# everything = pd.read_parquet(urljoin(api, address))
