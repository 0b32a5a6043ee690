// Asks the browser to keep a copy of the crisis page. Its scope is that page alone: no other is touched.
"use strict";

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/crisis-worker.js", { scope: "/crisis" }).catch(() => undefined);
}
