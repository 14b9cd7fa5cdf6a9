// Makes MiniSearch's index.
//
//   node bench/search/minisearch-index.mjs STORIES.json FIELDS INDEX.json
//
// STORIES.json is a list of {address, title, summary, text}; FIELDS are those to search, with commas between them.

import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { optionsFor } from './peers/minisearch-options.js';

const [stories, names, index] = process.argv.slice(2);
const fields = names.split(',');
const engine = new MiniSearch(optionsFor(fields));
engine.addAll(JSON.parse(readFileSync(stories, 'utf8')));
writeFileSync(index, JSON.stringify({ fields, index: engine }));
