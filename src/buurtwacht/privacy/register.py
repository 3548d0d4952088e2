# SPDX-License-Identifier: EUPL-1.2
"""The processing register (GDPR, article 30), made from what the rooms declare."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.utils.translation import override

from .declare import Declaration, declarations

TEMPLATE = Path(__file__).resolve().parent / "templates" / "privacy" / "register.md"
TABLE = "[the table]"
WHO = "## Who is responsible"


def register_document(responsible: Sequence[str] = ()) -> str:
    """docs/privacy.md, whole; for one organisation with the lines that say who is responsible there."""
    with override("en"):
        rows = [_row(declaration) for declaration in declarations()]
    lines = ["| Room | Data | Why | Basis (GDPR art. 6) | Kept for |", "|---|---|---|---|---|", *rows]
    document = TEMPLATE.read_text().replace(TABLE, "\n".join(lines))
    return document.replace(WHO, f"{WHO}\n\n" + "\n".join(responsible), 1) if responsible else document


def _row(declaration: Declaration) -> str:
    basis = str(declaration.basis).replace("_", " ")
    what, why = str(declaration.what), str(declaration.why)
    return f"| `{declaration.model}` | {what} | {why} | {basis} | {term(declaration.kept_for)} |"


def term(kept_for: timedelta | None) -> str:
    """A term in words that people use."""
    if kept_for is None:
        return "as long as somebody takes part"
    days = kept_for.days
    if days >= 365 and days % 365 == 0:
        years = days // 365
        return f"{years} year" if years == 1 else f"{years} years"
    if days >= 1:
        return f"{days} day" if days == 1 else f"{days} days"
    return f"{int(kept_for.total_seconds() // 3600)} hours"


def declared_models() -> set[str]:
    """The models that are spoken for."""
    return {declaration.model for declaration in declarations()}


def models_about_people() -> set[str]:
    """Our own models that hold a person, an id of one, encrypted text or free text: they must be declared."""
    found = set()
    for model in apps.get_models():
        if model.__module__.startswith("buurtwacht.") and any(map(_tells_of_people, model._meta.get_fields())):
            found.add(f"{model._meta.app_label}.{model.__name__}")
    return found


def _tells_of_people(field: object) -> bool:
    if getattr(field, "auto_created", False) and not getattr(field, "concrete", False):
        return False
    kind = type(field).__name__
    related = getattr(getattr(field, "related_model", None), "__name__", "")
    name = str(getattr(field, "name", ""))
    return kind.startswith("Encrypted") or related == "Person" or name in ("person_id", "by_id") or kind == "EmailField"
