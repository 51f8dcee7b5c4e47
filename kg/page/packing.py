"""Texts as the page carries them: deflated, in letters; unpack.js reads them."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def packed(value: object) -> str:
    """A value as JSON, small, with nothing in it that could end a script element."""
    return deflated(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def deflated(text: str) -> str:
    """A text, deflated, in letters of base64."""
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def unpacked(text: str) -> Any:  # noqa: ANN401  JSON
    """What `packed` packed."""
    return json.loads(zlib.decompress(base64.b64decode(text, validate=True)))
