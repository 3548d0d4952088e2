# SPDX-License-Identifier: EUPL-1.2
"""In the demo a letter that was printed arrives: it lies in the mailbox that everybody reads."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.enrolment.checking.letters import address_lines, code_letter, letters_pdf
from buurtwacht.enrolment.models import AddressProof
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from .demo.mailbox import keep, refuse_real_people
from .demo.models import DemoMail

PDF = "application/pdf"


@on("letter.printed")
def deliver_the_letter(line: Line) -> None:
    if not settings.DEMO or line.facts["again"]:
        return
    rows = AddressProof.objects.select_related("application__group__organisation")
    proof = rows.filter(pk=line.subject_id, ended_at=None, proven_at=None).first()
    if proof is None:
        return
    refuse_real_people()
    with override(proof.application.language):
        subject = _("Your code for %(group)s") % {"group": proof.application.group.name}
        body = _("A letter in a window envelope. Open it to see the code.")
    address = ", ".join(address_lines(proof.application))
    keep(DemoMail.Kind.LETTER, address, subject, body, files=[("brief.pdf", letters_pdf([code_letter(proof)]), PDF)])
