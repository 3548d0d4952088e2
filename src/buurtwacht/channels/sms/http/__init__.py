# SPDX-License-Identifier: EUPL-1.2
"""Any provider with a web server, as the settings describe it."""
