# SPDX-License-Identifier: EUPL-1.2
"""Who had a part in a case, who may judge an appeal, and what each of them reads."""

from buurtwacht.moderation.models import Case

from .advisers import asked_for_advice, can_be_handed_back, decides, role_of, roles_to_advise
from .desk import Bench, bench_of
from .involved import involved_in
from .judges import appeal_judges, may_judge, may_print
from .page import CasePage, Step, cases_of, page_of, step_of

__all__ = [
    "Bench",
    "Case",
    "CasePage",
    "Step",
    "appeal_judges",
    "asked_for_advice",
    "bench_of",
    "can_be_handed_back",
    "cases_of",
    "decides",
    "involved_in",
    "may_judge",
    "may_print",
    "page_of",
    "role_of",
    "roles_to_advise",
    "step_of",
]
