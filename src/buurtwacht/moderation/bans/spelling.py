# SPDX-License-Identifier: EUPL-1.2
"""One spelling for every way to write the same mail address or phone number. Pure.

What a provider ignores is what its help pages say: Gmail "Dots don't matter in Gmail addresses"
and aliases with "+"; Outlook.com "Add or remove an email alias" and plus addressing; Proton "Addresses and aliases"
(dots, hyphens and underscores are ignored, three domains are one mailbox); iCloud (me.com and mac.com are the same
mailbox); Fastmail, Posteo and mailbox.org plus addressing, Fastmail subdomain addressing too. For any other provider
the part before the @ is left as it is: a dot or a plus may be another person there. An alias with another name cannot
be seen through.
"""

import re
import unicodedata
from dataclasses import dataclass

from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone

LONGEST_MAIL = 320  # signs: 64 before the @ and 255 behind it (RFC 3696, erratum 1690)
_DOTS = str.maketrans(dict.fromkeys("\u3002\uff0e\uff61\u2024", "."))  # what stands for a dot in names of hosts


@dataclass(frozen=True, slots=True)
class Provider:
    """What a provider of mail ignores. `domain` takes the place of all its names that are one mailbox."""

    domain: str = ""
    ignored: str = ""  # signs before the @
    tags: bool = True  # what follows a plus


_GMAIL = Provider("gmail.com", ignored=".")
_PROTON = Provider("proton.me", ignored=".-_")
_ICLOUD = Provider("icloud.com")
_TAGS = Provider()
PROVIDERS = {
    **dict.fromkeys(("gmail.com", "googlemail.com"), _GMAIL),
    **dict.fromkeys(("proton.me", "protonmail.com", "protonmail.ch", "pm.me"), _PROTON),
    **dict.fromkeys(("icloud.com", "me.com", "mac.com"), _ICLOUD),
    **dict.fromkeys(("msn.com", "fastmail.com", "fastmail.fm", "posteo.de", "posteo.net", "mailbox.org"), _TAGS),
}
SUBDOMAINS = ("fastmail.com", "fastmail.fm")  # whose users have a host of their own below it
_MICROSOFT = re.compile(r"(outlook|hotmail|live)\.[a-z]{2,3}(\.[a-z]{2})?")  # outlook.com, live.nl, hotmail.co.uk


def mail_spelling(text: str) -> str:
    """The mail address in its one spelling; empty when it is none."""
    plain = _plain(text).removeprefix("mailto:").strip("<>\"',;.")
    name, at, domain = plain.rpartition("@")
    domain = _host(domain)
    name, domain = _of_subdomain(name.strip('".'), domain)
    if not (at and name and domain) or "@" in name or len(plain) > LONGEST_MAIL:
        return ""
    provider = PROVIDERS.get(domain) or (_TAGS if _MICROSOFT.fullmatch(domain) else None)
    if provider:
        name, domain = _mailbox(name, provider), provider.domain or domain
    return f"{name}@{domain}"


def phone_spelling(text: str, country: str) -> str:
    """The phone number as E.164; empty when it is none. A number without a country is one of `country`."""
    plain = _plain(text).removeprefix("tel:")
    if plain.isdecimal() and not plain.startswith("0"):
        plain = _with_country(plain, country)
    try:
        return normalised_phone(plain, country)
    except DomainError:
        return ""


def _with_country(digits: str, country: str) -> str:
    """Digits without a plus or a zero in front: with the country in them, as WhatsApp writes them, else as they are."""
    try:
        return normalised_phone(f"+{digits}", country)
    except DomainError:
        return digits


def _plain(text: str) -> str:
    """Full-width and other look-alike letters as ordinary ones, small, without spaces and without what is unseen.

    Again until nothing changes: an accent that stood apart joins the letter that now stands before it.
    """
    while (plainer := _plainer(text)) != text:
        text = plainer
    return text


def _plainer(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in folded if not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Cc"))


def _host(domain: str) -> str:
    """The name of a host as it travels: "bücher.example" is "xn--bcher-kva.example" (RFC 5891)."""
    domain = domain.translate(_DOTS).strip("[].")
    try:
        return domain.encode("idna").decode().lower()
    except UnicodeError:
        return domain


def _of_subdomain(name: str, domain: str) -> tuple[str, str]:
    """Fastmail brings what is sent to "anything@bram.fastmail.com" to "bram@fastmail.com"."""
    owner, _dot, host = domain.partition(".")
    return (owner, host) if name and host in SUBDOMAINS else (name, domain)


def _mailbox(name: str, provider: Provider) -> str:
    """The part before the @ without what this provider ignores; as it was when nothing would be left."""
    known = name.partition("+")[0] if provider.tags else name
    known = known.translate(str.maketrans("", "", provider.ignored))
    return known or name
