# SPDX-License-Identifier: EUPL-1.2
"""The application: the form, the codes that prove an address, and the page that shows how far it is."""
