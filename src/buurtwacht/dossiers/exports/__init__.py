# SPDX-License-Identifier: EUPL-1.2
"""Reading the chat exports of WhatsApp. Everything here but `words` knows the standard library only."""
