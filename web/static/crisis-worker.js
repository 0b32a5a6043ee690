// Keeps a copy of the crisis page with what it needs, and answers for the page from that when there is no network.
"use strict";

const KEPT = "signpost-crisis";
const COPY = "/crisis?copy=saved";
// A person in a crisis does not wait longer than this for a network that may be gone.
const PATIENCE_MS = 3000;

const partsOf = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

async function keep() {
  const page = await fetch(COPY, { cache: "no-store" });
  if (!page.ok) return;
  const cache = await caches.open(KEPT);
  const text = await page.clone().text();
  const files = new Set(partsOf(text, /(?:href|src)="(\/static\/[^"]+)"/g));
  for (const file of [...files].filter((name) => name.endsWith(".css"))) {
    const style = await fetch(file);
    const near = new URL(file, self.location.origin);
    for (const name of partsOf(await style.text(), /url\(["']?([^"')]+)["']?\)/g)) {
      const found = new URL(name, near);
      if (found.origin === self.location.origin && found.pathname.startsWith("/static/")) files.add(found.pathname);
    }
  }
  await Promise.all([...files].map(async (file) => (await cache.match(file)) || cache.add(file)));
  await cache.put(COPY, page);
  for (const request of await cache.keys()) {
    const name = new URL(request.url).pathname;
    if (name.startsWith("/static/") && !files.has(name)) await cache.delete(request);
  }
}

async function answer(request) {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), PATIENCE_MS);
  try {
    const fresh = await fetch(request, { signal: gone.signal });
    // A network that answers in the site's place, or a server in trouble, is no answer.
    if (fresh.ok || fresh.type === "opaqueredirect") return fresh;
    return (await caches.match(COPY)) || fresh;
  } catch (error) {
    return (await caches.match(COPY)) || Response.error();
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && address.pathname === "/crisis") {
    event.respondWith(answer(request));
    event.waitUntil(keep().catch(() => undefined));
  } else if (address.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});
