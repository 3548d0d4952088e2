// SPDX-License-Identifier: EUPL-1.2
// The service worker: shows alerts when no page is open, says that it did, and keeps a page for when there is no network.
"use strict";
const SETTINGS = {{ settings|safe }};
{% include "pages/service_worker/queue.js" %}{% include "pages/service_worker/receipts.js" %}{% include "pages/service_worker/push.js" %}{% include "pages/service_worker/offline.js" %}
