# SPDX-License-Identifier: EUPL-1.2
from .errors import broken, stale_form

__all__ = ["broken", "stale_form"]
