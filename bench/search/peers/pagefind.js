// Pagefind, with the settings that it comes with.

import { search } from './pagefind/pagefind.js';

export async function find(query) {
  const { results } = await search(query);
  const cards = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { total: results.length, cards: cards.map(({ url, meta, plain_excerpt: text }) => ({ address: url, title: meta.title, text })) };
}
