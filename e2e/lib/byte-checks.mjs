// How much a reader's phone has to fetch. Each check returns a list of faults.

import { gzipSync } from 'node:zlib';
import { hasToken, isInside } from './html.mjs';
import { fromCSS } from './link-checks.mjs';

export const limits = {
  markup: { sen: 14 * 1024, tre: 10 * 1024 }, // HTML and CSS, with gzip
  withFonts: 60 * 1024,
  script: 12_000, // as it is in the file, on any page
  file: { script: 4200, tools: 4200, search: 7500, results: 7500, suggest: 7500, slides: 4000 },
};

const gzipped = (bytes) => gzipSync(bytes, { level: 6 }).length;
const place = (from, value) => new URL(value, `http://site/${from}`).pathname.slice(1);

/** The bytes of a page: markup (HTML and CSS with gzip), fonts (every font that its styles may load), script, and the pictures of its main part. */
export function weigh(page, site) {
  const sheets = page.doc.all('link').filter((e) => hasToken(e.attrs.rel, 'stylesheet')).map((e) => place(page.address, e.attrs.href));
  const fonts = new Set(sheets.flatMap((sheet) => fromCSS(site.text(sheet)).filter((v) => /\.woff2?$/.test(v)).map((v) => place(sheet, v))));
  const pictures = new Set(page.doc.all('img').filter((e) => e.attrs.src && !e.attrs.src.startsWith('data:')).map((e) => place(page.address, e.attrs.src)));
  let script = 0;
  // What stands in a template is loaded when somebody is about to search; nobody can where slides fill the window.
  const slides = page.doc.all('script').some((e) => /(^|\/)slides\.\w+\.js$/.test(e.attrs.src ?? ''));
  for (const element of page.doc.all('script')) {
    if (slides && isInside(element, 'template')) continue;
    if (element.attrs.src) script += site.bytes(place(page.address, element.attrs.src)).length;
    else if (element.attrs.type !== 'application/ld+json') script += Buffer.byteLength(element.node.childNodes[0]?.value ?? '');
  }
  return {
    markup: gzipped(page.html) + sheets.reduce((sum, sheet) => sum + gzipped(site.bytes(sheet)), 0),
    fonts: [...fonts].reduce((sum, font) => sum + site.bytes(font).length, 0),
    script,
    pictures: [...pictures].reduce((sum, picture) => sum + site.bytes(picture).length, 0),
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

/** No script grows over what was set aside for it, so that they fit together on the pages that hold several. */
export function scriptFiles(site) {
  const faults = [];
  for (const [name, most] of Object.entries(limits.file)) {
    const files = site.paths.filter((path) => new RegExp(`^tai-nguyen/${name}\\.\\w+\\.js$`).test(path));
    if (files.length !== 1) faults.push(`${files.length} files are called ${name}.js`);
    for (const file of files) if (site.bytes(file).length > most) faults.push(`${file}: ${site.bytes(file).length} bytes, ${most} are set aside`);
  }
  return faults;
}
