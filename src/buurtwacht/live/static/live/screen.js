// SPDX-License-Identifier: EUPL-1.2
// What an event changes on the page.

const TOGETHER = 500; // milliseconds in which announcements are gathered into one
const TO_SETTLE = 4000; // milliseconds without a connection before we say so
const TYPED = "input:not([type=hidden]), textarea, select, [contenteditable]";

export class Screen {
  #region;
  #offline;
  #sayings = [];
  #silence;

  constructor(element) {
    this.#region = element.querySelector("[data-live-region]");
    this.#offline = document.querySelector("[data-live-offline]");
  }

  // The first line of an event is its topic, the rest is its HTML.
  show(name, data) {
    const end = data.indexOf("\n");
    const [topic, html] = end < 0 ? [data, ""] : [data.slice(0, end), data.slice(end + 1)];
    if (name === "gone") document.getElementById(html.trim())?.remove();
    if (name !== "entry" && name !== "replace") return;
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const element of [...template.content.children]) {
      if (name === "entry") this.#insert(topic, element);
      else this.#replace(element);
    }
  }

  // New on top of its list, once: the page may have it already.
  #insert(topic, element) {
    const list = document.querySelector(`[data-live-list="${CSS.escape(topic)}"]`);
    if (!list || (element.id && document.getElementById(element.id))) return;
    list.prepend(element);
    list.hidden = false;
    document.querySelector(`[data-live-empty="${CSS.escape(topic)}"]`)?.remove();
    this.#settle(element);
    this.#say(element.dataset.liveAnnounce ?? list.dataset.liveAnnounce);
  }

  // In the place of the same element. Where the focus was, it stays.
  #replace(element) {
    const old = element.id && document.getElementById(element.id);
    if (!old || old.isEqualNode(element)) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(element);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    this.#settle(element);
    this.#say(element.dataset.liveAnnounce);
  }

  #settle(element) {
    window.htmx?.process(element);
    element.dispatchEvent(new CustomEvent("live:changed", { bubbles: true }));
  }

  // Politely: one sentence for what came together, and never in the middle of another.
  #say(text) {
    if (!text || !this.#region) return;
    this.#sayings.push(text);
    if (this.#sayings.length > 1) return;
    this.#region.textContent = "";
    setTimeout(() => {
      this.#region.textContent = [...new Set(this.#sayings)].join(" ");
      this.#sayings = [];
    }, TOGETHER);
  }

  connected() {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    if (this.#offline) this.#offline.hidden = true;
  }

  // A short gap is nobody's business.
  disconnected() {
    this.#silence ??= setTimeout(() => {
      if (this.#offline) this.#offline.hidden = false;
    }, TO_SETTLE);
  }

  // Whether somebody is in the middle of something that loading the page would undo.
  get isBusy() {
    const active = document.activeElement;
    const typed = [...document.querySelectorAll(TYPED)].some(
      (field) => field.defaultValue !== undefined && field.value !== field.defaultValue,
    );
    return typed || Boolean(active?.matches?.(TYPED)) || document.querySelector("dialog[open]") !== null;
  }
}
