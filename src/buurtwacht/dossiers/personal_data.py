# SPDX-License-Identifier: EUPL-1.2
"""Dossiers: content 30 days after handing over, the log of who, when and digest two years (requirements 4.3)."""

from datetime import datetime

from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from . import rules
from .models import Dossier, Excerpt, Handover, Redaction


def forget_content(now: datetime) -> int:
    """Erase the sealed files, the redactions and the sentences of dossiers whose term has passed."""
    old = now - rules.CONTENT_KEPT_FOR
    due = Dossier.objects.filter(erased_at=None).annotate(last=Max("handovers__at"))
    aside = Q(status=Dossier.Status.SET_ASIDE, created_at__lt=old)
    ids = list(due.filter(Q(last__lt=old) | aside).values_list("pk", flat=True))
    Handover.objects.filter(dossier__in=ids).update(package=None, code="", mailbox="")
    Redaction.objects.filter(dossier__in=ids).delete()
    Excerpt.objects.filter(dossier__in=ids).delete()
    Dossier.objects.filter(pk__in=ids).update(erased_at=now, police_reference="")
    return len(ids)


def forget_log(now: datetime) -> int:
    """Delete what is left of a handover after two years."""
    deleted, _rows = Handover.objects.filter(at__lt=now - rules.LOG_KEPT_FOR).delete()
    return deleted


declare(
    Declaration(
        model="dossiers.Dossier",
        what=_("The number of a dossier, what the coordinator took out, the sealed file and the answer of the police"),
        why=_("To give the police one tidy dossier, and the neighbours an answer"),
        kept_for=rules.CONTENT_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_content,
    ),
    Declaration(
        model="dossiers.Redaction",
        what=_("Which words, photos and exact points a coordinator took out of a dossier"),
        why=_("To give the police no more than they need"),
        kept_for=rules.CONTENT_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
    ),
    Declaration(
        model="dossiers.Excerpt",
        what=_("The messages from an old WhatsApp group that a coordinator put into a dossier, with first names only"),
        why=_("To give the police what neighbours saw, where they still talked elsewhere"),
        kept_for=rules.CONTENT_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
    ),
    Declaration(
        model="dossiers.Handover",
        what=_("Who gave which dossier to the police, when, its digest, and when it was opened"),
        why=_("To prove that it was handed over, without its content"),
        kept_for=rules.LOG_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_log,
    ),
)
