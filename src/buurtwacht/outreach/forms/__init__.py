# SPDX-License-Identifier: EUPL-1.2
from .address import AddressForm
from .contact import AnswerForm, ContactForm
from .site import LinksForm, PageForm, QuestionsForm, rows_in, want_attention
from .starting import PlanForm

__all__ = [
    "AddressForm",
    "AnswerForm",
    "ContactForm",
    "LinksForm",
    "PageForm",
    "PlanForm",
    "QuestionsForm",
    "rows_in",
    "want_attention",
]
