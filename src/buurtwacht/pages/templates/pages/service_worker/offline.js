{# SPDX-License-Identifier: EUPL-1.2 #}
// ---- Without network: a page with the number to call, and the report form to draft in ---------------------------

const FILES = `files-${SETTINGS.version}`; // style, font, script: the same for everybody
const PAGES = "pages"; // what belongs to whoever is signed in
const DRAFTS = /^\/groepen\/[^/]+\/melden\//;
const HASHED = /^\/static\/.+\.[0-9a-f]{12}\.\w+$/;
const PATIENCE = 6000; // milliseconds for a report form: after that the kept one is better than a blank screen

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install() {
  const files = await caches.open(FILES);
  await Promise.allSettled(SETTINGS.files.map((file) => files.add(file))); // one missing file must not cost the alerts
  await keepOfflinePage();
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith("files-") && name !== FILES);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
  await sendWaiting().catch(() => {});
}

async function keepOfflinePage() {
  const pages = await caches.open(PAGES);
  await pages.add(new Request(SETTINGS.offline, { cache: "reload" }));
}

const kept = (request) => caches.match(request, { ignoreVary: true });

async function fromNetwork(request) {
  const path = new URL(request.url).pathname;
  const isDraft = request.method === "GET" && DRAFTS.test(path);
  const older = isDraft && (await kept(request));
  const answer = await fetch(request, older ? { signal: AbortSignal.timeout(PATIENCE) } : {});
  if (isDraft && answer.ok && !answer.redirected) {
    const pages = await caches.open(PAGES);
    await pages.put(request.url, answer.clone());
  }
  return answer;
}

// A file whose name changes with its content never changes: kept once, it is there without network too.
async function file(request) {
  const known = await kept(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && HASHED.test(new URL(request.url).pathname)) {
    const files = await caches.open(FILES);
    await files.put(request, answer.clone());
  }
  return answer;
}

async function navigate(event) {
  const { request } = event;
  const path = new URL(request.url).pathname;
  try {
    const answer = await fromNetwork(request);
    // The offline page names the number of this person's group, so it is fetched anew after coming home.
    if (path === "/") event.waitUntil(keepOfflinePage().catch(() => {}));
    if (path === SETTINGS.signOut && request.method === "POST") event.waitUntil(caches.delete(PAGES).then(keepOfflinePage));
    return answer;
  } catch {
    return (request.method === "GET" && (await kept(request.url))) || (await kept(SETTINGS.offline)) || Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(navigate(event));
  else if (SETTINGS.files.includes(url.pathname) || HASHED.test(url.pathname)) event.respondWith(file(event.request));
});
