// Measures the preview in Chromium, by hand: from saving a story to the page that shows it, for a changed body and for a changed name, and from
// the start of `guongsang serve` to its first page.
//
//   node e2e/measure-serve.mjs FOLDER [HUGO-FOLDER]
//
// FOLDER is a site with a warm cache; it is changed and put back, so take a copy. With HUGO-FOLDER, a site of Hugo's with the same stories, `hugo server`
// does the same in the same run; Hugo is the one in PATH, or $HUGO. `go run ./bench corpus --out DIR` makes both sites. Times are medians of ten (three for
// the start, one of Hugo's), in milliseconds: a page counts as shown when the browser has painted it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { desktop, openBrowser } from './lib/browser.mjs';
import { startPreview } from './lib/preview.mjs';

const [folder, hugoFolder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node e2e/measure-serve.mjs FOLDER [HUGO-FOLDER]');
  process.exit(2);
}
const edits = 10;

const ours = { site: folder, starts: 3, name: 'tên', slug: 'đường dẫn', start: () => startPreview(folder) };
const hugo = {
  site: hugoFolder, starts: 1, name: 'title', slug: 'slug',
  async start() {
    const port = 18313;
    const child = spawn(process.env.HUGO ?? 'hugo', ['server', '--source', hugoFolder, '--port', String(port), '--renderToMemory'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => { child.stdout.setEncoding('utf8').on('data', (text) => { if (text.includes('Web Server is available')) resolve(); }); });
    return { url: `http://localhost:${port}/`, stop: () => (child.kill('SIGINT'), once(child, 'exit')) };
  },
};

/** The first profile of a site that is one file. */
function firstStory(site) {
  const below = join(site, 'content', 'guong');
  const found = readdirSync(below, { recursive: true }).filter((name) => name.endsWith('.md') && !/(^|[/\\])_?index\.md$/.test(name)).sort();
  if (found.length === 0) throw new Error(`${below} has no profile`);
  return join(below, found[0]);
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const report = (what, times) => console.log(`${what}: ${Math.round(median(times))} ms (${times.map(Math.round).join(' ')})`);
const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

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
async function saves(file, before, what, change) {
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
  await pause(2000);
  return times;
}

async function measure(who, { site, starts, name, slug, start }) {
  const file = firstStory(site);
  const before = readFileSync(file, 'utf8');
  const last = new RegExp(`^${slug}: *(.+)$`, 'm').exec(before)?.[1] ?? file.replace(/\.md$/, '').split(/[/\\]/).pop();
  let server;
  try {
    const first = [];
    for (let i = 0; i < starts; i++) {
      await server?.stop();
      const began = performance.now();
      server = await start();
      await page.goto(`${server.url}guong/${last}/`);
      first.push(performance.now() - began);
    }
    report(`${who}, first page after the start`, first);
    await pause(5000); // what is done beside the first pages is over
    report(`${who}, changed body`, await saves(file, before, 'Thân bài', (text) => `${before.trimEnd()}\n\n${text}\n`));
    report(`${who}, changed name`, await saves(file, before, 'Nguyễn Thị Mẫu', (text) => before.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${text}`)));
  } finally {
    writeFileSync(file, before);
    await server?.stop();
  }
}

try {
  await measure('guongsang serve', ours);
  if (hugoFolder) await measure('hugo server', hugo);
} finally {
  await browser.close();
}
