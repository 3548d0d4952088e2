# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on the pages of the checks."""

from .refusal import ObjectionForm, ReasonForm
from .residence import CodeForm, WayForm
from .roles import CandidateForm, OfficerForm
from .verdict import AssignForm, VerdictForm

__all__ = [
    "AssignForm",
    "CandidateForm",
    "CodeForm",
    "ObjectionForm",
    "OfficerForm",
    "ReasonForm",
    "VerdictForm",
    "WayForm",
]
