// Measures the preview in Chromium, by hand: from saving a story to the page that shows it, for a changed body and for a changed name, and from
// the start of `guongsang serve` to its first page.
//
//   node e2e/measure-serve.mjs FOLDER [STORY]
//
// FOLDER is a site with a warm cache; it is changed and put back, so take a copy. STORY is one of its profiles, such as
// content/guong/2016/mau.md; without it, the first one that is found. A large site can be made with `go run ./bench`. Times are medians of ten
// (three for the start), in milliseconds: a page counts as shown two frames after its document was there.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { desktop, openBrowser } from './lib/browser.mjs';
import { startPreview } from './lib/preview.mjs';

const [folder, given] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node e2e/measure-serve.mjs FOLDER [STORY]');
  process.exit(2);
}
const edits = 10;
const starts = 3;

/** The first profile of the site that is one file. */
function firstStory() {
  const below = join(folder, 'content', 'guong');
  const found = readdirSync(below, { recursive: true }).filter((name) => name.endsWith('.md') && !name.endsWith('index.md')).sort();
  if (found.length === 0) throw new Error(`${below} has no profile`);
  return relative(folder, join(below, found[0])).split(sep).join('/');
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const report = (what, times) => console.log(`${what}: ${Math.round(median(times))} ms (${times.map(Math.round).join(' ')})`);
const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

const file = join(folder, given ?? firstStory());
const before = readFileSync(file, 'utf8');
const slug = /^đường dẫn: *(.+)$/m.exec(before)?.[1] ?? file.replace(/\.md$/, '').split(sep).pop();
const browser = await openBrowser();
const page = await (await browser.newContext(desktop)).newPage();

// Every page tells its words, and when they were on the screen: two frames after the document was there. Both clocks are this machine's.
let shown = () => {};
await page.exposeFunction('tellShown', (text, time) => shown(text, time));
await page.addInitScript(() => {
  addEventListener('DOMContentLoaded', () => {
    requestAnimationFrame(() => requestAnimationFrame(() => window.tellShown(document.body.textContent, performance.timeOrigin + performance.now())));
  });
});

/** Waits for a page with the text, and gives the time at which it was seen. */
const appears = (text) => new Promise((resolve) => { shown = (words, time) => { if (words.includes(text)) resolve(time); }; });

/** Saves a change again and again, each time with another text that the page then shows. */
async function saves(what, change) {
  const times = [];
  for (let i = 0; i < edits; i++) {
    const text = `${what} ${i} ${Date.now() % 1e6}`;
    await pause(1000);
    const seen = appears(text);
    const began = performance.timeOrigin + performance.now();
    writeFileSync(file, change(text));
    times.push(await seen - began);
  }
  writeFileSync(file, before);
  return times;
}

let preview;
try {
  const first = [];
  for (let i = 0; i < starts; i++) {
    await preview?.stop();
    const began = performance.now();
    preview = await startPreview(folder);
    await page.goto(`${preview.url}guong/${slug}/`);
    first.push(performance.now() - began);
  }
  report('first page after the start', first);
  report('changed body', await saves('Thân bài', (text) => `${before.trimEnd()}\n\n${text}\n`));
  await pause(2000);
  report('changed name', await saves('Nguyễn Thị Mẫu', (text) => before.replace(/^tên: .*$/m, `tên: ${text}`)));
} finally {
  writeFileSync(file, before);
  await preview?.stop();
  await browser.close();
}
