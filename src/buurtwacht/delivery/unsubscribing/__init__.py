# SPDX-License-Identifier: EUPL-1.2
"""Ending letters with one click, without signing in (RFC 8058)."""
