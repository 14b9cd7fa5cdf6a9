// The service worker of a site that keeps nothing for reading without a network: it forgets what another one kept, and goes.
"use strict";

const FAMILY = "guongsang " + self.registration.scope + " ";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const kept = (await caches.keys()).filter((name) => name.startsWith(FAMILY));
  await Promise.all(kept.map((name) => caches.delete(name)));
  await self.registration.unregister();
})()));
