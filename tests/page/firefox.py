"""A real Firefox without a driver program: Marionette, the protocol that it speaks itself, over a socket."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SETTINGS: dict[str, bool | int | str] = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
_WATCH = """
globalThis.asked = [];
Services.obs.addObserver({ observe(channel) {
  const { URI, loadInfo } = channel.QueryInterface(Ci.nsIChannel);
  if (loadInfo.browsingContextID) globalThis.asked.push(URI.spec);
} }, 'http-on-opening-request');
"""
_COMPLAINTS = """
return Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError)
  .filter(m => m.sourceName.startsWith('file:') || /CSP|Content.Security/.test(m.category))
  .map(m => `${m.category}: ${m.errorMessage}`);
"""
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Refused(Exception):
    """What Firefox answered instead of doing it."""


class Firefox:
    """One window: opens a file, presses, types, asks the page."""

    def __init__(self, profile: Path) -> None:
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        assert program, "Firefox is not installed: apt-get install firefox-esr, or run tests/run"
        settings = "".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in _SETTINGS.items())
        (profile / "user.js").write_text(settings, encoding="utf-8")
        command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
        self._process = subprocess.Popen(
            [*command, "--profile", profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        port = profile / "MarionetteActivePort"
        wait(lambda: port.exists() and port.read_text(encoding="ascii").strip(), 60)
        self._socket = socket.create_connection(("127.0.0.1", int(port.read_text(encoding="ascii"))), timeout=60)
        self._file = self._socket.makefile("rb")
        self._number = 0
        self._heard()
        self._say("WebDriver:NewSession", capabilities={})
        self._say("WebDriver:SetWindowRect", width=1440, height=1000)
        self._inside(_WATCH)

    def open(self, page: Path, fragment: str = "") -> None:
        """A file, from nothing; ready when it says so."""
        self._say("WebDriver:Navigate", url="about:blank")
        self._inside("globalThis.asked = []; Services.console.reset();")
        self._say("WebDriver:Navigate", url=page.as_uri() + fragment)
        wait(lambda: self.ask("return document.documentElement.dataset.ready"), 20)

    def ask(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  whatever the page answers
        """What a script finds in the page; it runs beside the page's own, whose policy does not bind it."""
        return self._say("WebDriver:ExecuteScript", script=script, args=list(arguments))["value"]

    def text(self, css: str) -> str:
        """The text that is to be seen in the first such element."""
        return str(self.ask("return document.querySelector(arguments[0])?.innerText ?? ''", css))

    def press(self, css: str) -> None:
        """A click of the mouse on the first such element, scrolled to where it is needed."""
        self._say("WebDriver:ElementClick", id=self._found(css))

    def write(self, css: str, text: str) -> None:
        """Keys, into an element; "\\ue007" is Enter."""
        self._say("WebDriver:ElementSendKeys", id=self._found(css), text=text)

    def drag(self, css: str, x: int, y: int) -> None:
        """The mouse pressed in the middle of an element, moved, released; only clicked where it does not move."""
        middle = {_ELEMENT: self._found(css)}
        move = {"type": "pointerMove", "duration": 0, "origin": middle, "x": 0, "y": 0}
        actions = [move, {"type": "pointerDown", "button": 0}]
        if x or y:
            actions += [{**move, "x": x // 2, "y": y // 2}, {**move, "x": x, "y": y}]
        actions.append({"type": "pointerUp", "button": 0})
        self._say("WebDriver:PerformActions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def requests(self) -> list[str]:
        """What the page asked the network for."""
        return list(self._inside("return globalThis.asked"))

    def complaints(self) -> list[str]:
        """Errors of the page's script and breaches of its policy."""
        return list(self._inside(_COMPLAINTS))

    def close(self) -> None:
        """The end of the program."""
        self._say("Marionette:Quit", flags=["eForceQuit"])
        self._socket.close()
        self._process.wait(timeout=30)

    def _found(self, css: str) -> str:
        return str(self._say("WebDriver:FindElement", using="css selector", value=css)["value"][_ELEMENT])

    def _inside(self, script: str) -> Any:  # noqa: ANN401  whatever the browser answers
        """What a script finds in the browser itself."""
        self._say("Marionette:SetContext", value="chrome")
        answer = self._say("WebDriver:ExecuteScript", script=script, args=[], sandbox="system", newSandbox=False)
        self._say("Marionette:SetContext", value="content")
        return answer["value"]

    def _say(self, command: str, **parameters: object) -> Any:  # noqa: ANN401  JSON
        self._number += 1
        text = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, answer = self._heard()
        if error:
            raise Refused(f"{command}: {error}")
        return answer

    def _heard(self) -> Any:  # noqa: ANN401  JSON
        length = b""
        while (digit := self._file.read(1)) != b":":
            assert digit, "Firefox has gone"
            length += digit
        return json.loads(self._file.read(int(length)))


def wait(condition: Callable[[], object], seconds: float) -> None:
    """Returns as soon as the condition holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} seconds in vain"
        time.sleep(0.05)
