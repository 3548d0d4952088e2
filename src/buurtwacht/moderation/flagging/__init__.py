# SPDX-License-Identifier: EUPL-1.2
"""A neighbour says that something is wrong; the program asks the writer kindly first; then people look at it."""
