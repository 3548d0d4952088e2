# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a person and to the ways to reach them. One function, one transaction, one journal line."""

from .connecting import begin_connecting, connect, finish_connecting, move_address
from .contact_points import (
    add_contact_point,
    confirm_address,
    forget_contact_point,
    mark_gone,
    record_proof,
    record_seen,
    record_shown,
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
from .ordering import order_ways
from .paying import claim_code
from .persons import ask_test, change_language, change_names, change_preferences, create_person, erase_person
from .proving import cancel_connecting, send_code, try_code, use_number
from .stopping import start_channel, stop_channel

__all__ = [
    "add_contact_point",
    "ask_test",
    "begin_connecting",
    "cancel_connecting",
    "change_language",
    "change_names",
    "change_preferences",
    "claim_code",
    "confirm_address",
    "connect",
    "create_person",
    "end_other_sessions",
    "end_session",
    "end_sessions",
    "erase_person",
    "finish_connecting",
    "forget_contact_point",
    "mark_gone",
    "move_address",
    "order_ways",
    "record_proof",
    "record_seen",
    "record_shown",
    "remove_second_factors",
    "send_code",
    "sign_in_again_everywhere",
    "start_channel",
    "stop_channel",
    "subscribe_push",
    "switch_contact_point",
    "try_code",
    "use_number",
]
