# SPDX-License-Identifier: EUPL-1.2
"""The forms on a report's thread and on the coordinator's desk."""

from .correction import CorrectionForm
from .deputy import DeputyForm
from .endings import MISTAKE, AnswerForm, CloseForm, HideForm, WithdrawForm
from .kinds import kind_called, kinds_open, news_form
from .photo import BlurForm, RefusalForm

__all__ = [
    "MISTAKE",
    "AnswerForm",
    "BlurForm",
    "CloseForm",
    "CorrectionForm",
    "DeputyForm",
    "HideForm",
    "RefusalForm",
    "WithdrawForm",
    "kind_called",
    "kinds_open",
    "news_form",
]
