# SPDX-License-Identifier: EUPL-1.2
from .demo.models import DemoFile, DemoMail

__all__ = ["DemoFile", "DemoMail"]
