# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext_lazy as _

from .declare import Basis, Declaration, declare
from .services import PROOF_KEPT_FOR

declare(
    Declaration(
        model="privacy.DeletionProof",
        what=_("How many rows were forgotten, when, and by which term. It names nobody."),
        why=_("To prove that data is deleted on time."),
        kept_for=PROOF_KEPT_FOR,
        basis=Basis.LEGAL_DUTY,
    ),
)
