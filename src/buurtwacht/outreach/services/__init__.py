# SPDX-License-Identifier: EUPL-1.2
"""What can happen on the public site. One function, one transaction, one journal line."""

from .contact import answer_question, ask_question
from .responsible import keep_responsible
from .site import discard_draft, keep_links, publish_version, restore_version, save_draft
from .starting import start_group

__all__ = [
    "answer_question",
    "ask_question",
    "discard_draft",
    "keep_links",
    "keep_responsible",
    "publish_version",
    "restore_version",
    "save_draft",
    "start_group",
]
