# SPDX-License-Identifier: EUPL-1.2
"""Signal, by way of a signal-cli daemon of the operator: groups, and answers to persons. Best effort."""
