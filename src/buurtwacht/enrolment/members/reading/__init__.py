# SPDX-License-Identifier: EUPL-1.2
"""From a file as somebody has it to lines with values, each with what is wrong with it. Pure, no database."""

from .lines import FIELDS, ReadLine, read_lines
from .text import UnreadableFile, decoded, kind_of

__all__ = ["FIELDS", "ReadLine", "UnreadableFile", "decoded", "kind_of", "read_lines"]
