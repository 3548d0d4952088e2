# SPDX-License-Identifier: EUPL-1.2
from .change import ChangeForm
from .code import CodeForm
from .details import DetailsForm

__all__ = ["ChangeForm", "CodeForm", "DetailsForm"]
