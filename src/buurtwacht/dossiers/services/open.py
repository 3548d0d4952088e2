# SPDX-License-Identifier: EUPL-1.2
import hmac

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.dossiers import rules
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError


def open_dossier(handover: Handover, code: str) -> Handover:
    """Open with the code that travelled apart. The link is used up; a wrong code is counted. Raises `DomainError`."""
    opened = _try(handover, code)
    if opened is None:
        raise DomainError(_("That is not the code. Look again, or ask the coordinator to read it out."))
    return opened


@transaction.atomic
def _try(handover: Handover, code: str) -> Handover | None:
    """None for a wrong code: it must be counted, so the transaction may not fail."""
    handover = Handover.objects.select_for_update().get(pk=handover.pk)
    now = timezone.now()
    if not rules.can_be_opened(handover, now):
        raise DomainError(_("This link does not work any more. Ask the coordinator for a new one."))
    if not hmac.compare_digest(handover.code.encode(), "".join(code.split()).encode()):
        handover.wrong_codes += 1
        handover.save(update_fields=["wrong_codes"])
        record("dossier.code_refused", handover.dossier_id, tries=handover.wrong_codes)
        return None
    handover.opened_at, handover.code = now, ""
    handover.save(update_fields=["opened_at", "code"])
    record("dossier.opened", handover.dossier_id, handover=handover.pk)
    return handover


@transaction.atomic
def set_police_reference(dossier: Dossier, reference: str) -> None:
    """The number under which the police keep it (R152)."""
    dossier.police_reference = reference.strip()[:60]
    dossier.save(update_fields=["police_reference"])
    record("dossier.referenced", dossier.pk)
