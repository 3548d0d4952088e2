# SPDX-License-Identifier: EUPL-1.2
"""The notebook of the channels, in the database: who spoke lately, whom we wrote to first, what is wrong."""
