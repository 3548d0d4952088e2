# SPDX-License-Identifier: EUPL-1.2
from .demo.models import DemoMail

__all__ = ["DemoMail"]
