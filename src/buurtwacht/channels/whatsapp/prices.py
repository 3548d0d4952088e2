# SPDX-License-Identifier: EUPL-1.2
"""What a delivered template costs, by the country of its reader. Inside the window everything is free."""

import json
from functools import cache
from pathlib import Path

import phonenumbers
from django.conf import settings

from .addresses import is_own_id

TABLE = Path(__file__).parent / "data" / "prices.json"


def price_of(address: str) -> int:
    """In thousandths of a euro. What is not in the table costs what the dearest country does."""
    table = _table(settings.WHATSAPP_PRICES)
    return table.get(_country(address), max(table.values()))


def wrong_prices(setting: str) -> bool:
    """Does the operator's own table say something else than countries and amounts?"""
    try:
        _own(setting)
    except ValueError:
        return True
    return False


@cache
def _table(setting: str) -> dict[str, int]:
    known: dict[str, int] = json.loads(TABLE.read_text())["utility"]
    return known | _own(setting)


def _own(setting: str) -> dict[str, int]:
    pairs = (word.partition("=") for word in setting.replace(",", " ").split())
    return {country.lower(): int(amount) for country, _, amount in pairs}


def _country(address: str) -> str:
    if is_own_id(address):
        return address[:2].lower()
    try:
        number = phonenumbers.parse(address, None)
    except phonenumbers.NumberParseException:
        return ""
    return (phonenumbers.region_code_for_number(number) or "").lower()
