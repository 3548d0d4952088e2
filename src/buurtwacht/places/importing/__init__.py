# SPDX-License-Identifier: EUPL-1.2
"""Borders from a file: read it, understand its grid, mend it, keep it."""
