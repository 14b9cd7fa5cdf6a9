// The bench of the search measures what a page does: its driver, on a page whose answers and bytes are known.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const bench = fileURLToPath(new URL('../bench/search/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
after(() => rmSync(folder, { recursive: true }));

// An engine that asks for a file for each query and takes its time.
const pause = 700;
const engine = `export async function find(query) {
  const cards = await (await fetch(\`index-\${query.length}.json\`)).json();
  await new Promise((resolve) => { setTimeout(resolve, ${pause}); });
  return { total: cards.length, cards };
}`;
const index = (...addresses) => JSON.stringify(addresses.map((address) => ({ address, title: 'dâu tây '.repeat(200), text: address })));

async function drive(site, queries, further) {
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify({ folder: site, page: '', queries, further }));
  const { stdout } = await promisify(execFile)('node', [join(bench, 'drive.mjs'), plan]);
  return JSON.parse(stdout);
}

test('the bench of the search tells what was answered and what it cost', async () => {
  const site = join(folder, 'site');
  cpSync(join(bench, 'peers'), site, { recursive: true });
  const files = { 1: index('guong/b/', 'guong/a/'), 2: index('guong/c/index.html'), 3: index() };
  for (const [length, text] of Object.entries(files)) writeFileSync(join(site, `index-${length}.json`), text);
  writeFileSync(join(site, 'engine.js'), engine);
  const answers = await drive(site, ['x', 'xy', 'xyz', 'ì'], 1);

  assert.deepEqual(answers.map(({ query, first, results }) => ({ query, first, results })), [
    { query: 'x', first: true, results: ['guong/b/', 'guong/a/'] },
    { query: 'xy', first: false, results: ['guong/c/'] },
    { query: 'xyz', first: true, results: [] },
    { query: 'ì', first: false, results: ['guong/b/', 'guong/a/'] },
  ]);
  for (const { query, first, ms, search, page, requests } of answers) {
    const own = gzipSync(files[query.length], { level: 6 }).length;
    assert.ok(ms >= pause && ms < pause + 20_000, `“${query}” took ${ms} ms`);
    assert.equal(requests, first ? 3 : 1, `“${query}”: page.js, engine.js and an index; later an index alone`);
    assert.equal(page > 0, first, `“${query}”: the document comes once, ${page} bytes`);
    const most = own + (first ? 2500 : 400);
    assert.ok(search > own && search < most, `“${query}”: ${search} bytes, from ${own} to ${most}`);
  }
});
