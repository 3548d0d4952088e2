# SPDX-License-Identifier: EUPL-1.2
"""One file for each kind of check. A check takes a WrittenText and yields what it would say about it."""
