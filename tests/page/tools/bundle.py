"""Bundles kg/page/script into kg/page/built/page.js, the same bytes each time.

npm ci --prefix FOLDER                 (where package.json and package-lock.json of tests/page/script were copied)
python tests/page/tools/bundle.py FOLDER/node_modules/.bin/esbuild
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "kg" / "page" / "script"
BUILT = ROOT / "kg" / "page" / "built" / "page.js"
OPTIONS = ("--bundle", "--format=iife", "--target=es2022", "--minify", "--charset=utf8", "--log-level=warning")


def fingerprint() -> str:
    """The SHA-256 of all modules with their names: what the built file says that it was built from."""
    digest = hashlib.sha256()
    for module in sorted(p for p in SOURCES.glob("*.js") if p.name != "eslint.config.js"):
        digest.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    return digest.hexdigest()


def bundled(esbuild: Path) -> str:
    """The bundle, as esbuild makes it, after a line that says what it is."""
    banner = f"/*! regional-space-kg, Apache-2.0. Built from kg/page/script, sha256 {fingerprint()} */"
    command = [esbuild, "main.js", *OPTIONS, f"--banner:js={banner}"]
    done = subprocess.run(command, cwd=SOURCES, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    BUILT.write_text(bundled(Path(sys.argv[1])), encoding="utf-8")
