// SPDX-License-Identifier: EUPL-1.2
// The draft on this device goes when its words are sent to the coordinator: from then on they are in this form.
const form = document.querySelector("form[data-draft]");

form?.addEventListener("submit", () => {
  try {
    localStorage.removeItem(`buurtwacht:melding:${form.dataset.draft}`);
  } catch {
    // Nothing was kept.
  }
});
