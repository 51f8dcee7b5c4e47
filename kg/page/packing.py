"""JSON as the page carries it: deflated, in letters; unpack.js reads it."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def packed(value: object) -> str:
    """JSON, deflated, in letters of base64: small, and nothing in it could end a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")


def unpacked(text: str) -> Any:  # noqa: ANN401  JSON
    """What `packed` packed."""
    return json.loads(zlib.decompress(base64.b64decode(text, validate=True)))
