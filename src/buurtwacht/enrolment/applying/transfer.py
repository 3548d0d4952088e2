# SPDX-License-Identifier: EUPL-1.2
"""The notice that data go to the police for a check (R074): asked apart from everything else, and recorded."""

import hashlib

from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.enrolment.models import Acceptance, AgreedText, Application
from buurtwacht.enrolment.steps import asks_national_number
from buurtwacht.groups.models import WatchGroup
from buurtwacht.policy.model import Policy, Vetting

VERSION = 1


def asks_transfer(policy: Policy) -> bool:
    """Do the police check who joins, so that data go to them?"""
    return policy.vetting == Vetting.POLICE


def transfer_notice(group: WatchGroup) -> str:
    """What the applicant agrees to, in the language that is active. It names everything that the police get to see."""
    words = {"police": group.organisation.police_name or _("the police"), "group": group.name}
    if asks_national_number(group.policy):
        notice = _(
            "My name, address and national number go to %(police)s, who check whether I can join %(group)s. They "
            "keep them as the law on the police says. The police tell the group yes or no, and never why."
        )
    else:
        notice = _(
            "My name and address go to %(police)s, who check whether I can join %(group)s. They keep them as the "
            "law on the police says. The police tell the group yes or no, and never why."
        )
    return notice % words


def record_transfer(application: Application, way: str = Acceptance.Way.TICKED) -> Acceptance:
    """Write down which words this applicant agreed to. Call it in the transaction of the application."""
    group = application.group
    with override(application.language):
        words, title = transfer_notice(group), str(Acceptance.Kind.TRANSFER.label)
    text, digest = f"{group.preset}/transfer/{VERSION}", hashlib.sha256(words.encode()).hexdigest()
    content = {"title": title, "opening": words, "points": []}
    kept = {"text": text, "language": application.language, "content": content}
    AgreedText.objects.get_or_create(digest=digest, defaults=kept)
    version = group.policy_versions.order_by("-number").values_list("number", flat=True).first()
    return Acceptance.objects.create(
        group=group,
        application=application,
        person=application.person,
        kind=Acceptance.Kind.TRANSFER,
        way=way,
        text=text,
        digest=digest,
        language=application.language,
        policy_version=version or 1,
    )
