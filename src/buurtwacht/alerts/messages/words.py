# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

from django.utils.translation import gettext as _

from buurtwacht.channels.base import Gist
from buurtwacht.reports.compose.text import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One piece of news, in one language, as it stands on a lock screen and in a mail.

    `hint` comes before everything else in the body. `story` is left out for those who want nothing to be read on a
    locked screen. `letter` is the body of a mail, in paragraphs; `subject` is its subject. `gist` is the same news for
    channels that only send forms.
    """

    title: str
    hint: str = ""
    story: str = ""
    emergency_line: str = ""
    subject: str = ""
    letter: str = ""
    gist: Gist | None = None

    @property
    def full(self) -> str:
        """What somebody reads who wants to know at a glance."""
        return " ".join(part for part in (sentence(self.hint), self.story) if part)

    @property
    def short(self) -> str:
        """What somebody reads who keeps the news for when the phone is open."""
        return " ".join(part for part in (sentence(self.hint), _("Open to read.")) if part)


def dotted(one: str, other: str) -> str:
    """Two short lines as one title: "112 called 21:14. Vogelbuurt"."""
    return f"{one}. {other}"
