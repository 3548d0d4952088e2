# SPDX-License-Identifier: EUPL-1.2
"""A street map as a drawing in the page: no tiles, no script, no request to anybody."""
