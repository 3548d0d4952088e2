# SPDX-License-Identifier: EUPL-1.2
"""What Meta says about our account and our templates, which only concerns the operator."""

import re
from datetime import datetime

from buurtwacht.channels.inbound import Notice
from buurtwacht.channels.notebook import Trouble

from .values import Json, text

GOOD = ("APPROVED", "REINSTATED", "UNFLAGGED", "UPGRADE", "ONBOARDING", "VERIFIED_ACCOUNT", "PARTNER_ADDED")
WANTED = "UTILITY"
CODE = re.compile(r"[A-Za-z_]{1,40}")


def trouble_in(field: str, value: Json, now: datetime) -> Notice | None:
    """None for what needs nobody's attention."""
    if field == "message_template_status_update":
        event = _code(text(value, "event"))
        good = event in GOOD
        return Notice(trouble=Trouble("" if good else event, _template(value), is_over=good), at=now) if event else None
    if field == "template_category_update":
        category = _code(text(value, "new_category"))
        about = f"{_template(value)} category"[:80]
        good = category == WANTED
        trouble = Trouble("" if good else category, about, is_over=good)
        return Notice(trouble=trouble, at=now) if category else None
    if field in ("account_update", "account_alerts", "account_review_update", "phone_number_quality_update"):
        event = _code(text(value, "event") or text(value, "alert_type") or text(value, "decision")) or field
        good = event in GOOD
        return Notice(trouble=Trouble("" if good else event[:40], field, is_over=good), at=now)
    return None


def _template(value: Json) -> str:
    name, language = text(value, "message_template_name"), text(value, "message_template_language")
    return f"{name}/{language}"[:60]


def _code(told: str) -> str:
    return told if CODE.fullmatch(told) else ""
