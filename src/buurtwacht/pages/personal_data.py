# SPDX-License-Identifier: EUPL-1.2
"""What the demo keeps. Its people are made up, but a visitor may type something real."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from buurtwacht.privacy.declare import Basis, Declaration, declare

from .models import DemoFile, DemoMail

KEPT_FOR = timedelta(days=7)


def forget_mail(now: datetime) -> int:
    return DemoMail.objects.filter(received_at__lt=now - KEPT_FOR).delete()[0]


def forget_files(now: datetime) -> int:
    return DemoFile.objects.filter(mail__received_at__lt=now - KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="pages.DemoMail",
        what=_("What the outside world received in the demo. Elsewhere this is empty."),
        why=_("So that visitors of the demo see what would have been sent."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_mail,
    )
)
declare(
    Declaration(
        model="pages.DemoFile",
        what=_("Files that came with it in the demo, such as a declaration. Elsewhere this is empty."),
        why=_("So that visitors of the demo see what would have been sent."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_files,
    )
)
