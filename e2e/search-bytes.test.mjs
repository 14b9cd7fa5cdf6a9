// What the search costs on a slow line: the bytes of the page's scripts and of the index, with gzip, for the first query and for further ones.

import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { desktop, openBrowser, openPage } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { textOf } from './lib/html.mjs';
import { serveFolder } from './lib/server.mjs';
import { sitesToTest, storyPages } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/**
 * In the median over the queries. The worst is told and not judged here: the sample site has few shards and these are large, so that a query of
 * many words brings all of them. `make bench-search` measures the worst on a large site.
 */
const most = { first: 150_000, further: 60_000 };

/** Asks for names one after the other in one page: [{query, bytes, files}], the first with all that the search needs to begin. */
async function ask(site, queries) {
  const server = await serveFolder(site.folder);
  const context = await browser.newContext(desktop);
  try {
    const { page } = await openPage(context, server.root);
    let coming = [];
    page.on('response', (response) => { if (/\.js$/.test(new URL(response.url()).pathname)) coming.push(response.body().then((body) => gzipSync(body, { level: 6 }).length)); });
    const asked = [];
    await page.goto(`${server.root}tim-kiem/?q=${encodeURIComponent(queries[0])}`);
    for (const [index, query] of queries.entries()) {
      if (index > 0) await page.locator('main input[type=search]').fill(query);
      await page.waitForFunction((words) => new URLSearchParams(location.search).get('q') === words && !document.querySelector('[aria-busy=true]') && document.querySelector('#ket-qua > li'), query);
      const sizes = await Promise.all(coming);
      coming = [];
      asked.push({ query, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) });
    }
    return asked;
  } finally {
    await context.close();
    await server.close();
  }
}

const middle = (sizes) => [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)];

function tooMuch(what, sizes) {
  return middle(sizes) > most[what] ? [`${what}: ${middle(sizes)} bytes in the median, ${most[what]} are allowed`] : [];
}

test('bytes of the search on the sample site', async (t) => {
  const site = sitesToTest()[0];
  const names = storyPages(site).filter(({ address }) => address.startsWith('guong/')).map((page) => textOf(page.doc.all('h1')[0]));
  const queries = [names[0], names[20], names[40], 'rau', 'đo huyết áp'];
  const asked = [];
  for (const [index, query] of queries.entries()) asked.push(await ask(site, [query, queries[(index + 1) % queries.length]]));
  for (const [index, what] of ['first', 'further'].entries()) {
    const sizes = asked.map((both) => both[index].bytes);
    await t.test(`${what} query: ${middle(sizes)} bytes in the median, ${Math.max(...sizes)} at the worst`, () => noFaults(tooMuch(what, sizes)));
  }
  await t.test('something is loaded', () => noFaults(asked.every(([first]) => first.bytes > 5_000 && first.files > 3) ? [] : ['the first query loads nothing: the bytes are not those of the search']));
});

test('seen to fail: bytes of the search', () => {
  seenToFail(tooMuch('first', [150_001, 1, 300_001]), /^first: 150001 bytes in the median, 150000/);
  noFaults(tooMuch('further', [1, 120_000, 60_000]));
});
