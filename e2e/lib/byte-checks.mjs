// How much a reader's phone has to fetch. Each check returns a list of faults.

import { gzipSync } from 'node:zlib';
import { hasToken } from './html.mjs';
import { fromCSS } from './link-checks.mjs';

export const limits = {
  markup: { sen: 14 * 1024, tre: 10 * 1024 }, // HTML and CSS, with gzip
  withFonts: 60 * 1024,
  script: 12_000, // as it is in the file, on any page
};

const gzipped = (bytes) => gzipSync(bytes, { level: 6 }).length;
const place = (from, value) => new URL(value, `http://site/${from}`).pathname.slice(1);

/** The bytes of a page: markup (HTML and CSS with gzip), fonts (every font that its styles may load) and script. */
export function weigh(page, site) {
  const sheets = page.doc.all('link').filter((e) => hasToken(e.attrs.rel, 'stylesheet')).map((e) => place(page.address, e.attrs.href));
  const fonts = new Set(sheets.flatMap((sheet) => fromCSS(site.text(sheet)).filter((v) => /\.woff2?$/.test(v)).map((v) => place(sheet, v))));
  let script = 0;
  for (const element of page.doc.all('script')) {
    if (element.attrs.src) script += site.bytes(place(page.address, element.attrs.src)).length;
    else if (element.attrs.type !== 'application/ld+json') script += Buffer.byteLength(element.node.childNodes[0]?.value ?? '');
  }
  return {
    markup: gzipped(page.html) + sheets.reduce((sum, sheet) => sum + gzipped(site.bytes(sheet)), 0),
    fonts: [...fonts].reduce((sum, font) => sum + site.bytes(font).length, 0),
    script,
  };
}

/** A story is light. */
export function storyBytes(page, site, theme) {
  const { markup, fonts } = weigh(page, site);
  const most = limits.markup[theme] ?? limits.markup.sen;
  const faults = [];
  if (markup > most) faults.push(`${page.path}: HTML and CSS are ${markup} bytes with gzip, ${most} are allowed`);
  if (markup + fonts > limits.withFonts) faults.push(`${page.path}: HTML, CSS and fonts are ${markup + fonts} bytes, ${limits.withFonts} are allowed`);
  return faults;
}

/** No page has much script. */
export function scriptBytes(page, site) {
  const { script } = weigh(page, site);
  return script > limits.script ? [`${page.path}: ${script} bytes of JavaScript, ${limits.script} are allowed`] : [];
}
