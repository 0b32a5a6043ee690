// Keeps copies of the crisis page with what it needs, each in its language, and answers for the page from them when there
// is no network. There is one worker for each language: its scope is the page in that language, such as /cy/crisis, whose
// copy is /cy/crisis?copy=saved. English, at /crisis?copy=saved, is kept by itself; others once somebody reads them.
"use strict";

const SITE = self.location.pathname.replace("/crisis-worker.js", "");
const STATIC = `${SITE}/static/`;
const ENGLISH = `${SITE}/crisis`;
const OWN = new URL(self.registration.scope).pathname;
// A person in a crisis does not wait longer than this for a network that may be gone.
const PATIENCE_MS = 3000;

const copyOf = (page) => `${page}?copy=saved`;
const partsOf = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const isOurs = (name) => name.startsWith(STATIC);

// Each copy has a cache of its own, so that none lets go of what another needs.
const keptOf = (page) => caches.open(`signpost${page.replaceAll("/", "-")}`);

async function copy() {
  for (const page of [OWN, ENGLISH]) {
    const found = await (await keptOf(page)).match(copyOf(page));
    if (found) return found;
  }
  return undefined;
}

async function keep() {
  const page = await fetch(copyOf(OWN), { cache: "no-store" });
  if (!page.ok) return;
  const cache = await keptOf(OWN);
  const text = await page.clone().text();
  const files = new Set(partsOf(text, /(?:href|src)="([^"]+)"/g).filter(isOurs));
  for (const file of [...files].filter((name) => name.endsWith(".css"))) {
    const style = await fetch(file);
    const near = new URL(file, self.location.origin);
    for (const name of partsOf(await style.text(), /url\(["']?([^"')]+)["']?\)/g)) {
      const found = new URL(name, near);
      if (found.origin === self.location.origin && isOurs(found.pathname)) files.add(found.pathname);
    }
  }
  await Promise.all([...files].map(async (file) => (await cache.match(file)) || cache.add(file)));
  await cache.put(copyOf(OWN), page);
  for (const request of await cache.keys()) {
    const name = new URL(request.url).pathname;
    if (isOurs(name) && !files.has(name)) await cache.delete(request);
  }
}

async function answer(request) {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), PATIENCE_MS);
  // A link of one copy leads to the copy in another language: with a network, that is the page as it is now.
  const asked = request.url.endsWith(copyOf(OWN)) ? OWN : request;
  try {
    const fresh = await fetch(asked, { signal: gone.signal });
    // A network that answers in the site's place, or a server in trouble, is no answer.
    if (fresh.ok || fresh.type === "opaqueredirect") return fresh;
    return (await copy()) || fresh;
  } catch (error) {
    return (await copy()) || Response.error();
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener("install", (event) =>
  event.waitUntil((OWN === ENGLISH ? keep() : Promise.resolve()).then(() => self.skipWaiting())),
);
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keep().catch(() => undefined)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && address.pathname === OWN) {
    event.respondWith(answer(request));
    event.waitUntil(keep().catch(() => undefined));
  } else if (isOurs(address.pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});
