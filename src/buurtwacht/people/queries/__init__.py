# SPDX-License-Identifier: EUPL-1.2
"""Somebody's devices, ways to be reached, and what is kept about them."""

from .addresses import person_at, spelled
from .codes import codes_spending
from .connecting import Connection, Offer, connection_of, offer_of, offers, was_connected
from .devices import Device, devices_of, devices_without_session, takes_alerts_here
from .factors import SECOND_FACTORS, has_authenticator, may_remove
from .kept import kept_about, own_data
from .known import ACCOUNTS, Account, Known, known_addresses, known_addresses_of
from .numbers import proven_numbers
from .reaching import MEMBER_KINDS, PUSH, PhoneCard, contact_points_of, phone_card, takes_push

__all__ = [
    "ACCOUNTS",
    "MEMBER_KINDS",
    "PUSH",
    "SECOND_FACTORS",
    "Account",
    "Connection",
    "Device",
    "Known",
    "Offer",
    "PhoneCard",
    "codes_spending",
    "connection_of",
    "contact_points_of",
    "devices_of",
    "devices_without_session",
    "has_authenticator",
    "kept_about",
    "known_addresses",
    "known_addresses_of",
    "may_remove",
    "offer_of",
    "offers",
    "own_data",
    "person_at",
    "phone_card",
    "proven_numbers",
    "spelled",
    "takes_alerts_here",
    "takes_push",
    "was_connected",
]
