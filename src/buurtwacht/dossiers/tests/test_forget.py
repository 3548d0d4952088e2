# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.dossiers import services
from buurtwacht.dossiers.models import Handover, Redaction
from buurtwacht.dossiers.personal_data import forget_content, forget_log


def test_after_thirty_days_the_content_is_gone_and_the_proof_stays(dossier, anna):
    handover = services.hand_over_dossier(dossier, by=anna)
    Handover.objects.update(at=timezone.now() - timedelta(days=31))

    assert forget_content(timezone.now()) == 1

    handover.refresh_from_db()
    assert handover.package is None
    assert handover.mailbox == ""
    assert bytes(handover.digest)
    assert not Redaction.objects.exists()
    assert forget_content(timezone.now()) == 0


def test_before_that_nothing_is_touched(dossier, anna):
    services.hand_over_dossier(dossier, by=anna)

    assert forget_content(timezone.now() + timedelta(days=29)) == 0


def test_after_two_years_the_log_goes_too(dossier, anna):
    services.hand_over_dossier(dossier, by=anna)

    assert forget_log(timezone.now() + timedelta(days=731)) == 1
    assert not Handover.objects.exists()
