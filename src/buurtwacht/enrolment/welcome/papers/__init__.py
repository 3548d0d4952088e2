# SPDX-License-Identifier: EUPL-1.2
"""On paper: the letter, the poster and the leaflets as PDF, and the code as a square that a phone reads."""

from .codes import address_of, picture_of, png_of, short_address
from .invitation import invitation_pdf
from .pack import pack_pdf

__all__ = ["address_of", "invitation_pdf", "pack_pdf", "picture_of", "png_of", "short_address"]
