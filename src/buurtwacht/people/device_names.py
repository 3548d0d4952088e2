# SPDX-License-Identifier: EUPL-1.2
"""What a device is called, so that somebody recognises it in a list: "Firefox on Android". Pure."""

from django.utils.translation import gettext as _

# The first that is found counts, so what pretends to be another stands before it.
BROWSERS = (
    ("SamsungBrowser/", "Samsung Internet"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)
HANDHELD = frozenset({"iPhone", "iPad", "Android"})


def device_name(user_agent: str) -> str:
    """Browser and system of a User-Agent header, or "Unknown device"."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")


def is_handheld(user_agent: str) -> bool:
    """A telephone or a tablet, as far as one can tell."""
    return _first(SYSTEMS, user_agent) in HANDHELD


def system_of(name: str) -> str:
    """The system in a name that `device_name` gave, whatever the language: "Android"; empty when it says none."""
    return next((known for _mark, known in SYSTEMS if name.endswith(known)), "")


def browser_of(name: str) -> str:
    """The browser in such a name: "Firefox"; empty when it says none."""
    return next((known for _mark, known in BROWSERS if name.startswith(known)), "")


def _first(known: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for mark, name in known if mark in text), "")
