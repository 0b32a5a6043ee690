// Asks the browser to keep a copy of the crisis page, in English and in the language of this page, and to answer for it in
// each language. Its scopes are those pages alone: no other is touched.
"use strict";

const SITE = new URL(document.currentScript.src).pathname.split("/static/")[0];

async function keepIn(scope) {
  const registration = await navigator.serviceWorker.register(`${SITE}/crisis-worker.js`, { scope });
  return registration.installing || registration.waiting || registration.active;
}

async function keepCrisis() {
  const own = document.querySelector(".sp-nav__crisis").pathname;
  const others = document.querySelectorAll("link[rel=alternate][hreflang]:not([hreflang=en])");
  const scopes = new Set([`${SITE}/crisis`, own, ...[...others].map((link) => `${SITE}/${link.hreflang}/crisis`)]);
  const [english, worker = english] = await Promise.all([...scopes].map(keepIn));
  // English is kept by itself, and another language once somebody reads it.
  if (own !== `${SITE}/crisis` && !(await caches.match(`${own}?copy=saved`))) worker.postMessage("keep");
}

// Without a network there is nothing to ask for.
if ("serviceWorker" in navigator && navigator.onLine) keepCrisis().catch(() => undefined);
