# SPDX-License-Identifier: EUPL-1.2
"""Writing down that somebody agreed to a text, with the text itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.enrolment.models import Acceptance, AgreedText, Application
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.enrolment.signing.texts import Point, Text, text_for
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who agrees: an applicant, a member, or both."""

    group: WatchGroup
    language: str
    application: Application | None = None
    person: Person | None = None


def signer_of(application: Application, language: str = "") -> Signer:
    """The applicant. `language` is the one in which the text was read; else that of the application."""
    return Signer(
        group=application.group,
        language=language or application.language,
        application=application,
        person=application.person,
    )


def keep_acceptance(signer: Signer, kind: str, mark: Mark, read: Iterable[Text] = ()) -> Acceptance:
    """One text agreed to. It takes the place of an earlier yes to the same kind, whose term then begins.

    `read` is what stood on the paper that was signed, where that is known; else it is what holds now.
    """
    on_paper = next((text for text in read if text.kind == kind), None)
    text = on_paper or text_for(kind, signer.group, signer.language)
    keep_text(text)
    now = timezone.now()
    _earlier(signer, kind).update(ended_at=now)
    return Acceptance.objects.create(
        group=signer.group,
        application=signer.application,
        person=signer.person,
        kind=kind,
        way=mark.way,
        text=text.id,
        digest=text.digest,
        language=text.language,
        policy_version=settings_version(signer.group),
        signed_name=mark.name,
        place=mark.place,
        signature=mark.signature,
        signature_type=mark.media_type,
        at=now,
    )


def keep_text(text: Text) -> None:
    """Keep these words, once."""
    points = [_kept(point) for point in text.points]
    AgreedText.objects.get_or_create(
        digest=text.digest,
        defaults={
            "text": text.id,
            "language": text.language,
            "content": {"title": text.title, "opening": text.opening, "points": points},
        },
    )


def _kept(point: Point) -> list[str]:
    """Its parts; the language only where it is another than that of the text."""
    parts = [point.key, point.lead, point.words, point.why]
    return [*parts, point.language] if point.language else parts


def settings_version(group: WatchGroup) -> int:
    """The number of the group's settings as they are now."""
    return group.policy_versions.order_by("-number").values_list("number", flat=True).first() or 1


def _earlier(signer: Signer, kind: str) -> QuerySet[Acceptance]:
    of_applicant = Q(application=signer.application) if signer.application else Q()
    of_person = Q(person=signer.person) if signer.person else Q()
    mine = of_applicant | of_person
    rows = Acceptance.objects.filter(group=signer.group, kind=kind, ended_at=None)
    return rows.filter(mine) if mine else rows.none()
