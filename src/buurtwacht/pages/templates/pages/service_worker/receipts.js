{# SPDX-License-Identifier: EUPL-1.2 #}
// ---- Receipts: "shown", "seen", or an answer -------------------------------------------------------------------

const STALE = 24 * 60 * 60 * 1000; // after a day nobody waits for it any more
const ANSWERS = ["seen", "watching", "two", "cannot"];

// What `data.receipt` holds is the address with the token in it, or the bare token.
function receiptTarget(receipt) {
  if (!receipt.includes("://")) return { url: SETTINGS.receipts, token: receipt };
  const url = new URL(receipt);
  const token = url.searchParams.get("token") ?? url.hash.slice(1);
  return { url: url.origin + url.pathname, token };
}

// Text, so that the browser need not ask first whether it may send.
async function post({ url, ...receipt }) {
  const answer = await fetch(url, {
    method: "POST",
    body: JSON.stringify(receipt),
    headers: { "Content-Type": "text/plain" },
    credentials: "omit",
    keepalive: true,
  });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`receipt: ${answer.status}`);
}

async function sendReceipt(address, kind, answer) {
  if (!address) return;
  const receipt = { ...receiptTarget(address), kind, ...(answer && { answer }), at: Date.now() };
  try {
    await post(receipt);
  } catch {
    await enqueue(receipt);
    await self.registration.sync?.register("receipts").catch(() => {});
    return;
  }
  await sendWaiting().catch(() => {});
}

async function sendWaiting() {
  for (const [key, receipt] of await waiting()) {
    if (Date.now() - receipt.at < STALE) await post(receipt);
    await drop(key);
  }
}

self.addEventListener("sync", (event) => {
  if (event.tag === "receipts") event.waitUntil(sendWaiting());
});
