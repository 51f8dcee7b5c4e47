"""How long validation takes on the base graph of the shapes' tests, multiplied; --reference: pySHACL too (a minute)."""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
import time
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from kg import validate  # noqa: E402  found from the checkout, wherever this is run from


def _shapes_tests() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shapes", ROOT / "tests" / "shapes" / "conftest.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def multiplied(base: bytes, claims: int) -> bytes:
    """The base graph again and again under other names, each claim with evidence of its own."""
    lines = (ox.serialize(ox.parse(base, format=ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    evidence = [line for line in lines.splitlines() if "/id/ev-bob" in line.split(" ")[0]]
    others = [line for line in lines.splitlines() if line not in evidence]
    once = []
    for line in others:
        if found := re.match(r"<\S+/id/claim-(\w+)> <\S+#evidence> ", line):
            once += [own.replace("ev-bob", f"ev-{found[1]}") for own in (line, *evidence)]
        else:
            once.append(line)
    copies = claims // lines.count("/id/ev-bob> .") + 1
    whole = []
    for copy in range(copies):
        for line in once:
            renamed = re.sub(r"(/id/(?!ref-list|place-france|activity)[\w-]+)", rf"\1-{copy}", line)
            whole.append(renamed.replace("entity/Q1>", f"entity/Q{copy + 1}>"))
    return "\n".join(sorted(set(whole))).encode()


def main() -> None:
    """Print triples, claims, findings and seconds for each engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2500)
    parser.add_argument("--reference", action="store_true")
    options = parser.parse_args()
    content = multiplied(_shapes_tests().assemble(), options.claims)
    claims = content.count(b"ns#Statement> .")
    print(f"{content.count(b' .') + 1} triples and the vocabulary, {claims} claims")
    engines: tuple[validate.Engine, ...] = ("fast", "reference") if options.reference else ("fast",)
    for engine in engines:
        start = time.perf_counter()
        report = validate.check(content, engine=engine)
        seconds = time.perf_counter() - start
        print(f"{engine}: {seconds:.2f} s, {len(report.findings)} findings")


if __name__ == "__main__":
    main()
