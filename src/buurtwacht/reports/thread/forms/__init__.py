# SPDX-License-Identifier: EUPL-1.2
"""The forms on a report's thread and on the coordinator's desk."""

from .carried import Carried
from .correction import CorrectionForm
from .deputy import DeputyForm
from .endings import MISTAKE, AnswerForm, CloseForm, HideForm, WithdrawForm
from .kinds import SEEN, NewsKind, kind_called, kinds_open, news_form
from .news import NewsForm
from .photo import BlurForm, RefusalForm

__all__ = [
    "MISTAKE",
    "SEEN",
    "AnswerForm",
    "BlurForm",
    "Carried",
    "CloseForm",
    "CorrectionForm",
    "DeputyForm",
    "HideForm",
    "NewsForm",
    "NewsKind",
    "RefusalForm",
    "WithdrawForm",
    "kind_called",
    "kinds_open",
    "news_form",
]
