# SPDX-License-Identifier: EUPL-1.2
"""The rules that a group added itself. Of people they hold only who published them."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.privacy.declare import Basis, Declaration, declare


def export_editions(person_id: UUID) -> list[dict[str, Any]]:
    editions = RuleEdition.objects.filter(changed_by_id=person_id).select_related("group")
    return [{"group": one.group.name, "version": one.number, "at": one.changed_at} for one in editions]


def erase_editions(person_id: UUID) -> int:
    """The rules stay: neighbours agreed to them. Who wrote them is forgotten."""
    return RuleEdition.objects.filter(changed_by_id=person_id).update(changed_by=None)


declare(
    Declaration(
        model="enrolment.RuleEdition",
        what=_("That you changed the house rules of a group."),
        why=_("So that members can see which rules held when, and who to ask about them."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "version": _("Version"), "at": _("When")},
        export=export_editions,
        erase=erase_editions,
    ),
)
