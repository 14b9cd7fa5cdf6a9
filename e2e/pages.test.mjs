// Every page, link, feed and byte of the sample site, read from disk.

import { test } from 'node:test';
import { scriptBytes, scriptFiles, storyBytes, weigh } from './lib/byte-checks.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { feedsAreThere, jsonFeed, readXML, rssFeeds, sitemap, smallFiles } from './lib/feed-checks.mjs';
import { foldersHavePages, fullAddresses, links, reachable, styleSheets } from './lib/link-checks.mjs';
import { pageChecks, redirectPage } from './lib/page-checks.mjs';
import { onePageOfEachKind, readablePages, siteOf, sitesToTest, storyPages } from './lib/site.mjs';

const redirects = (site) => site.pages.filter((page) => page.redirect !== undefined);

for (const site of sitesToTest()) {
  const pages = readablePages(site);
  const everyPage = (check) => () => noFaults(pages.flatMap((page) => check(page, site)));

  test(`${site.name}: pages`, async (t) => {
    await t.test('the site knows its address', () => noFaults(site.base?.startsWith('http') && site.base.endsWith('/') ? [] : [`the home page's canonical is ${site.base}`]));
    await t.test('there is a page of each kind', () => noFaults(onePageOfEachKind(site).faults));
    for (const [name, check] of Object.entries(pageChecks)) await t.test(name, everyPage(check));
    await t.test('redirects', () => noFaults(redirects(site).flatMap((page) => redirectPage(page))));
  });

  test(`${site.name}: links`, async (t) => {
    await t.test('links lead somewhere', () => noFaults(site.pages.flatMap((page) => links(page, site))));
    await t.test('full addresses lead somewhere', everyPage(fullAddresses));
    await t.test('style sheets', () => noFaults(styleSheets(site)));
    await t.test('folders have pages', () => noFaults(foldersHavePages(site)));
    await t.test('every page can be reached', () => noFaults(reachable(site)));
  });

  test(`${site.name}: for machines`, async (t) => {
    await t.test('feeds are there', () => noFaults(feedsAreThere(site)));
    await t.test('RSS', () => noFaults(rssFeeds(site)));
    await t.test('JSON feed', () => noFaults(jsonFeed(site)));
    await t.test('sitemap', () => noFaults(sitemap(site)));
    await t.test('robots.txt and manifest', () => noFaults(smallFiles(site)));
  });

  test(`${site.name}: bytes`, async (t) => {
    const stories = storyPages(site);
    const heaviest = stories.map((page) => weigh(page, site)).reduce((a, b) => (a.markup > b.markup ? a : b));
    await t.test(`stories (the heaviest: ${heaviest.markup} bytes of HTML and CSS with gzip, ${heaviest.fonts} of fonts)`, () => noFaults(stories.flatMap((page) => storyBytes(page, site, site.name))));
    await t.test('scripts', everyPage(scriptBytes));
    await t.test('script files', () => noFaults(scriptFiles(site)));
    // Told, not judged: what a picture weighs is the editor's choice.
    const most = pages.map((page) => ({ page, ...weigh(page, site) })).reduce((a, b) => (a.pictures > b.pictures ? a : b));
    await t.test(`pictures (the most: ${most.pictures} bytes on /${most.page.address})`, () => noFaults([]));
  });
}

// From here on: small broken sites, on which each check is seen to fail.

const base = 'https://guong.example/a/';
const whole = ({ head = '', body = '', address = '' }) => `<!doctype html><html lang="vi"><head><title>T</title>${head}`
  + `<link rel="canonical" href="${base}${address}"></head><body>${body}</body></html>\n`;
const brokenPage = (html) => siteOf({ 'index.html': whole({}), 'x/index.html': html });

const brokenPages = {
  doctype: ['<html></html>', /x\/index\.html: does not begin/],
  language: ['<!doctype html><html></html>', /lang=""/],
  title: ['<!doctype html><html><head><title> </title></head></html>', /empty title/],
  description: ['<!doctype html><meta name="description" content=" ">', /no description/],
  canonical: [`<!doctype html><link rel="canonical" href="${base}y/">`, /canonical is .*\/y\/, not .*\/x\//],
  oneHeading: ['<!doctype html><h1>A</h1><h1>B</h1>', /2 h1/],
  skipLink: ['<!doctype html><body><a href="../">Trang chủ</a><a href="#main">Bỏ qua</a><main id="main"></main>', /not a link to <main id="main">/],
  structuredData: ['<!doctype html><script type="application/ld+json">{"@type": "WebPage",}</script>', /JSON-LD: /, /0 BreadcrumbList/],
  normalForm: [`<!doctype html><p title="${'ế'.normalize('NFD')}">hoa&#x300;</p>`, /not NFC: "e\u0302\u0301"/, /not NFC: "hoa\u0300"/],
  quotedAttributes: ['<!doctype html><p\n class="a" id=b hidden>', /without quotes: id=b$/],
  wholeDocument: ['<!doctype html><html lang="vi"><body>…</body>', /does not end in/],
};

test('seen to fail: pages', async (t) => {
  for (const [name, check] of Object.entries(pageChecks)) {
    await t.test(name, () => {
      const [html, ...patterns] = brokenPages[name];
      const site = brokenPage(html);
      seenToFail(check(site.page('x/'), site), ...patterns);
    });
  }
  await t.test('breadcrumbs', () => {
    const items = [{ position: 2, name: 'A', item: 'https://elsewhere.example/' }, { position: 2 }];
    const site = brokenPage(`<!doctype html><script type="application/ld+json">${JSON.stringify({ '@type': 'BreadcrumbList', itemListElement: items })}</script>`);
    seenToFail(pageChecks.structuredData(site.page('x/'), site), /breadcrumb 1 has position 2/, /breadcrumb 1 leads to https:/, /breadcrumb 2 has no name/);
  });
  await t.test('redirects', () => {
    const site = brokenPage(whole({ head: '<meta http-equiv="refresh" content="5;url=../y/">', body: '<a href="../z/">z</a>' }));
    seenToFail(redirectPage(site.page('x/')), /content="5;url/, /without noindex/, /no link to/);
  });
  await t.test('kinds of pages', () => {
    seenToFail(onePageOfEachKind(brokenPage(whole({}))).faults, /"unit with predecessors"/, /"profile with a picture"/, /"not found"/);
  });
});

test('seen to fail: links', async (t) => {
  const target = '<h2 id="co">Có</h2>';
  const fault = (html) => {
    const site = siteOf({ 'index.html': whole({}), 'x/index.html': html, 'y/index.html': target, 's.svg': '<svg><symbol id="a"/></svg>', 'm.css': '' });
    return links(site.page('x/'), site);
  };
  const cases = {
    'a page that is not there': ['<a href="../z/">z</a>', /there is no z\/index\.html/],
    'a fragment that is not there': ['<a href="../y/#khong">y</a><a href="../y/#co">y</a>', /no id #khong/],
    'a fragment of its own': ['<a href="#khong">y</a>', /no id #khong in x/],
    'a symbol that is not there': ['<svg><use href="../s.svg#b"/></svg>', /no id #b/],
    'no slash': ['<a href="../y">y</a>', /ends in "\/"/],
    'index.html': ['<a href="../y/index.html">y</a>', /not in index\.html/],
    'from the root': ['<a href="/y/">y</a>', /not relative/],
    'out of the site': ['<a href="../../y/">y</a>', /out of the site/],
    'a full address within': [`<a href="${base}y/">y</a>`, /full address within/],
    'a script from elsewhere': ['<script src="https://cdn.example/x.js"></script>', /<script> .*not relative/],
    'a picture from elsewhere': ['<img src="//cdn.example/x.png" alt="">', /<img> .*not relative/],
    'one picture of a srcset': ['<img src="../m.css" srcset="../m.css 1x, ../n.png 2x" alt="">', /there is no n\.png/],
    'a style from elsewhere': ['<p style="background: url(https://cdn.example/x.png)">', /<p> .*not relative/],
    'a style element': ['<style>@import "../n.css"</style>', /there is no n\.css/],
    'a script address': ['<a href="javascript:alert()">y</a>', /no address for a link/],
    'an empty address': ['<a href="">y</a>', /leads nowhere/],
    'a translation elsewhere': ['<link rel="alternate" hreflang="en" href="https://elsewhere.example/">', /not below the base/],
    'a translation that is not there': [`<link rel="alternate" hreflang="en" href="${base}z/">`, /there is no z/],
    'a canonical elsewhere': ['<link rel="canonical" href="https://elsewhere.example/">', /not below the base/],
    'a form': ['<form action="../tim-kiem/"></form>', /there is no tim-kiem/],
    'a redirect': ['<meta http-equiv="refresh" content="0; url=../z/">', /there is no z/],
  };
  for (const [name, [html, pattern]] of Object.entries(cases)) await t.test(name, () => seenToFail(fault(`<!doctype html>${html}`), pattern));
  await t.test('what is right is no fault', () => {
    noFaults(fault('<!doctype html><a href="../y/#co">y</a><a href="../">h</a><a href="https://elsewhere.example/">e</a><a href="mailto:a@b.example">m</a><link rel="stylesheet" href="../m.css"><svg><use href="../s.svg#a"/></svg>'));
  });
  await t.test('the page of unknown addresses', () => {
    const site = siteOf({ 'index.html': whole({}), '404.html': '<!doctype html><a href="y/">y</a><a href="/a/z/">z</a>' });
    seenToFail(links(site.page('404.html'), site), /begin with the base path \/a\//, /there is no z/);
  });
  await t.test('style sheets', () => {
    const site = siteOf({ 'index.html': whole({}), 't/s.css': '@import url(x.css); a{background:url("https://cdn.example/x.png")} b{background:url(../../x)}' });
    seenToFail(styleSheets(site), /no t\/x\.css/, /x\.png: does not stay/, /\.\.\/x: does not stay/);
  });
  await t.test('folders', () => seenToFail(foldersHavePages(siteOf({ 'index.html': '', 'a/b/index.html': '' })), /^a\/: holds pages/));
  await t.test('a page that nothing leads to', () => {
    seenToFail(reachable(siteOf({ 'index.html': '<a href="a/">a</a>', 'a/index.html': '', 'b/index.html': '<a href="../a/">a</a>' })), /^b\/index/);
  });
  await t.test('full addresses', () => {
    const site = brokenPage(`<!doctype html><meta property="og:image" content="${base}x.png"><script type="application/ld+json">{"url": "${base}z/"}</script>`);
    seenToFail(fullAddresses(site.page('x/'), site), /no x\.png/, /no z\/index/);
  });
});

test('seen to fail: for machines', async (t) => {
  const site = siteOf({
    'index.html': whole({}),
    'guong/x/index.html': whole({ address: 'guong/x/' }),
    'nhap/index.html': whole({ head: '<meta name="robots" content="noindex">', address: 'nhap/' }),
    'linh-vuc/y-te/index.html': whole({ address: 'linh-vuc/y-te/' }),
    'rss.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><link>/</link><description/>
      <item><title>A</title><link>${base}z/</link><guid>1</guid><pubDate>2023-05-19</pubDate><content:encoded><![CDATA[<a href="../x/">x</a><img src="${base}x.png">]]></content:encoded></item>
      <item><title>B</title><link>${base}guong/x/</link><guid>1</guid></item></channel></rss>`,
    'don-vi/x/rss.xml': '<rss version="2.0"><channel></rss>',
    'feed.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', home_page_url: base, feed_url: 'feed.json', items: [{ id: '1', url: 'guong/x/', content_html: '<img src="a.png">' }] }),
    'sitemap.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${base}</loc></url><url><loc>${base}</loc></url><url><loc>${base}nhap/</loc><lastmod>19/05/2023</lastmod></url></urlset>`,
    'robots.txt': 'Sitemap: /sitemap.xml\n',
    'site.webmanifest': '{"name": "T", "start_url": "./", "icons": [{"src": "icon.png"}]}',
  });
  await t.test('feeds that are not there', () => seenToFail(feedsAreThere(site), /no linh-vuc\/y-te\/rss\.xml/));
  await t.test('RSS', () => seenToFail(rssFeeds(site), /^don-vi\/x\/rss\.xml: .*unexpected close tag/i, /no description/, /^rss\.xml: \/: is not a full/, /there is no z\//,
    /two items have one guid/, /pubDate 2023/, /A: <a> \.\.\/x\/: is not a full/, /no x\.png/, /B: has no full text/));
  await t.test('JSON feed', () => seenToFail(jsonFeed(site), /feed_url is feed\.json/, /guong\/x\/: is not a full/, /<img> a\.png: is not a full/));
  await t.test('sitemap', () => seenToFail(sitemap(site), /listed twice/, /nhap\/ is no page/, /guong\/x\/ is missing/, /lastmod 19/));
  await t.test('robots.txt and manifest', () => seenToFail(smallFiles(site), /does not name the sitemap/, /no icon\.png/));
  await t.test('XML that is cut off', () => {
    let message = '';
    try { readXML('<a><b></b>'); } catch (error) { message = error.message; }
    seenToFail([message], /unclosed/i);
  });
});

test('seen to fail: bytes', async (t) => {
  const noise = (length) => Array.from({ length }, (_, i) => ((i * 2654435761) % 4294967291).toString(36)).join(' ');
  const site = siteOf({
    'index.html': whole({}),
    'guong/x/index.html': whole({ head: '<link rel="stylesheet" href="../../t/s.css"><script src="../../t/s.js"></script>', address: 'guong/x/' }),
    't/s.css': `@font-face{src:url("f.woff2")} /* ${noise(2800)} */`,
    't/s.js': 'x'.repeat(12_001),
    't/f.woff2': 'x'.repeat(50_000),
  });
  const page = site.page('guong/x/');
  await t.test('stories', () => seenToFail(storyBytes(page, site, 'tre'), /HTML and CSS are \d+ bytes with gzip, 10240/, /fonts are \d+ bytes, 61440/));
  await t.test('scripts', () => seenToFail(scriptBytes(page, site), /12001 bytes of JavaScript/));
  await t.test('scripts for later', () => {
    const later = (first) => siteOf({ 'x/index.html': `<script src="../${first}.a1.js"></script><form><template><script src="../s.js"></script></template></form>`, 's.js': 'x'.repeat(12_000), 'show.a1.js': 'x', 'slides.a1.js': 'x' });
    seenToFail(scriptBytes(later('show').page('x/'), later('show')), /12001 bytes of JavaScript/);
    noFaults(scriptBytes(later('slides').page('x/'), later('slides')));
  });
  await t.test('script files', () => {
    const files = siteOf({ 'tai-nguyen/script.0a1b.js': 'x'.repeat(4201), 'tai-nguyen/slides.0a1b.js': '', 'tai-nguyen/slides.2c3d.js': '' });
    seenToFail(scriptFiles(files), /script\.0a1b\.js: 4201 bytes, 4200/, /^2 files are called slides\.js/, /^0 files are called search\.js/);
  });
});
