// The service worker: keeps what was read, so that it can be read again without a network, and never shows what is old where the new can be had.
//
//   pages, pictures, the search index   the network first; the kept copy where there is none, or where it takes longer than PATIENCE. What comes
//                                       too late is kept all the same, for the next visit. Of pages and the index, the browser's own copies count only when the
//                                       host says that they are still right: many hosts do not tell how long they are, and browsers then guess days
//   the theme's files                   the kept copy first, since their names change with their bytes
//   everything else                     is none of the worker's business: it goes its way as if there were no worker
//
// The files of the search index belong together, and say so by their stamps: when the first of another build comes, those that do not belong to it go.
//
// What is kept has bounds, and the oldest goes first. The name of what is kept holds the site's own folder, since several sites may share a host, and
// the worker's version: a new one begins afresh.
"use strict";

const SCOPE = self.registration.scope;
const ASSETS = SCOPE + "tai-nguyen/", SEARCH = SCOPE + "tim-kiem/", BEGIN = SEARCH + "muc.js", OFFLINE = SCOPE + "ngoai-tuyen/";
const FAMILY = "guongsang " + SCOPE + " ", NAME = FAMILY + "{version} ";
const PATIENCE = 3000, DAY = 864e5;

// How many answers of each kind are kept, and how many bytes: 30 MB in all. A single answer of more than LARGE bytes is not.
const BOUNDS = { pages: [60, 8e6], pictures: [150, 11e6], search: [400, 8e6], theme: [60, 3e6], own: [1, 1e6] };
const LARGE = 2e6;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const open = (kind) => caches.open(NAME + kind);
const age = (answer) => Date.now() - answer.headers.get("x-kept");

// A static site answers the same whatever is asked behind "?".
const plain = (address) => address.replace(/[?#].*/, "").replace(/\/index\.html$/, "/");

async function kept(kind, address) {
  return (await open(kind)).match(address);
}

/** What a request is for; empty where it is none of the worker's business. */
function kindOf(request) {
  if (request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("range")) return "";
  const address = plain(request.url);
  if (request.mode === "navigate") return /\/[^./]*$|\.html$/.test(address) ? "pages" : "";
  if (!["style", "script", "font", "image"].includes(request.destination)) return "";
  if (address.startsWith(ASSETS)) return "theme";
  if (address.startsWith(SEARCH)) return "search";
  return request.destination === "image" ? "pictures" : "";
}

/** The headers of an answer whose body has been unpacked. */
function plainHeaders(answer) {
  const headers = new Headers(answer.headers);
  ["content-encoding", "content-length"].forEach((name) => headers.delete(name));
  return headers;
}

/** Keeps an answer, or forgets what is kept where the site has it no more. */
async function keep(kind, address, answer) {
  const cache = await open(kind);
  if (answer.status === 404 || answer.status === 410) {
    await cache.delete(address);
    return;
  }
  if (answer.status !== 200 || answer.type !== "basic" || answer.redirected || /no-store|private/.test(answer.headers.get("cache-control"))) return;
  const body = await answer.blob();
  // A page that does not ask for it belongs to something else on the host.
  if (body.size > LARGE || (kind === "pages" && !(await new Response(body).text()).includes("data-keep"))) return;
  const headers = plainHeaders(answer);
  headers.set("x-kept", Date.now());
  headers.set("x-size", body.size);
  let begin;
  if (kind === "search") {
    const text = await new Response(body).text(), stamp = /^gs\([^]*,"([\w-]{4})"\)\s*$/.exec(text);
    if (!stamp) return; // what a network says that wants people to log in first
    headers.set("x-stamp", stamp[1]);
    headers.set("cache-control", "no-cache");
    const old = address === BEGIN && await cache.match(address);
    if (old && stampOf(old) !== stamp[1]) begin = text;
  }
  await cache.put(address, new Response(body, { headers }));
  if (begin) await sweep(cache, begin);
  await tidy(kind);
}

const stampOf = (answer) => answer.headers.get("x-stamp");

/** Lets go of the files of the index that do not belong to its first one: it has the stamps of all, see internal/output/search_index.go. */
async function sweep(cache, begin) {
  const { q, v, i } = JSON.parse(begin.slice(begin.indexOf("{"), begin.lastIndexOf("}") + 1));
  for (const { request, answer } of await all(cache)) {
    const [, kind, size, at] = /\/([cdtk])(\d+)-(\d+)\.js$/.exec(request.url) || [];
    if (stampOf(answer) !== (kind ? +size === q && v[kind].substr(4 * at, 4) : i)) await cache.delete(request);
  }
}

const tidying = {};

/** Brings a kind within its bounds, once for all answers that come together. */
function tidy(kind) {
  tidying[kind] = tidying[kind] || wait(500).then(async () => {
    delete tidying[kind];
    const cache = await open(kind);
    let bytes = 0;
    for (const [at, { request, answer }] of (await all(cache)).entries()) {
      bytes += +answer.headers.get("x-size");
      if (at >= BOUNDS[kind][0] || bytes > BOUNDS[kind][1]) await cache.delete(request);
    }
  });
  return tidying[kind];
}

/** All that is in a cache, the newest first. */
async function all(cache) {
  const list = await Promise.all((await cache.keys()).map(async (request) => ({ request, answer: await cache.match(request) })));
  return list.filter(({ answer }) => answer).sort((a, b) => age(a.answer) - age(b.answer));
}

/** Asks the network, and keeps what it says. For a page that did not change, a host that knows dates or tags says no more than that. */
async function load(event, kind, address) {
  const answer = await fetch(event.request, kind === "pages" || kind === "search" ? { cache: "no-cache" } : {});
  event.waitUntil(keep(kind, address, answer.clone()));
  if (kind !== "search") return answer;
  const headers = plainHeaders(answer);
  headers.set("cache-control", "no-cache"); // else the memory of the browser, which is asked before the worker, guesses too
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

async function networkFirst(event, kind, address) {
  const loading = load(event, kind, address);
  event.waitUntil(loading.catch(() => {}));
  const old = await kept(kind, address);
  if (!old) return loading;
  // Behind "?", the index is asked for by who has seen that what was loaded does not belong together.
  const late = kind === "search" && event.request.url !== address ? loading : wait(PATIENCE).then(() => old);
  return Promise.race([loading.then((answer) => (answer.status >= 500 ? old : answer)), late]).catch(() => old);
}

async function keptFirst(event, kind, address) {
  const old = await kept(kind, address);
  if (!old) return load(event, kind, address);
  if (age(old) > DAY) event.waitUntil(touch(kind, address, old.clone())); // what is in use is not the oldest
  return old;
}

async function touch(kind, address, answer) {
  const headers = new Headers(answer.headers);
  headers.set("x-kept", Date.now());
  await (await open(kind)).put(address, new Response(await answer.blob(), { headers }));
}

async function page(event, address) {
  try {
    const answer = await networkFirst(event, "pages", address);
    event.waitUntil(renew().catch(() => {}));
    return answer;
  } catch (e) {
    return offline();
  }
}

let renewed = false;

/** Gets the page that is shown without a network again, once a day. */
async function renew() {
  if (renewed) return;
  renewed = true;
  const old = await kept("own", OFFLINE);
  if (!old || age(old) > DAY) await prepare();
}

/** Gets the page that is shown without a network, and what it needs. */
async function prepare() {
  const answer = await fetch(OFFLINE, { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.status);
  await keep("own", OFFLINE, answer.clone());
  await keepParts(OFFLINE, await answer.text(), {});
}

/** Keeps the files of the theme that a page names, and what else it shows where options find that without a network. */
async function keepParts(address, html, options) {
  const parts = Array.from(html.matchAll(/(?:href|src)="([^"#?]+\.\w+)"/g), (match) => new URL(match[1], address).href);
  await Promise.all(Array.from(new Set(parts), async (part) => {
    const kind = part.startsWith(ASSETS) ? "theme" : "pictures";
    if (kind === "pictures" && !(options.cache && part.startsWith(SCOPE) && /\.(jpe?g|png|webp|avif|gif|svg)$/i.test(part))) return;
    if (await kept(kind, part)) return;
    try {
      await keep(kind, part, await fetch(part, options));
    } catch (e) { /* it is not at hand, or the network is gone */ }
  }));
}

/** Keeps the pages that are open when the worker comes: they were loaded before it. The browser still has their files, so nothing is loaded again. */
async function keepOpen() {
  for (const { url } of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) {
    const address = plain(url);
    if (!address.startsWith(SCOPE) || await kept("pages", address)) continue;
    try {
      const answer = await fetch(address, { cache: "force-cache" });
      await keep("pages", address, answer.clone());
      await keepParts(address, await answer.text(), { cache: "only-if-cached", mode: "same-origin" });
    } catch (e) { /* the next visit keeps it */ }
  }
}

/** The page that is shown without a network, with a list of what is kept, at whatever address it is shown. */
async function offline() {
  const answer = await kept("own", OFFLINE);
  if (!answer) return Response.error();
  const list = [];
  for (const { request, answer: read } of await all(await open("pages"))) {
    const heading = /<h1[^>]*>([^]*?)<\/h1>/.exec(await read.text());
    if (heading) list.push(`<li><a href="${request.url}">${heading[1].replace(/<[^>]*>/g, "")}</a></li>`);
  }
  let html = (await answer.text()).replace(/(href|src|action|poster)="\.\.\//g, (match, name) => `${name}="${SCOPE}`);
  if (list.length) html = html.replace(/(data-kept)[^>]*>([^]*?<ul[^>]*>)/, (match, mark, before) => `${mark}>${before}${list.join("")}`);
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

// A new worker may take over at once: it shares nothing with the pages but their addresses.
self.addEventListener("install", (event) => event.waitUntil(prepare().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && !name.startsWith(NAME));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
  await keepOpen();
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event, kind = kindOf(request), address = plain(request.url);
  if (kind === "pages") event.respondWith(page(event, address));
  else if (kind === "theme") event.respondWith(keptFirst(event, kind, address));
  else if (kind) event.respondWith(networkFirst(event, kind, address));
});
