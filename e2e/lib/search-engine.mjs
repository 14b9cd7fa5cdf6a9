// The engine of the search without a browser: the theme's own scripts, and a document that knows nothing but how to load a script from a folder.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { program } from './preview.mjs';

const assets = fileURLToPath(new URL('../../themes/chung/assets/', import.meta.url));

/** Builds a site of content files by their paths. `remove` takes it away again. */
export function buildSite(files) {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('site.yaml', 'tên trang: Trang mẫu\nđịa chỉ: https://mau.example\n');
  for (const [path, text] of Object.entries(files)) put(`content/${path}`, text);
  execFileSync(program, ['build', '--source', folder, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder: join(folder, 'public'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts the engine over a built site. `spoil` may change the text of the scripts before they run. `loaded` are the files of the index that were asked for; a file
 * that `missing` says is missing fails, and `other` may give another text for one; `asked` are their addresses with the query.
 */
export function openEngine(folder, { spoil = (text) => text, missing = () => false, other = (name, text) => text } = {}) {
  const root = 'http://site/';
  const loaded = [], asked = [];
  const context = vm.createContext({ URLSearchParams });
  const append = (script) => queueMicrotask(() => {
    const address = new URL(script.src).href.slice(root.length), name = address.replace(/\?.*/, '');
    asked.push(address);
    loaded.push(name);
    if (missing(name)) return script.onerror();
    const near = name.startsWith('tai-nguyen/near.');
    vm.runInContext(near ? spoil(readFileSync(join(assets, 'near.js'), 'utf8')) : other(name, readFileSync(join(folder, name), 'utf8')), context);
    script.onload();
  });
  Object.assign(context, {
    window: context,
    document: { querySelector: () => ({ action: `${root}tim-kiem/` }), createElement: () => ({}), head: { append } },
  });
  const text = readFileSync(join(assets, 'search.js'), 'utf8');
  const results = readFileSync(join(assets, 'results.js'), 'utf8');
  const page = results.indexOf('  // ---- The page ----');
  if (page < 0) throw new Error('results.js has no part “The page”');
  vm.runInContext(spoil(text), context);
  vm.runInContext(spoil(`${results.slice(0, page)}Object.assign(GS, { find }); })();`), context);
  const { GS } = context;
  return {
    loaded,
    asked,
    anew: () => GS.anew(),
    nearest: async (query) => [...(await GS.near()).nearest(GS.parse(query))],
    /** What is found: names in the order of their rank, and all that find gives. */
    async find(query, filters = {}) {
      const found = await GS.find(query, filters);
      const cards = await Promise.all(found.hits.map((one) => GS.card(one.slot)));
      return { ...found, names: cards.map(({ name }) => name), cards };
    },
    /** The names that are offered while one types. */
    async offered(query) {
      const [scores] = await GS.match(query);
      const slots = [...scores ?? []].sort((a, b) => b[1] - a[1]).map(([slot]) => slot);
      return (await Promise.all(slots.map((slot) => GS.card(slot)))).map(({ name }) => name);
    },
  };
}
