"""What the tests share: a small set of seeds to build and to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kg", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("kg")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English, whatever the machine's locale."""
    monkeypatch.setenv("KG_LANG", "en")


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the small seeds, in a folder of its own."""
    return Path(shutil.copytree(ROOT / "tests" / "fixtures" / "small", tmp_path / "seeds"))
