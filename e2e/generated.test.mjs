// Sites that are hard on a layout, made for the test: very long names and stories, no picture anywhere, nothing at all; and the sample site in English.

import { after, before, test } from 'node:test';
import { accessible, desktop, openBrowser, openPage, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { emptySite, englishSite, hardSite } from './lib/generated.mjs';
import { textOf } from './lib/html.mjs';
import { fits, withText } from './lib/layout-checks.mjs';
import { links } from './lib/link-checks.mjs';
import { pageChecks } from './lib/page-checks.mjs';
import { prints } from './lib/print.mjs';
import { serveFolder } from './lib/server.mjs';
import { onePageOfEachKind, onePageOfEachLook, readablePages, siteOf } from './lib/site.mjs';
import { spokenAs } from './lib/spoken.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** Puts before each fault where it was met. */
const at = (where, faults) => faults.map((fault) => `${where}: ${fault}`);

/** What every page of a site promises, as far as it stands in its HTML. */
function fromDisk(site) {
  return readablePages(site).flatMap((page) => [...Object.values(pageChecks).flatMap((check) => check(page, site)), ...links(page, site)]);
}

async function onPhone(page, address) {
  await page.goto(address);
  const faults = at('phone', await accessible(page));
  await page.setViewportSize({ width: 320, height: 640 });
  faults.push(...await fits(page));
  await page.setViewportSize({ width: 360, height: 640 });
  faults.push(...await fits(page), ...await withText(page, 200, fits));
  await page.setViewportSize(phone.viewport);
  return faults;
}

async function onDesktop(page, address) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address);
  return [...at('desktop, dark', await accessible(page)), ...await fits(page), ...await withText(page, 200, fits)];
}

/** Opens a site in both sizes and runs one test for each of some pages. `more` is done on the desktop after it. */
async function lookAt(t, site, pages, more = async () => []) {
  const server = await serveFolder(site.folder);
  const contexts = await Promise.all([browser.newContext(phone), browser.newContext(desktop)]);
  const [small, wide] = await Promise.all(contexts.map((context) => openPage(context, server.root)));
  try {
    for (const { kind, page: { address } } of pages) {
      await t.test(`${kind} (/${address.slice(0, 60)})`, async () => {
        const full = server.root + address;
        const found = await Promise.all([onPhone(small.page, full), onDesktop(wide.page, full)]);
        noFaults([...found.flat(), ...await more(wide.page, kind), ...small.noted(), ...wide.noted()]);
      });
    }
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await server.close();
  }
}

for (const theme of ['sen', 'tre']) {
  test(`${theme}: long names, long stories, no pictures`, async (t) => {
    const site = hardSite(theme);
    try {
      const pages = onePageOfEachLook(site);
      const story = pages.find(({ kind }) => kind === 'profile without a picture').page;
      const letters = textOf(story.doc.all('h1')[0]).match(/\p{L}/gu).length;
      const words = textOf(story.doc.all('article')[0]).split(' ').length;
      await t.test(`the name has ${letters} letters and the story ${words} words`, () => noFaults(letters < 90 || words < 5000 ? ['the site is not hard enough'] : []));
      await t.test('HTML and links', () => noFaults(fromDisk(site)));
      await lookAt(t, site, pages, async (page, kind) => (kind === 'profile without a picture' ? at('paper', await prints(page)) : []));
    } finally {
      site.remove();
    }
  });

  test(`${theme}: nothing to show yet`, async (t) => {
    const site = emptySite(theme);
    try {
      await t.test('HTML and links', () => noFaults(fromDisk(site)));
      const kinds = ['home', 'all profiles', 'all fields', 'field', 'all units', 'names', 'statistics', 'search'];
      await lookAt(t, site, onePageOfEachKind(site).pages.filter(({ kind }) => kinds.includes(kind)));
    } finally {
      site.remove();
    }
  });

  test(`${theme}: in English`, async (t) => {
    const site = englishSite(theme);
    try {
      await t.test('HTML and links', () => noFaults(fromDisk(site)));
      await t.test('every word is marked with its language', () => noFaults(readablePages(site).flatMap((page) => spokenAs(page, 'en'))));
      const kinds = ['home', 'profile with a picture', 'field', 'search', 'a form to introduce somebody'];
      await lookAt(t, site, onePageOfEachKind(site).pages.filter(({ kind }) => kinds.includes(kind)));
    } finally {
      site.remove();
    }
  });
}

test('seen to fail: languages', () => {
  const sentence = 'Hội trường kê ghế thành vòng tròn, không có bàn chủ tọa';
  const phrases = `<section id="lien-quan--don-vi"><h2>Also from ${sentence}</h2><p class="more"><a href="a/">Everything by ${sentence}</a></p></section><section class="sheet"><header><p>To: ${sentence}</p></header></section>`;
  const page = siteOf({ 'index.html': `<!doctype html><html lang="vi"><head><title>${sentence}</title></head><body lang="en"><p>${sentence}</p><p>Criteria of ${sentence}</p><h2>All: ${sentence}</h2><p lang="vi">${sentence}</p>${phrases}</body></html>` }).page('');
  const faults = spokenAs(page, 'en');
  seenToFail(faults, /^index\.html: <html lang="vi">, not en/, /^index\.html:1: Vietnamese without lang="vi" in <p>: Hội trường kê ghế/, /in <p>: Criteria of Hội trường/, /in <h2>: All: Hội trường/);
  noFaults(faults.slice(4));
});
