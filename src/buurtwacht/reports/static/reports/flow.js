// SPDX-License-Identifier: EUPL-1.2
// The report flow with a script: steps change at once, a draft stays on the device, sharing waits for a network.
// Every button also works without this: it posts the whole form.
import { addCard, removeCard } from "./cards.js";
import { followStreet, locate, nameStreet } from "./place.js";
import { missing, say } from "./say.js";
import { refresh, turn } from "./server.js";
import { resumeSharing, share, stopSharing, tryAgain } from "./share.js";
import { atStep, flow, note, restoreStep, show } from "./steps.js";
import { forget, restore, save } from "./store.js";

const QUIET = 700; // milliseconds without typing before the example is made again
const LOOK_AGAIN = 8000;
const NO_LONGER = 4000; // a call does not wait for the answer whether this is an emergency here

const local = {
  notice: (button) => show("notice", button.dataset.focusOn),
  call: () => {
    if (atStep() === "neighbour") return turn("call");
    const field = missing();
    if (field) return navigator.onLine ? turn("call") : field.focus();
    return mayGoAnotherWay() ? askFirst() : toTheCall("call");
  },
  insist: () => {
    set("insists", "on");
    return toTheCall("insist");
  },
  called: () => {
    set("called", "on");
    set("in_doubt", "");
    if (!flow().elements.called_at.value) set("called_at", clock());
    return message("called");
  },
  doubt: () => {
    set("called", "");
    set("in_doubt", "on");
    return message("doubt");
  },
  message: (button) => (atStep() === "app" ? show("app", button.dataset.focusOn) : local[atStep() === "notice" ? "call" : "called"](button)),
  "add-person": () => addCard("person"),
  "add-vehicle": () => addCard("vehicle"),
  remove: (button) => removeCard(button),
  share: (button) => share(button),
};

function toTheCall(wish) {
  say();
  show("alarm");
  return refresh(wish);
}

// Only signs that the group calls no emergency, and no danger ticked: the server also reads the words.
function mayGoAnotherWay() {
  const lesser = flow().dataset.notAcute?.split(" ") ?? [];
  const chosen = [...flow().querySelectorAll("[name=behaviours]:checked")].map((box) => box.value);
  const danger = flow().querySelector("[name=danger]:checked");
  const may = chosen.length > 0 && chosen.every((sign) => lesser.includes(sign));
  return may && !danger && !flow().elements.insists.value && navigator.onLine;
}

// No answer in time is no reason to hold up a call.
async function askFirst() {
  if (await turn("call", NO_LONGER)) return;
  set("insists", "on");
  await toTheCall("insist");
}

function message(wish) {
  say();
  show("app");
  return refresh(wish);
}

function set(name, value) {
  flow().elements[name].value = value;
}

/** The time where the group lives, whatever zone this phone is set to. */
function clock() {
  const zone = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: flow().dataset.zone };
  return new Intl.DateTimeFormat("nl", zone).format(new Date());
}

function onSubmit(event) {
  if (event.target !== flow() || event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  const wish = event.submitter?.value ?? "message";
  const act = local[wish.split(":")[0]];
  Promise.resolve(act ? act(event.submitter) : turn(wish)).finally(save);
}

let typing;
function onInput(event) {
  if (event.target.form !== flow()) return;
  if (event.type === "change" && event.target.name === "place") followStreet();
  save();
  say();
  clearTimeout(typing);
  if (atStep() === "app") typing = setTimeout(() => refresh("message"), QUIET);
}

function onClick(event) {
  const button = event.target.closest("button, a");
  if (!button) return;
  if (button.matches("[data-locate]")) locate(button);
  if (button.matches("[data-retry]")) tryAgain();
  if (button.matches("[data-cancel-share]")) stopSharing();
  if (button.matches("[data-discard]")) {
    forget();
    if (button.type === "button") location.replace(flow().action);
  }
}

function onNetwork() {
  note("offline", !navigator.onLine);
  if (navigator.onLine) resumeSharing();
}

// A neighbour is still calling: has the report been shared by now?
function lookAgain() {
  if (atStep() === "neighbour" && document.querySelector("[data-wait]") && !document.hidden) turn("call");
}

function tick() {
  for (const element of document.querySelectorAll("[data-now]")) element.textContent = clock();
}

if (flow()) {
  document.addEventListener("submit", onSubmit, { capture: true });
  document.addEventListener("input", onInput);
  document.addEventListener("change", onInput);
  document.addEventListener("click", onClick);
  document.addEventListener("map:moved", (event) => nameStreet(event.detail));
  window.addEventListener("online", onNetwork);
  window.addEventListener("offline", onNetwork);
  window.addEventListener("popstate", (event) => event.state?.step && show(event.state.step, "", false));
  setInterval(tick, 5000);
  setInterval(lookAgain, LOOK_AGAIN);
  history.replaceState({ step: atStep() }, "");
  const step = flow().hasAttribute("data-restore") && restore();
  if (step) restoreStep(step);
  for (const button of document.querySelectorAll("[data-locate]")) button.hidden = !("geolocation" in navigator);
  say();
  onNetwork();
}
