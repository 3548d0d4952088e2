# SPDX-License-Identifier: EUPL-1.2
"""Text messages on any mobile phone, through a provider that the operator chooses."""
