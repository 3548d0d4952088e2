# SPDX-License-Identifier: EUPL-1.2
"""What we keep about people, said once, beside the model that keeps it.

Each room has a `personal_data.py` that calls `declare()`. From these lines come the export of somebody's own data,
erasure, the nightly deletion, and the processing register.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

Row = dict[str, Any]
Words = str | Promise  # what people read, translated when it is shown


class Basis(StrEnum):
    """Why the law lets us (GDPR, article 6, paragraph 1)."""

    CONSENT = "consent"
    AGREEMENT = "agreement"
    LEGAL_DUTY = "legal_duty"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTEREST = "legitimate_interest"


def nothing_to_export(person_id: UUID) -> list[Row]:
    """For what cannot be told apart by person."""
    return []


def nothing_to_erase(person_id: UUID) -> int:
    """For what goes away with another row, or must stay as evidence."""
    return 0


def nothing_to_forget(now: datetime) -> int:
    """For what is kept until somebody asks, or goes away with another row."""
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What one model keeps about people, why, and for how long.

    `model` is "<room>.<Model>"; `what` and `why` are sentences for people, translatable.
    `labels` names the fields of an exported row for people; without a label a field is in the export only.
    `kept_for` counts from the moment that `why` ends; None means as long as somebody takes part.
    `export` returns rows that can be written as JSON. `erase` and `forget` return how many rows they changed.
    """

    model: str
    what: Words
    why: Words
    kept_for: timedelta | None
    basis: str
    labels: Mapping[str, Words] = field(default_factory=dict)
    export: Callable[[UUID], list[Row]] = nothing_to_export
    erase: Callable[[UUID], int] = nothing_to_erase
    forget: Callable[[datetime], int] = nothing_to_forget


_declared: dict[str, Declaration] = {}


def declare(*declared: Declaration) -> None:
    """Add these declarations. Raises `ValueError` when a model is declared twice."""
    for declaration in declared:
        if _declared.get(declaration.model, declaration) is not declaration:
            raise ValueError(f"{declaration.model} is declared twice")
        _declared[declaration.model] = declaration


def declarations() -> tuple[Declaration, ...]:
    """Everything that was declared, by model."""
    return tuple(_declared[model] for model in sorted(_declared))
