# SPDX-License-Identifier: EUPL-1.2
"""The rules that a group adds to those of its source: written as a draft, published in one go, asked once."""
