# SPDX-License-Identifier: EUPL-1.2
"""What people say, in the four languages of the program. Data only."""

from .de import GERMAN
from .en import ENGLISH
from .fr import FRENCH
from .model import Table
from .nl import DUTCH

TABLES = {"nl": DUTCH, "fr": FRENCH, "de": GERMAN, "en": ENGLISH}

__all__ = ["TABLES", "Table"]
