# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a person and to the ways to reach them. One function, one transaction, one journal line."""

from .contact_points import (
    add_contact_point,
    confirm_address,
    forget_contact_point,
    mark_gone,
    record_proof,
    record_seen,
    subscribe_push,
    switch_contact_point,
)
from .devices import (
    end_other_sessions,
    end_session,
    end_sessions,
    remove_second_factors,
    sign_in_again_everywhere,
)
from .persons import ask_test, change_language, change_names, change_preferences, create_person, erase_person

__all__ = [
    "add_contact_point",
    "ask_test",
    "change_language",
    "change_names",
    "change_preferences",
    "confirm_address",
    "create_person",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "erase_person",
    "forget_contact_point",
    "mark_gone",
    "record_proof",
    "record_seen",
    "remove_second_factors",
    "sign_in_again_everywhere",
    "subscribe_push",
    "switch_contact_point",
]
