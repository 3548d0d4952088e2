# SPDX-License-Identifier: EUPL-1.2
"""Exports as telephones write them: the layouts of every language and device that the reader knows."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from buurtwacht.dossiers.exports.as_json import json_of
from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.reader import chat_in

LRM, NNBSP, NBSP, RLM = "\u200e", "\u202f", "\u00a0", "\u200f"
Stamp = Callable[[datetime], str]
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Device:
    """How one telephone writes the head of a message, and its words for what is not text."""

    name: str
    stamp: Stamp
    is_iphone: bool = False
    attached: str = "{name} (file attached)"
    omitted: str = "<Media omitted>"
    deleted: str = "This message was deleted"
    has_seconds: bool = False

    def line(self, at: datetime, author: str | None, body: str) -> str:
        """A message as it stands in the file; one without an author is about the group."""
        if self.is_iphone:
            own = LRM if author is None or body.startswith(LRM) else ""
            return f"{own}[{self.stamp(at)}] {author or 'Buurt Oost'}: {LRM if author is None else ''}{body}\n"
        return f"{self.stamp(at)} - {author + ': ' if author else ''}{body}\n"


def _half(at: datetime, am: str, pm: str) -> str:
    return am if at.hour < 12 else pm


def _twelve(at: datetime) -> int:
    return at.hour % 12 or 12


NL = {
    "omitted": "<Media weggelaten>",
    "deleted": "Dit bericht is verwijderd",
    "attached": "{name} (bestand bijgevoegd)",
}
NL_IPHONE = {
    "is_iphone": True,
    "has_seconds": True,
    "omitted": f"{LRM}afbeelding weggelaten",
    "deleted": f"{LRM}Dit bericht is verwijderd.",
    "attached": f"{LRM}<bijgevoegd: {{name}}>",
}
FR = {"omitted": "<Médias omis>", "deleted": "Ce message a été supprimé", "attached": "{name} (fichier joint)"}
DE = {
    "omitted": "<Medien ausgeschlossen>",
    "deleted": "Diese Nachricht wurde gelöscht",
    "attached": "{name} (Datei angehängt)",
}
DE_IPHONE = {
    "is_iphone": True,
    "has_seconds": True,
    "omitted": f"{LRM}Bild weggelassen",
    "deleted": f"{LRM}Du hast diese Nachricht gelöscht.",
    "attached": f"{LRM}<Anhang: {{name}}>",
}
EN_IPHONE = {
    "is_iphone": True,
    "has_seconds": True,
    "omitted": f"{LRM}image omitted",
    "deleted": f"{LRM}You deleted this message.",
    "attached": f"{LRM}<attached: {{name}}>",
}

DEVICES = [
    Device("nl-android", lambda t: f"{t:%d-%m-%Y %H:%M}", **NL),
    Device("nl-android-short", lambda t: f"{t:%d-%m-%y %H:%M}", **NL),
    Device("nl-iphone", lambda t: f"{t:%d-%m-%Y, %H:%M:%S}", **NL_IPHONE),
    Device("be-android", lambda t: f"{t:%d/%m/%y %H:%M}", **NL),
    Device("be-iphone", lambda t: f"{t:%d/%m/%Y, %H:%M:%S}", **NL_IPHONE),
    Device("fr-android", lambda t: f"{t:%d/%m/%Y, %H:%M}", **FR),
    Device("fr-android-a", lambda t: f"{t:%d/%m/%Y} à {t:%H:%M}", **FR),
    Device("de-android", lambda t: f"{t:%d.%m.%y, %H:%M}", **DE),
    Device("de-iphone", lambda t: f"{t:%d.%m.%y, %H:%M:%S}", **DE_IPHONE),
    Device("de-iphone-12", lambda t: f"{t:%d.%m.%y}, {_twelve(t)}:{t:%M:%S} {_half(t, 'AM', 'PM')}", **DE_IPHONE),
    Device(
        "us-iphone",
        lambda t: f"{t.month}/{t.day}/{t:%y}, {_twelve(t)}:{t:%M:%S}{NNBSP}{_half(t, 'AM', 'PM')}",
        **EN_IPHONE,
    ),
    Device("us-android", lambda t: f"{t.month}/{t.day}/{t:%y}, {_twelve(t)}:{t:%M}{NNBSP}{_half(t, 'AM', 'PM')}"),
    Device("uk-android", lambda t: f"{t:%d/%m/%Y}, {_twelve(t)}:{t:%M} {_half(t, 'am', 'pm')}"),
    Device("es-android", lambda t: f"{t.day}/{t.month}/{t:%y}, {_twelve(t)}:{t:%M} {_half(t, 'a.', 'p.')}{NBSP}m."),
    Device("fi-android", lambda t: f"{t.day}.{t.month}.{t:%Y} klo {t.hour}.{t:%M}"),
    Device("hr-iphone", lambda t: f"{t.day}. {t.month}. {t:%Y}. {t:%H:%M:%S}", **EN_IPHONE),
    Device("sv-android", lambda t: f"{t:%Y-%m-%d %H:%M}"),
    Device("za-android", lambda t: f"{t:%Y/%m/%d, %H:%M}"),
    Device("th-android", lambda t: f"{t.day}/{t.month}/{t.year + 543} {t:%H:%M}"),
    Device(
        "ar-android",
        lambda t: f"{t.day}{RLM}/{t.month}{RLM}/{t:%Y}، {_twelve(t)}:{t:%M} {_half(t, 'ص', 'م')}".translate(ARABIC),
    ),
    Device(
        "ar-iphone",
        lambda t: f"{RLM}{t.day}{RLM}/{t.month}{RLM}/{t:%Y}, {_twelve(t)}:{t:%M:%S} {_half(t, 'ص', 'م')}".translate(
            ARABIC
        ),
        **EN_IPHONE,
    ),
    Device("ko-android", lambda t: f"{t.year}. {t.month}. {t.day}. {_half(t, '오전', '오후')} {_twelve(t)}:{t:%M}"),
]


def rows_of(text: str | bytes, order: Order | None = None) -> list[tuple[Any, ...]]:
    """What the reader makes of it."""
    data = text if isinstance(text, bytes) else text.encode()
    return list(chat_in(io.BytesIO(data), order).rows())


def document_of(text: str | bytes, order: Order | None = None) -> Any:
    """The JSON that the command prints."""
    data = text if isinstance(text, bytes) else text.encode()
    return json.loads(b"".join(json_of(chat_in(io.BytesIO(data), order))))


def zipped(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
