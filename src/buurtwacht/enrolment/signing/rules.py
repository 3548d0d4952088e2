# SPDX-License-Identifier: EUPL-1.2
"""Which texts a policy asks for, and which of them need a signature (C12). Pure."""

from typing import Protocol

from buurtwacht.policy.model import Acceptance as Form
from buurtwacht.policy.model import Policy

DECLARATION, RULES, CHARTER = "declaration", "rules", "charter"
LASTING = (RULES, CHARTER)  # what members are asked again about when it changes


class HasSigned(Protocol):
    """An application, as far as signing goes."""

    is_minor: bool


def signed_kind(policy: Policy) -> str:
    """The text that gets a signature; empty where a tick or signing up is enough."""
    return {
        Form.SIGNED_DECLARATION: DECLARATION,
        Form.E_SIGNATURE: DECLARATION,
        Form.CHARTER: CHARTER,
    }.get(policy.acceptance, "")


def kinds_asked(policy: Policy) -> tuple[str, ...]:
    """Every text that somebody agrees to who joins, the signed one first."""
    signed = signed_kind(policy)
    return (signed, RULES) if signed else (RULES,)


def lasting_kinds(policy: Policy) -> tuple[str, ...]:
    """The texts that hold for as long as somebody takes part."""
    return tuple(kind for kind in kinds_asked(policy) if kind in LASTING)


def agrees_by_signing_up(policy: Policy) -> bool:
    """Is there no page to sign, because asking to join says it all? (source 001)"""
    return policy.acceptance is Form.BY_SIGNING_UP


def asks_parent(policy: Policy, application: HasSigned) -> bool:
    """Does a parent sign as well? (C6)"""
    return application.is_minor and policy.parents_may_sign
