"""How far the embedded engine carries: python -m tests.benchmarks.embedded 100000 1000000 [URL ...]

Prints a table row for each size: seconds of processor to load a Turtle file and to answer four queries, and the memory
they take; with URLs (a store's Graph Store endpoint), the seconds of processor and of clock of a push and a pull too.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

QUERIES = {
    "lookup": "SELECT ?p ?o { <urn:org/7> ?p ?o }",
    "join": "SELECT ?o ?a { ?o <urn:region> <urn:region/3> . ?f <urn:recipient> ?o ; <urn:amount> ?a }",
    "sum": "SELECT ?r (SUM(?a) AS ?s) { ?f <urn:amount> ?a ; <urn:recipient>/<urn:region> ?r } GROUP BY ?r",
    "regex": "SELECT ?o { ?o <urn:name> ?n FILTER REGEX(?n, 'number 1.*7$') }",
}
MEASURE = """
import json, resource, sys, time
import pyoxigraph as ox
began = time.process_time(); store = ox.Store(); store.bulk_load(path=sys.argv[1])
found = {"load": time.process_time() - began}
for name, query in json.loads(sys.argv[2]).items():
    began = time.process_time(); list(store.query(query)); found[name] = time.process_time() - began
found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(found))
"""


def write(path: Path, count: int) -> None:
    """Organisations, and money that they receive: seven triples for each pair."""
    with path.open("w", encoding="utf-8") as file:
        for n in range(count // 7):
            file.write(
                f'<urn:org/{n}> a <urn:Company> ; <urn:name> "Company number {n}"@en ;'
                f" <urn:region> <urn:region/{n % 20}> .\n"
                f"<urn:fund/{n}> a <urn:Funding> ; <urn:recipient> <urn:org/{n * 7 % (count // 7)}> ;"
                f" <urn:amount> {n % 1000}.5 ; <urn:year> {2000 + n % 25} .\n"
            )


def timed(*command: str) -> str:
    """The seconds of processor and of clock of a command that succeeds, as text."""
    began, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-m", "kg", *command], check=True, capture_output=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
    return f"{used:.1f} / {time.perf_counter() - began:.1f}"


def main() -> None:
    """Measure each size, smallest first."""
    sizes = [int(a) for a in sys.argv[1:] if a.isdecimal()]
    urls = [a for a in sys.argv[1:] if not a.isdecimal()]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "graph.ttl"
            write(path, size)
            command = [sys.executable, "-c", MEASURE, str(path), json.dumps(QUERIES)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            seconds = [f"{found[name]:.3f}" for name in ("load", *QUERIES)]
            pushed = [
                part
                for url in urls
                for part in (
                    timed("push", url, "--graph", str(path), "--force"),
                    timed("pull", url, "--out", f"{folder}/a.nt"),
                )
            ]
            cells = [*seconds, f"{found['memory']:.0f} MB", *pushed]
            sys.stdout.write(f"| {size} | {' | '.join(cells)} |\n")


if __name__ == "__main__":
    main()
