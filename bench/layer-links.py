"""A second method for layer_links and layer_gaps, with scipy: what the tests hold as reference, and the snapshot itself.

    pip install pandas pyarrow scipy
    python bench/layer-links.py                          prints the reference of src/indicators/relations/layer-links.test.ts
    python bench/layer-links.py links.csv gaps.csv       compares with all rows of both relations, as `npm run -s query --` writes them

The snapshot is read from data/snapshot; nothing is shared with the SQL but the rules, which are written down here again.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.stats import rankdata, spearmanr

LEAST_EXPECTED, LEAST_PAIRS, Z = 20, 30, 1.959964
SNAPSHOT = Path(__file__).parent.parent / "data" / "snapshot"


def expected(cells, directed):
    """Links and expected links of unordered pairs, from a matrix."""
    if not directed:
        cells = cells + cells.T
        size = cells.sum(1)
        return cells, np.outer(size, size) / size.sum()
    e = np.outer(cells.sum(1), cells.sum(0)) / cells.sum()
    return cells + cells.T, e + e.T


def strengths(cells, codes, directed):
    links, e = expected(cells, directed)
    return {
        (codes[i], codes[j]): (links[i, j], e[i, j])
        for i in range(len(codes))
        for j in range(i + 1, len(codes))
        if e[i, j] >= LEAST_EXPECTED
    }


def compare(first, second):
    """Pairs, correlations with limits by measure, percentiles; None where too few pairs are shared."""
    pairs = sorted(set(first) & set(second))
    if len(pairs) < LEAST_PAIRS:
        return None
    a, b = (np.array([of[p] for p in pairs], dtype=float) for of in (first, second))
    values = {"intensity": (a[:, 0] / a[:, 1], b[:, 0] / b[:, 1]), "links": (a[:, 0], b[:, 0])}
    links = {}
    for measure, (x, y) in values.items():
        r = spearmanr(x, y).statistic
        half = Z * np.sqrt((1 + r * r / 2) / (len(pairs) - 3))
        links[measure] = (len(pairs), r, np.tanh(np.arctanh(r) - half), np.tanh(np.arctanh(r) + half))
    u, v = ((rankdata(values["intensity"][i]) - 0.5) / len(pairs) for i in (0, 1))
    return links, {p: (u[i], v[i], u[i] - v[i]) for i, p in enumerate(pairs)}


def small_world():
    codes = [letter * 3 for letter in "ABCDEFGHIJKL"]
    n = range(len(codes))
    papers = np.array([[50 + (i * 7 + j * 13) % 5 * 40 if i < j else 0 for j in n] for i in n], dtype=float)
    moves = np.array([[(i * 5 + j * 11) % 4 * 15 if i != j else 0 for j in n] for i in n], dtype=float)
    return compare(strengths(papers, codes, False), strengths(moves, codes, True))


def snapshot_strengths():
    """(layer, source, year) → pairs; students by the directions that are listed by a host that reported."""
    flows = pd.read_parquet(SNAPSHOT / "flows.parquet").astype({c: str for c in ("layer", "source", "origin", "destination")})
    coverage = pd.read_parquet(SNAPSHOT / "coverage.parquet")
    reported = set(coverage[coverage.status == "reported"][["country", "year"]].itertuples(index=False, name=None))
    totals = pd.read_parquet(SNAPSHOT / "totals.parquet")
    totals = totals[(totals.source == "uis-student-totals") & (totals.value > 0)]
    total = {(m, c, y): v for m, c, y, v in totals[["measure", "country", "year", "value"]].itertuples(index=False)}
    result = {}
    for (layer, source, year), rows in flows.groupby(["layer", "source", "year"]):
        if layer == "students":
            world = total.get(("inbound_students", "WLD", year))
            found = {}
            for o, d, v in rows[["origin", "destination", "value"]].itertuples(index=False):
                sent, received = total.get(("outbound_students", o, year)), total.get(("inbound_students", d, year))
                if (d, year) in reported and sent and received and world:
                    links, e = found.get((min(o, d), max(o, d)), (0, 0))
                    found[min(o, d), max(o, d)] = (links + v, e + sent * received / world)
            result[layer, source, year] = {p: x for p, x in found.items() if x[1] >= LEAST_EXPECTED}
        else:
            codes = sorted(set(rows.origin) | set(rows.destination))
            at = {c: i for i, c in enumerate(codes)}
            cells = np.zeros((len(codes), len(codes)))
            np.add.at(cells, (rows.origin.map(at), rows.destination.map(at)), rows.value)
            result[layer, source, year] = strengths(cells, codes, layer == "scholars")
    return result


def check(links_file, gaps_file):
    of = snapshot_strengths()
    links, gaps = {}, {}
    for a, first in of.items():
        for b, second in of.items():
            if a[0] < b[0] and a[2] == b[2] and (both := compare(first, second)):
                key = (*a[:2], *b)
                links |= {(*key, m): x for m, x in both[0].items()}
                gaps |= {(*key, *p): x for p, x in both[1].items()}
    layers = ["first_layer", "first_source", "second_layer", "second_source", "year"]
    for name, file, want, keys, columns in (
        ("layer_links", links_file, links, ["measure"], ["pairs", "rank_correlation", "low", "high"]),
        ("layer_gaps", gaps_file, gaps, ["origin", "destination"], ["first_percentile", "second_percentile", "gap"]),
    ):
        rows = pd.read_csv(file, keep_default_na=False, na_values=[""])
        worst = 0.0
        for row in rows[layers + keys + columns].itertuples(index=False):
            worst = max(worst, *(abs(x - y) for x, y in zip(row[len(layers + keys) :], want.pop(tuple(row[: len(layers + keys)])))))
        print(f"{name}: {len(rows)} rows, largest difference {worst:.1e}, {len(want)} missing")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        check(*sys.argv[1:])
    else:
        links, gaps = small_world()
        for measure, x in links.items():
            print(measure, [round(float(v), 6) for v in x])
        for pair in (("AAA", "BBB"), ("CCC", "HHH")):
            print(pair, [round(float(v), 6) for v in gaps[pair]])
