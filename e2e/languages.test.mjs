// Texts in several languages: the pages lead to each other, for people and machines, and lists have them once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { alternates, languageOf, listedOnce, translatedPages, versionsInSitemap, waysToOthers } from './lib/language-checks.mjs';
import { siteOf, sitesToTest } from './lib/site.mjs';

for (const site of sitesToTest()) {
  test(`${site.name}: languages`, async (t) => {
    const pages = translatedPages(site);
    await t.test('some story is there in two languages', () => assert.deepEqual(pages.map(languageOf).sort(), ['en', 'vi']));
    await t.test('alternates', () => noFaults(pages.flatMap((page) => alternates(page, site))));
    await t.test('ways to other languages', () => noFaults(pages.flatMap((page) => waysToOthers(page))));
    await t.test('sitemap', () => noFaults(versionsInSitemap(site)));
    await t.test('lists', () => noFaults(pages.flatMap((page) => listedOnce(page, site))));
  });
}

// From here on: small broken sites, on which each check is seen to fail.

const base = 'https://guong.example/a/';
const link = (lang, to) => `<link rel="alternate" hreflang="${lang}" href="${base}${to}">`;
const both = link('vi', 'guong/x/') + link('en', 'guong/x-en/');
const page = (address, head, body) => `<!doctype html><html lang="vi"><head><title>T</title>${head}<link rel="canonical" href="${base}${address}"></head><body>${body}</body></html>\n`;
const vi = (head = both, body = '<h1>X</h1><a href="../x-en/" hreflang="en" lang="en">English</a>') => page('guong/x/', head, body);
const en = (head = both, body = '<h1 lang="en">X</h1><a href="../x/" hreflang="vi" lang="vi">Tiếng Việt</a>') => page('guong/x-en/', head, body);
const url = (address, links) => `<url><loc>${base}${address}</loc>${links.replaceAll('<link', '<x:link').replaceAll('">', '"/>')}</url>`;
const map = (...urls) => `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml">${urls.join('')}</urlset>`;
const whole = map(url('guong/x/', both), url('guong/x-en/', both), url('guong/', ''));
const broken = ({ one = vi(), other = en(), sitemap = whole, year = '', list = '<h1>L</h1><a href="x/">X</a>' }) => siteOf({
  'index.html': page('', '', '<h1>G</h1>'), 'guong/index.html': page('guong/', '', list), 'nam/2023/index.html': page('nam/2023/', '', year), 'guong/x/index.html': one, 'guong/x-en/index.html': other, 'sitemap.xml': sitemap,
});
const all = (site) => [
  ...translatedPages(site).flatMap((p) => [...alternates(p, site), ...waysToOthers(p), ...listedOnce(p, site)]), ...versionsInSitemap(site),
];

test('checks of languages are seen to fail', async (t) => {
  await t.test('a right site has no faults', () => noFaults(all(broken({}))));
  for (const [name, site, ...patterns] of [
    ['a head without the page itself', { one: vi(link('en', 'guong/x-en/')) }, /x\/index\.html: is in vi and does not name itself/],
    ['another page that names others', { one: vi(link('en', 'guong/x-en/')) }, /names other versions/],
    ['a version that is no page', { other: en(link('vi', 'guong/y/') + link('en', 'guong/x-en/')) }, /guong\/y\/ is no page/],
    ['a page in another language', { other: en(both, '<h1>X</h1><a href="../x/" hreflang="vi" lang="vi">Tiếng Việt</a>') }, /x-en\/index\.html is in vi and not in en/],
    ['a language twice', { one: vi(both + link('en', 'guong/x-en/')) }, /names a language twice/],
    ['a way without a head', { one: vi('') }, /its head names none/],
    ['no way', { one: vi(both, '<h1>X</h1>') }, /leads to no other language, not to en/],
    ['a name in the language of the page', { one: vi(both, '<h1>X</h1><a href="../x-en/" hreflang="en">English</a>') }, /the name of en is in undefined/],
    ['a way without a text', { one: vi(both, '<h1>X</h1><a href="../x-en/" hreflang="en" lang="en"> </a>') }, /has no text/],
    ['a sitemap without versions', { sitemap: map(url('guong/x/', ''), url('guong/x-en/', both)) }, /sitemap\.xml: of .*guong\/x\/ it names no version/],
    ['a list with both', { list: '<h1>L</h1><a href="x/">X</a> <a href="x-en/">X</a>' }, /guong\/index\.html: leads to .* and /],
    ['a year with both', { year: '<h1>N</h1><a href="../../guong/x/">X</a> <a href="../../guong/x-en/">X</a>' }, /nam\/2023\/index\.html: leads to .* and /],
  ]) {
    await t.test(name, () => seenToFail(all(broken(site)), ...patterns));
  }
});
