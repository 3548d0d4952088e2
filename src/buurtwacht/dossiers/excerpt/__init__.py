# SPDX-License-Identifier: EUPL-1.2
"""The conversation of an incident out of an old WhatsApp group: read, looked at, ticked, and put into the dossier."""
