# SPDX-License-Identifier: EUPL-1.2
"""Do the pages that a site points to still answer? (R176) Asked once a week, only at public addresses."""

import http.client
import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.db.models import F
from django.utils import timezone

from buurtwacht.journal.services import record

from .models import SiteLink

TIMEOUT = 8  # seconds
BROKEN_AFTER = 2  # weeks in a row: a server may be away for a night
GONE = (404, 410)


def check_links() -> int:
    """Look at every link. Returns how many did not answer."""
    links = list(SiteLink.objects.all())
    failed = [link for link in links if not answers(link.url)]
    now = timezone.now()
    SiteLink.objects.filter(pk__in=[link.pk for link in links]).update(checked_at=now)
    SiteLink.objects.filter(pk__in=[link.pk for link in failed]).update(failures=F("failures") + 1)
    well = {link.pk for link in links} - {link.pk for link in failed}
    SiteLink.objects.filter(pk__in=well).update(failures=0)
    for organisation_id in {link.organisation_id for link in links}:
        broken = sum(link.organisation_id == organisation_id for link in failed)
        record("site.links_checked", organisation_id, broken=broken)
    return len(failed)


def answers(url: str) -> bool:
    """Does something answer there? A redirect does, and so does a page that only lets people in."""
    address = urlsplit(url)
    host, secure = address.hostname or "", address.scheme == "https"
    try:
        port = address.port or (443 if secure else 80)
        if not is_public(host, port):
            return False
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(host, port, timeout=TIMEOUT)
        try:
            connection.connect()
            if not is_global(connection.sock.getpeername()[0]):  # the name may mean another machine by now
                return False
            connection.request("HEAD", address.path or "/", headers={"User-Agent": "Buurtwacht"})
            status = connection.getresponse().status
        finally:
            connection.close()
    except (OSError, ValueError, http.client.HTTPException):
        return False
    return status < 500 and status not in GONE


def is_public(host: str, port: int) -> bool:
    """Is this a machine on the open internet? We never knock at doors inside our own network."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return bool(found) and all(is_global(str(one[4][0])) for one in found)


def is_global(address: str) -> bool:
    """Is this an address on the open internet? One of version 4 in the shape of version 6 counts as what it is."""
    found = ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_global
