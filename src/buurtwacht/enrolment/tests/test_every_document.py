# SPDX-License-Identifier: EUPL-1.2
"""Every document and every letter says which group it is about: kind of area, name and municipality (R035)."""

import subprocess

import pytest
from django.core import mail
from django.utils.translation import override

from buurtwacht.enrolment.checking.letters import code_letter, letters_pdf, refusal_letter, withdrawn_letter
from buurtwacht.enrolment.mails import send_mail_to
from buurtwacht.enrolment.models import AddressProof, Invitation
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.paper import blank_form, copy_of
from buurtwacht.enrolment.signing.services import sign_application
from buurtwacht.enrolment.telling import mail_member
from buurtwacht.enrolment.welcome.papers import invitation_pdf, pack_pdf

NAME = "Vogelbuurt, buurt in Ede"


def words_in(pdf: bytes) -> str:
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


@pytest.fixture
def chantal(cast, apply_to):
    application = apply_to(cast.group)
    sign_application(application, written(strokes="", name="Chantal Vos", place="Ede"), language="nl")
    return application


def letter_with_code(chantal):
    return letters_pdf([code_letter(AddressProof.objects.create(application=chantal, way="letter", code="12345678"))])


def invitation(chantal, way):
    return invitation_pdf(Invitation.objects.create(group=chantal.group, way=way, code=f"VOGEL{way[:3].upper()}"))


@pytest.mark.parametrize(
    "document",
    [
        lambda chantal: blank_form(chantal, "nl"),
        lambda chantal: copy_of(list(chantal.acceptances.all())),
        letter_with_code,
        lambda chantal: letters_pdf(
            [refusal_letter(chantal, {"name": "", "mail": ""}, "https://buurtwacht.example/x")]
        ),
        lambda chantal: letters_pdf([withdrawn_letter(chantal)]),
        lambda chantal: invitation(chantal, Invitation.Way.LETTER),
        lambda chantal: invitation(chantal, Invitation.Way.POSTER),
        lambda chantal: pack_pdf(chantal.group),
    ],
    ids=["form", "copy", "code", "refusal", "ending", "invitation", "poster", "starter pack"],
)
def test_on_paper(chantal, document):
    with override("nl"):
        assert NAME in words_in(document(chantal))


def test_under_each_mail(cast, chantal):
    template = "enrolment/applying/mail/withdrawn.txt"
    send_mail_to("chantal@voorbeeld.example", chantal, subject="%(group)s", template=template)
    mail_member(cast.bram, cast.group, subject="%(group)s", template="enrolment/staying/mail/left.txt")

    assert [letter.body.rstrip().splitlines()[-1] for letter in mail.outbox[-2:]] == [f"Buurtwacht, {NAME}"] * 2
