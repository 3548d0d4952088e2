// SPDX-License-Identifier: EUPL-1.2
// Sharing, now or as soon as there is a network. The draft has one number, so that sharing twice shares once.
import { smaller } from "./photo.js";
import { post, takeOver } from "./server.js";
import { flow, note } from "./steps.js";
import { forget, save, waitingSince, waitSince } from "./store.js";

const STALE = 15 * 60 * 1000; // milliseconds after which we ask whether it is still going on
const AGAIN = 10000;
const PATIENCE = 60000;

let busy = false;
let timer;

export async function share() {
  if (busy) return;
  busy = true;
  show(true);
  note("failed", false);
  try {
    await shrinkPhoto();
    await take(await post("share", true, PATIENCE));
  } catch {
    wait();
  } finally {
    busy = false;
    show(false);
  }
}

export function resumeSharing() {
  if (!waitingSince()) return;
  if (Date.now() - waitingSince() < STALE) share();
  else {
    note("waiting", false);
    note("stale", true, true);
  }
}

export function tryAgain() {
  waitSince(Date.now());
  note("stale", false);
  share();
}

export function stopSharing() {
  clearTimeout(timer);
  waitSince(0);
  note("waiting", false);
}

async function take(answer) {
  const address = answer.headers.get("X-Location");
  if (address || answer.redirected) {
    if (address) forget();
    location.assign(address ?? answer.url); // elsewhere means that we have to sign in again: the draft waits
    return;
  }
  if (answer.status === 403 && (await freshToken())) {
    await take(await post("share", true, PATIENCE));
    return;
  }
  stopSharing();
  if (answer.ok) takeOver(new DOMParser().parseFromString(await answer.text(), "text/html"));
  else note("failed", true, true);
  save();
}

function wait() {
  if (!waitingSince()) waitSince(Date.now());
  note("waiting", true, true);
  clearTimeout(timer);
  timer = setTimeout(resumeSharing, AGAIN);
}

let renewed = false;
async function freshToken() {
  if (renewed) return false;
  renewed = true;
  const page = new DOMParser().parseFromString(await (await fetch(flow().action)).text(), "text/html");
  const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (token) flow().elements.csrfmiddlewaretoken.value = token;
  return Boolean(token);
}

async function shrinkPhoto() {
  const input = flow().elements.photo;
  if (!input?.files.length || input.dataset.shrunk === input.files[0].name) return;
  const holder = new DataTransfer();
  holder.items.add(await smaller(input.files[0]));
  input.files = holder.files;
  input.dataset.shrunk = input.files[0].name;
}

function show(isBusy) {
  const button = document.querySelector("[data-share]");
  if (!button) return;
  button.toggleAttribute("aria-disabled", false);
  if (isBusy) button.setAttribute("aria-disabled", "true");
  button.classList.toggle("is-busy", isBusy);
}
