// What comes out of the printer: a PDF by Chromium, read by poppler. Each check returns a list of faults.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './tools.mjs';

/** Prints the page that is shown: {text, sheets (the text of each), info (what pdfinfo says, by name)}. */
export async function toPaper(page) {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const read = (name, args) => {
      const run = spawnSync(program(name, 'poppler-utils'), args, { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (run.status !== 0) throw new Error(`${name} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
      return run.stdout;
    };
    const text = read('pdftotext', ['-enc', 'UTF-8', file, '-']);
    const info = Object.fromEntries(read('pdfinfo', [file]).split('\n').map((line) => /^(.*?):\s+(.*)$/.exec(line)?.slice(1)).filter(Boolean));
    return { text, sheets: text.split('\f').slice(0, -1), info };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Capitals, blanks and where a line breaks (poppler takes a hyphen there for one of the printer's) are left out. */
const bare = (text) => text.normalize('NFC').toLowerCase().replace(/[\s\u00ad\u200b\u2010-]+/g, '');

const mark = 'gsgsdieuhuong';

/** On paper stands what there is to read, with the addresses of sources, on A4 sheets of which none is empty, and nothing that one would press. */
export async function prints(page) {
  const { wanted, addresses, title } = await page.evaluate(prepare, mark);
  const { text, sheets, info } = await toPaper(page);
  await page.evaluate((word) => document.querySelectorAll(`[data-${word}]`).forEach((e) => e.remove()), mark);
  const paper = bare(text);
  const faults = [...new Set([...text.matchAll(new RegExp(`${mark}(\\w*)`, 'g'))].map((found) => `navigation on paper: <${found[1]}>`))];
  for (const words of wanted) if (!paper.includes(bare(words))) faults.push(`not on paper: ${words}`);
  for (const address of addresses) if (!paper.includes(bare(address))) faults.push(`no address on paper behind the source ${address}`);
  sheets.forEach((sheet, index) => { if (bare(sheet) === '') faults.push(`sheet ${index + 1} of ${sheets.length} is empty`); });
  if (!/A4/.test(info['Page size'] ?? '')) faults.push(`the paper is ${info['Page size']}`);
  if ((info.Title ?? '').normalize('NFC') !== title) faults.push(`the document is called “${info.Title}”, not “${title}”`);
  return faults;
}

/**
 * In the page: puts a word into everything that one would press, so that it is seen on paper wherever that is, and gathers what must be
 * there: the headings, the beginnings of the paragraphs (of cells, which lie side
 * by side, only the first word: the second may be on the next line), and where the links to sources lead.
 */
function prepare(word) {
  const pressed = 'nav, form[role=search], header form, button, [role=toolbar], dialog, audio, video';
  for (const element of document.querySelectorAll(pressed)) {
    if (element.closest('svg, template')) continue;
    const sign = document.createElement('span');
    sign.setAttribute(`data-${word}`, '');
    sign.textContent = word + element.tagName.toLowerCase();
    element.append(sign);
  }
  const main = document.querySelector('main');
  // What follows a story tells of others, and a line that is nothing but a link, or leads to another language, is a way on: neither is missed on paper.
  // Where there is a sheet to be filled in by hand, it is all that is printed.
  const sheet = main.querySelector('.sheet');
  const wayOn = (e) => (sheet && !sheet.contains(e)) || (main.querySelector('.story') && !e.closest('.story') && e.tagName !== 'H1') || e.querySelector('button, a[hreflang]')
    || (e.tagName === 'P' && e.children.length === 1 && e.firstElementChild.matches('a') && e.textContent.trim() === e.firstElementChild.textContent.trim());
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 2 && e.getBoundingClientRect().right > 0
    && !e.closest('nav, form, button, dialog, [role=toolbar], [role=status], [aria-hidden=true], noscript');
  const told = [...main.querySelectorAll('h1, h2, h3, p, dd, td, blockquote')].filter((e) => shown(e) && !wayOn(e));
  const words = (e) => {
    const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.data.trim() !== '' && shown(text.parentElement)) return text.data.trim().split(/\s+/).slice(0, e.tagName === 'TD' ? 1 : 4).join(' ');
    }
    return '';
  };
  const sources = [...main.querySelectorAll('a[href^="http"]')].filter((a) => shown(a) && /nguồn|source/i.test(a.closest('li, dd, p, div, footer, section')?.textContent ?? ''));
  return {
    wanted: [...new Set(told.map(words))].filter((text) => text !== ''),
    addresses: sources.map((a) => a.getAttribute('href').replace(/^https?:\/\//, '').replace(/\/$/, '')),
    title: document.title.replace(/\s+/g, ' ').trim().normalize('NFC'),
  };
}
