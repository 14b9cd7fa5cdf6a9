// MiniSearch: one index, loaded whole.

import MiniSearch from './engine-code.js';
import { optionsFor } from './minisearch-options.js';

const { fields, index } = await (await fetch('index.json')).json();
const engine = MiniSearch.loadJS(index, optionsFor(fields));

export async function find(query) {
  const results = engine.search(query);
  return { total: results.length, cards: results.slice(0, 10).map(({ id, title, summary }) => ({ address: id, title, text: summary })) };
}
