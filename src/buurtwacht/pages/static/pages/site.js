// SPDX-License-Identifier: EUPL-1.2
// Small help for every page. Each page works without it.

// The summary of what is wrong takes the focus, so that it is read out first.
function focusSummary(root) {
  root.querySelector?.("[data-focus]")?.focus();
}
focusSummary(document);
document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.detail.elt));

// A refusal comes with a status, and its sentence must be shown all the same.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const isPage = xhr.status >= 400 && xhr.getResponseHeader("Content-Type")?.startsWith("text/html");
  if (isPage && xhr.status < 500) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// A button that was pressed says so, and is not pressed twice.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || button.hasAttribute("data-again")) return;
  if (button.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  button.setAttribute("aria-disabled", "true");
  button.classList.add("is-busy");
  const words = button.dataset.busy;
  if (words) button.textContent = words;
});

// Back from another page: buttons work again.
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button.is-busy")) {
    button.removeAttribute("aria-disabled");
    button.classList.remove("is-busy");
  }
});

// The menu closes with Escape, and when one goes elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.bw-menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.bw-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A text that one copies by hand can be copied with one press. Without a script the button is not there.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.done;
  });
}

if ("serviceWorker" in navigator && window.isSecureContext) {
  navigator.serviceWorker.register("/service-worker.js", { scope: "/" }).catch(() => {});
}
