"""The page's script: linted, unit-tested, and bundled from the sources that are committed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "kg" / "page" / "script"


@pytest.fixture(scope="module")
def bundle() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle", HERE / "tools" / "bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The pinned esbuild and eslint, installed apart; None on a machine without Node."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder = tmp_path_factory.mktemp("tools")
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(HERE / "script" / name, folder / name)
    subprocess.run([npm, "ci", "--silent"], cwd=folder, check=True, capture_output=True, timeout=240)
    return folder / "node_modules" / ".bin"


def test_built_script_says_which_sources_it_was_built_from(bundle: ModuleType) -> None:
    assert bundle.fingerprint() in bundle.BUILT.read_text(encoding="utf-8")[:200], "run tests/page/tools/bundle.py"


def test_bundling_again_gives_the_committed_bytes(bundle: ModuleType, tools: Path | None) -> None:
    built = bundle.BUILT.read_text(encoding="utf-8")
    assert (bundle.bundled(tools / "esbuild") if tools else built) == built


def test_script_is_linted_and_small(tools: Path | None) -> None:
    assert all(len(m.read_text(encoding="utf-8").splitlines()) <= 300 for m in SOURCES.glob("*.js"))
    if tools:
        done = subprocess.run([tools / "eslint", "."], cwd=SOURCES, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_modules_pass_their_own_tests() -> None:
    node = shutil.which("node")
    if node:
        environment = {"PATH": os.environ["PATH"], "TZ": "America/Cayenne"}
        done = subprocess.run(
            [node, "--test", str(HERE / "script")], capture_output=True, text=True, check=False, env=environment
        )
        assert done.returncode == 0, done.stdout
    assert (HERE / "script" / "modules.test.js").exists()
