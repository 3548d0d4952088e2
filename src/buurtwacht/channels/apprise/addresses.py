# SPDX-License-Identifier: EUPL-1.2
"""Which addresses of Apprise we take. They come from people, and Apprise can do more than they may ask of us."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from apprise import Apprise, AppriseAsset, NotifyBase
from django.conf import settings
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

# Looked at one by one: these speak https, and read no files and no settings of this machine.
REVIEWED = frozenset({"discord", "gchat", "gotifys", "mmosts", "ntfys", "rockets", "slack", "threema", "webex"}) | {
    "workflows",  # Microsoft Teams
    "zulip",
}
RINGS = ("gotifys", "ntfys")  # these have a priority, and make a sound by it
# The others choose files ("template", "attach"), weaker encryption ("verify"), redirects or how long we wait.
PARAMETERS = frozenset({"auth", "from", "mode", "pa", "priority", "route", "sig", "to", "ver"})
LONGEST = 500
SECONDS_TO_CONNECT, SECONDS_TO_ANSWER = 5.0, 8.0


def allowed_schemes() -> frozenset[str]:
    return frozenset(settings.APPRISE_SCHEMES) & REVIEWED


def tidy(address: str) -> str:
    """The address in its one spelling. Raises `DomainError` for one that we do not take."""
    found = address.strip()
    scheme = _scheme_in(found)
    if scheme not in allowed_schemes():
        raise DomainError(_("We take addresses that begin with one of these: %(list)s.") % {"list": _spelled()})
    unknown = {name for name, _value in parse_qsl(urlsplit(found).query, keep_blank_values=True)} - PARAMETERS
    if unknown or "#" in found or len(found) > LONGEST or service_at(found) is None:
        raise DomainError(_("We do not understand this address. Leave out what stands behind a question mark."))
    return scheme + found[len(scheme) :]


def service_at(address: str, *, rings: bool = False) -> NotifyBase | None:
    """Whoever takes messages at this address; None for nonsense. With `rings` it is to make a sound."""
    asset = AppriseAsset(
        app_id="Buurtwacht",
        app_desc="Buurtwacht",
        app_url=settings.SITE_URL,
        image_url_mask="",  # no pictures from a server of others
        image_url_logo="",
        secure_logging=True,
    )
    scheme = _scheme_in(address)
    asked = address + _priority(address) if rings and scheme in RINGS else address
    service = Apprise.instantiate(asked, asset=asset, suppress_exceptions=True) if scheme in REVIEWED else None
    if not isinstance(service, NotifyBase):
        return None
    service.verify_certificate = True
    service.redirects = False
    service.socket_connect_timeout, service.socket_read_timeout = SECONDS_TO_CONNECT, SECONDS_TO_ANSWER
    return service


def _priority(address: str) -> str:
    """What an alarm adds to the address, unless its owner chose already."""
    query = urlsplit(address).query
    if "priority" in dict(parse_qsl(query)):
        return ""
    return ("&" if query else "?") + urlencode({"priority": "high"})


def _scheme_in(address: str) -> str:
    return address.partition("://")[0].lower() if "://" in address else ""


def _spelled() -> str:
    return ", ".join(f"{scheme}://" for scheme in sorted(allowed_schemes()))
