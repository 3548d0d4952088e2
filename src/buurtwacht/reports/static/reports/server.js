// SPDX-License-Identifier: EUPL-1.2
// Asking the server for the same page that a browser without a script would get, and taking over what changed.
import { flow } from "./steps.js";

const PATIENCE = 15000; // milliseconds; a slow phone on a bad network is normal here
let asked = 0;

export function post(wish, photo = false, patience = PATIENCE) {
  const form = flow();
  const data = new FormData(form);
  data.set("do", wish);
  if (!photo) data.delete("photo");
  const headers = { "X-Flow": "1", "X-CSRFToken": data.get("csrfmiddlewaretoken") };
  return fetch(form.action, { method: "POST", body: data, headers, signal: AbortSignal.timeout(patience) });
}

// Make what is only read again: the call card, the example, the advice. What somebody is typing in stays as it is.
export async function refresh(wish) {
  const page = await ask(wish);
  if (!page) return;
  const answered = page.querySelector("[data-flow]");
  if (answered?.dataset.at !== flow().dataset.at) takeOver(page);
  else for (const part of page.querySelectorAll("[data-fresh]")) swap(part);
}

// Do what the server says, also when it shows another step. Says whether it answered in time.
export async function turn(wish, patience = PATIENCE) {
  const page = await ask(wish, patience);
  if (page) takeOver(page);
  return Boolean(page);
}

export function takeOver(page) {
  const from = flow().dataset.at;
  const files = flow().elements.photo?.files;
  for (const part of page.querySelectorAll("#melding, #stappen, #sos")) swap(part);
  const input = flow().elements.photo;
  if (input && files?.length) input.files = files;
  if (flow().dataset.at !== from) history.pushState({ step: flow().dataset.at }, "");
  document.dispatchEvent(new CustomEvent("htmx:afterSettle", { detail: { elt: flow() } })); // the map wakes up on this
  (document.querySelector("[data-focus]") ?? visibleHeading())?.focus();
}

// The page that answers. Nothing when it comes too late: somebody asked something else since, or went to another step.
async function ask(wish, patience = PATIENCE) {
  const mine = ++asked;
  const from = flow().dataset.at;
  try {
    const answer = await post(wish, false, patience);
    if (answer.redirected) location.assign(answer.url);
    if (!answer.ok || answer.redirected) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return mine === asked && from === flow().dataset.at ? page : null;
  } catch {
    return null; // no network: the step itself is there already
  }
}

function swap(part) {
  const old = part.id && document.getElementById(part.id);
  if (old && !old.isEqualNode(part)) old.replaceWith(document.adoptNode(part));
}

function visibleHeading() {
  return document.querySelector("[data-step]:not([hidden]) h1");
}
