# SPDX-License-Identifier: EUPL-1.2
"""What people really type, understood. Pure: words in, meaning out."""

from .model import Call, Command, Response, Understood
from .read import understand

__all__ = ["Call", "Command", "Response", "Understood", "understand"]
