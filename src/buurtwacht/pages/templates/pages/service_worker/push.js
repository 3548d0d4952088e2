{# SPDX-License-Identifier: EUPL-1.2 #}
// ---- Push: show it, whatever happens, then say that it was shown -------------------------------------------------

// The fields of Declarative Web Push. A message that we cannot read is shown all the same: silence is the worst answer.
function readPush(data) {
  try {
    const { notification } = data.json();
    if (notification?.title) return notification;
  } catch {
    // fall through
  }
  return { title: SETTINGS.unreadable.title, body: SETTINGS.unreadable.body, navigate: "/" };
}

function optionsOf(notification) {
  const { title, navigate, actions = [], data = {}, ...rest } = notification;
  const buttons = actions.map((button) => [button.action, button.navigate]);
  return {
    badge: SETTINGS.badge,
    icon: SETTINGS.icon,
    ...rest,
    actions: actions.map(({ action, title }) => ({ action, title })),
    data: { ...data, navigate, buttons },
  };
}

async function show(notification) {
  await self.registration.showNotification(notification.title, optionsOf(notification));
  await sendReceipt(notification.data?.receipt, "shown");
}

self.addEventListener("push", (event) => event.waitUntil(show(readPush(event.data))));

async function openPage(address) {
  const url = new URL(address || "/", self.location.origin);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = windows.find((client) => new URL(client.url).pathname === url.pathname);
  if (same) return same.focus();
  return self.clients.openWindow(url.href);
}

// An answer is given in silence, from the lock screen. Anything else opens the page.
async function clicked({ action, notification }) {
  notification.close();
  const { receipt, navigate, buttons = [] } = notification.data ?? {};
  if (action && receipt && ANSWERS.includes(action)) return sendReceipt(receipt, "acknowledged", action);
  const target = new Map(buttons).get(action) ?? navigate;
  return Promise.all([openPage(target), sendReceipt(receipt, "seen")]);
}

self.addEventListener("notificationclick", (event) => event.waitUntil(clicked(event)));

// The push service gave this browser a new address: tell the site, or the phone falls silent without anybody knowing.
async function resubscribe(event) {
  const options = event.oldSubscription?.options ?? {
    userVisibleOnly: true,
    applicationServerKey: SETTINGS.pushKey,
  };
  const fresh = event.newSubscription ?? (await self.registration.pushManager.subscribe(options));
  await fetch(SETTINGS.subscription, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ old: event.oldSubscription?.endpoint ?? "", subscription: fresh }),
  });
}

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(resubscribe(event)));
