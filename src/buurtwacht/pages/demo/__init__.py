# SPDX-License-Identifier: EUPL-1.2
"""A neighbourhood to walk through: real borders, made-up streets and people, and a mailbox for what goes out."""
