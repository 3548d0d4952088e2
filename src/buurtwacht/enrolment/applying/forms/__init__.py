# SPDX-License-Identifier: EUPL-1.2
from .code import CodeForm
from .details import DetailsForm

__all__ = ["CodeForm", "DetailsForm"]
