"""Whole-process times of the commands beside their peers, interleaved in one run: read the ratios, not the seconds.

python tests/benchmarks/start.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUERY = "SELECT ?s { ?s a <https://w3id.org/regional-space/def#Region> }"
GRAPH = ROOT / "kg" / "graph" / "kg.ttl"
OXIGRAPH = (
    f"import pyoxigraph as o; s = o.Store(); s.bulk_load(path={str(GRAPH)!r}); print(len(list(s.query({QUERY!r}))))"
)
RDFLIB = f"import rdflib; g = rdflib.Graph(); g.parse({str(GRAPH)!r}); print(len(list(g.query({QUERY!r}))))"


def commands(out: str) -> dict[str, list[str]]:
    """What is timed, by name."""
    python, kg = [sys.executable, "-c"], [sys.executable, "-m", "kg"]
    return {
        "python -c pass": [*python, "pass"],
        "python -c 'import rdflib'": [*python, "import rdflib"],
        "kg --help": [*kg, "--help"],
        "kg query (the list)": [*kg, "query"],
        "kg query funding": [*kg, "query", "funding", "--set", "region=occitanie"],
        "kg query, a bare SELECT": [*kg, "query", QUERY, "--format", "csv"],
        "bare pyoxigraph, same file and query": [*python, OXIGRAPH],
        "rdflib, same file and query": [*python, RDFLIB],
        "kg why": [*kg, "why", "CNES"],
        "kg validate": [*kg, "validate"],
        "kg build": [*kg, "build", "--out", out],
    }


def main() -> None:
    """Print the median of each and its ratio to starting Python."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as out:
        for _ in range(rounds):
            for name, command in commands(out).items():
                start = time.perf_counter()
                subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
                times.setdefault(name, []).append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    base = medians["python -c pass"]
    for name, median in medians.items():
        print(f"{name:<40} {median * 1000:8.0f} ms {median / base:7.1f} x")


if __name__ == "__main__":
    main()
