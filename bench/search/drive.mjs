// Puts queries to a search page in Chromium and prints, as JSON, what each one answered and cost.
//
//   node bench/search/drive.mjs PLAN.json
//
// The plan: {folder, page, queries, further}. `folder` is served, `page` is the address of the search page in it. A session is a new browser
// profile that opens the page with ?q= and then types as many `further` queries into the same page. All that is asked of a page is: results are
// #ket-qua > li, the best first, the first a[href] of each is the story; aria-busy="true" while working; [role=status] says what came of it.

import { readFileSync } from 'node:fs';
import { openBrowser, phone } from '../../e2e/lib/browser.mjs';
import { serveCounted } from './wire.mjs';

/** For so long nothing may happen on a page and on the wire before an answer counts as complete. The clock of an answer stops when its last change was made. */
const quiet = 300;
const limit = 60_000;
/** A query whose answer is to the letter the one before may change nothing; so long is waited for a change. */
const unchanged = 10_000;

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const site = await serveCounted(plan.folder);
const browser = await openBrowser();
const answers = [];
for (let at = 0; at < plan.queries.length; at += 1 + plan.further) answers.push(...await session(plan.queries.slice(at, at + 1 + plan.further)));
await browser.close();
await site.close();
console.log(JSON.stringify(answers));

async function session(queries) {
  // Without a service worker, as `phone` is: it fetches what the next visit may need, nobody waits for that, and it would blur what a query costs.
  const context = await browser.newContext(phone);
  await context.addInitScript(watch);
  const page = await context.newPage();
  const wire = traffic(page);
  const found = [], programs = new Map();
  for (const [n, query] of queries.entries()) {
    const from = site.answers.length;
    wire.clear();
    const began = n === 0 ? await open(page, query) : await type(page, query);
    const { results, changed } = await settled(page, wire, query, n === 0, began);
    found.push({ query, first: n === 0, results, ms: changed - began, ...cost(site.answers.slice(from), wire, programs) });
  }
  await context.close();
  return found;
}

/** Runs in the page before its own scripts: notes when the results, their state or the status changed last. */
function watch() {
  window.searchChanged = 0;
  const parts = '#ket-qua, [role=status]';
  new MutationObserver((changes) => {
    const counts = ({ target, addedNodes }) => (target.closest ?? target.parentElement?.closest)?.call(target.closest ? target : target.parentElement, parts)
      || [...addedNodes].some((node) => node.matches?.(parts));
    if (changes.some(counts)) window.searchChanged = performance.timeOrigin + performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** What the page asks for: the sort of each request, and whether one is under way. */
function traffic(page) {
  const sorts = new Map();
  let underWay = 0;
  let last = 0;
  page.on('request', (request) => {
    underWay++;
    last = Date.now();
    sorts.set(new URL(request.url()).pathname, request.resourceType());
  });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, () => { underWay--; last = Date.now(); });
  return { sorts, clear: () => sorts.clear(), idle: () => underWay === 0 && Date.now() - last >= quiet };
}

async function open(page, query) {
  const began = Date.now();
  await page.goto(`${site.root}${plan.page}?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  return began;
}

async function type(page, query) {
  const began = Date.now();
  await page.locator('input[type=search][name=q]').last().fill(query); // the page's own field comes after the header's
  return began;
}

/** Waits for a complete answer. The first one must say something; a further one has come when something changed, or late enough if nothing had to. */
async function settled(page, wire, query, first, began) {
  for (;;) {
    await page.waitForTimeout(40);
    const state = await page.evaluate((since) => {
      const list = document.querySelector('#ket-qua');
      const status = document.querySelector('[role=status]')?.textContent.trim();
      return {
        done: document.readyState === 'complete' && list !== null && list.getAttribute('aria-busy') !== 'true' && (list.children.length > 0 || Boolean(status)),
        changed: window.searchChanged,
        still: Date.now() - window.searchChanged,
        again: window.searchChanged >= since,
        results: [...(list?.children ?? [])].slice(0, 10).map((item) => item.querySelector('a[href]')?.href),
      };
    }, began).catch(() => ({}));
    const came = first || state.again || Date.now() - began > unchanged;
    if (state.done && came && state.still >= quiet && wire.idle()) {
      const results = state.results.filter(Boolean).map((address) => new URL(address).pathname.slice(1).replace(/index\.html$/, ''));
      return { results, changed: first || state.again ? state.changed : began };
    }
    if (Date.now() - began > limit) throw new Error(`no answer to “${query}” within ${limit / 1000} s: ${JSON.stringify(state)}`);
  }
}

/**
 * What came over the wire: for the search itself (scripts, and what they asked for), and for the page around it (document, styles, fonts, pictures); and of the
 * scripts those that do not lie beside the search page, as the index does: all that came in the session so far, which `programs` holds, packed and unpacked.
 */
function cost(answered, wire, programs) {
  const sum = { search: 0, page: 0, requests: 0, program: 0, programRaw: 0 };
  for (const { path, raw, wire: bytes } of answered) {
    const sort = wire.sorts.get(path) ?? wire.sorts.get(path.replace(/index\.html$/, ''));
    // The page's icon is asked for by the browser, of which Playwright does not tell.
    if (['document', 'stylesheet', 'font', 'image', 'manifest'].includes(sort) || /\.(ico|svg|png)$/.test(path)) sum.page += bytes;
    else {
      sum.search += bytes;
      sum.requests++;
      if (sort === 'script' && !path.startsWith(`/${plan.page}`)) programs.set(path, { raw, bytes });
    }
  }
  for (const { raw, bytes } of programs.values()) {
    sum.program += bytes;
    sum.programRaw += raw;
  }
  return sum;
}
