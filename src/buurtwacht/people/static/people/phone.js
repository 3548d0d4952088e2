// SPDX-License-Identifier: EUPL-1.2
// Lets this browser take alerts (W3C Push API). It asks for permission only after a press on the button.

const part = document.querySelector("[data-phone]");

const isApple = /iPhone|iPad/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
const isOnHomeScreen = window.matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

function show(state, message) {
  for (const each of part.querySelectorAll("[data-phone-state]")) each.hidden = each.dataset.phoneState !== state;
  part.querySelector("[data-phone-on]").hidden = !["off", "failed"].includes(state);
  if (message) part.querySelector("[data-phone-message]").textContent = message;
}

function keyBytes(text) {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

function isOurs(subscription) {
  const key = subscription.options?.applicationServerKey;
  const wanted = keyBytes(part.dataset.key);
  return !key || new Uint8Array(key).every((byte, place) => byte === wanted[place]);
}

async function tell(subscription) {
  const answer = await fetch(part.dataset.url, {
    method: "POST",
    headers: { "X-CSRFToken": JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"] },
    body: new URLSearchParams({ subscription: JSON.stringify(subscription) }),
  });
  if (!answer.ok) {
    const { message } = await answer.json().catch(() => ({}));
    throw new Error(message ?? "");
  }
}

// The newest subscription of this browser. One made for another key of ours is of no use any more.
async function subscribe() {
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  if (old && isOurs(old)) return old;
  await old?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(part.dataset.key) });
}

async function switchOn() {
  const button = part.querySelector("[data-phone-on]");
  button.setAttribute("aria-disabled", "true");
  button.classList.add("is-busy");
  try {
    const permission = await Notification.requestPermission();
    if (permission !== "granted") {
      show(permission === "denied" ? "denied" : "off");
      return;
    }
    await tell(await subscribe());
    window.location.reload();
  } catch (error) {
    show("failed", error.message);
  } finally {
    button.removeAttribute("aria-disabled");
    button.classList.remove("is-busy");
  }
}

// On, when both sides say so: the server may have forgotten this browser, for instance because its owner removed it.
async function look() {
  if (!window.isSecureContext || !("serviceWorker" in navigator) || !("PushManager" in window)) {
    show(isApple && !isOnHomeScreen ? "home-screen" : "unsupported");
    return;
  }
  if (Notification.permission === "denied") {
    show("denied");
    return;
  }
  const registration = await navigator.serviceWorker.getRegistration();
  const known = await registration?.pushManager.getSubscription();
  const isOn = known && isOurs(known) && Notification.permission === "granted" && "known" in part.dataset;
  show(isOn ? "on" : "off");
}

if (part) {
  part.querySelector("[data-phone-on]").addEventListener("click", switchOn);
  look().catch(() => show("off"));
}
