# SPDX-License-Identifier: EUPL-1.2
"""What the lowest rooms keep: the journal and the proof of deletion. Neither holds text."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from .declare import Basis, Declaration, declare
from .services import JOURNAL_KEPT_FOR

declare(
    Declaration(
        model="journal.Line",
        what=_("Who did what to what, and when: ids and field names, no text"),
        why=_("To show afterwards what was done, and to make it happen"),
        kept_for=JOURNAL_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
    ),
    Declaration(
        model="privacy.DeletionProof",
        what=_("How many rows were forgotten, when, and by which term"),
        why=_("To prove that data is deleted on time"),
        kept_for=timedelta(days=730),
        basis=Basis.LEGAL_DUTY,
    ),
)
