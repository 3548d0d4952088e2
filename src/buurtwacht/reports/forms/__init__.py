# SPDX-License-Identifier: EUPL-1.2
"""The form that carries a whole draft through the steps of SAAR."""

from .cards import PersonForm, VehicleForm
from .notice import NoticeForm
from .photo import PhotoForm
from .whole import DraftForm

__all__ = ["DraftForm", "NoticeForm", "PersonForm", "PhotoForm", "VehicleForm"]
