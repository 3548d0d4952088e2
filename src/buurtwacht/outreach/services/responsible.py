# SPDX-License-Identifier: EUPL-1.2
"""An organisation says who answers for the data of its groups."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Organisation
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.models import DataParty
from buurtwacht.people.models import Person

MOST_PARTIES = 20


@transaction.atomic
def keep_responsible(
    organisation: Organisation, parties: Sequence[dict[str, Any]], *, breach_mailbox: str, by: Person
) -> list[DataParty]:
    """Replace the list, in this order: each has a role, name, contact, `does` and `since`.

    Raises `DomainError` for a list without anybody who decides, for a day to come, and for more than twenty.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    _check(parties, timezone.localdate())
    organisation.breach_mailbox = breach_mailbox
    organisation.save(update_fields=["breach_mailbox"])
    organisation.data_parties.all().delete()
    kept = [DataParty(organisation=organisation, order=order, **one) for order, one in enumerate(parties, 1)]
    DataParty.objects.bulk_create(kept)
    record("organisation.responsible_changed", organisation.pk, by=by, parties=len(kept))
    return kept


def _check(parties: Sequence[dict[str, Any]], today: Any) -> None:
    if len(parties) > MOST_PARTIES:
        raise DomainError(_("Twenty are the most. Take out who is no longer concerned."))
    if parties and not any(one["role"] == DataParty.Role.CONTROLLER for one in parties):
        raise DomainError(_("Somebody decides what the data are for. Write down who that is."))
    if any(one["since"] > today for one in parties):
        raise DomainError(_("A day on which it began cannot lie in the future."))
