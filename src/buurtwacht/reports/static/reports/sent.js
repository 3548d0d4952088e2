// SPDX-License-Identifier: EUPL-1.2
// The draft on this device goes when its words are sent otherwise, to the coordinator or to a neighbour's report.
// Loaded before the form is shown, and no module: somebody quick may press before a module has come.
document.addEventListener("submit", (event) => {
  const { draft } = event.target.dataset;
  if (!draft) return;
  try {
    localStorage.removeItem(`buurtwacht:melding:${draft}`);
  } catch {
    // Nothing was kept.
  }
});
