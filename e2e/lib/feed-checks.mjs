// Feeds, sitemap and the other files for machines. Each check returns a list of faults.

import { SaxesParser } from 'saxes';
import { readPiece } from './html.mjs';
import { references, targetFault } from './link-checks.mjs';
import { readablePages } from './site.mjs';

/** Reads XML strictly, with namespaces, into elements {name, uri, attrs, text, children}; throws where it is not well-formed. */
export function readXML(text) {
  const parser = new SaxesParser({ xmlns: true });
  const root = { children: [] };
  const open = [root];
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', (tag) => {
    const attrs = Object.fromEntries(Object.values(tag.attributes).map((a) => [a.name, a.value]));
    const element = { name: tag.local, uri: tag.uri, attrs, text: '', children: [] };
    open.at(-1).children.push(element);
    open.push(element);
  });
  const addText = (value) => { if (open.length > 1) open.at(-1).text += value; };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root.children[0];
}

const child = (element, name) => element.children.find((c) => c.name === name);
const childText = (element, name) => child(element, name)?.text.trim() ?? '';
const contentModule = 'http://purl.org/rss/1.0/modules/content/';

/** Where the feed must carry the whole text: the site's, the fields', the topics' and the columns'. */
const fullText = /^(rss\.xml|(linh-vuc|chuyen-de|chuyen-muc)\/[^/]+\/rss\.xml)$/;
/** Lists that have a feed beside them. */
const hasFeed = /^(linh-vuc|chuyen-de|chuyen-muc|don-vi|dia-ban)\/(?!trang\/)[^/]+\/$/;

export function feedsAreThere(site) {
  const want = ['rss.xml', 'feed.json', ...readablePages(site).filter((p) => hasFeed.test(p.address)).map((p) => `${p.address}rss.xml`)];
  return want.filter((path) => !site.has(path)).map((path) => `there is no ${path}`);
}

export function rssFeeds(site) {
  return site.paths.filter((path) => /(^|\/)rss\.xml$/.test(path)).flatMap((path) => rssFaults(site, path));
}

function rssFaults(site, path) {
  let rss;
  try {
    rss = readXML(site.text(path));
  } catch (error) {
    return [`${path}: ${error.message}`];
  }
  const channel = child(rss, 'channel');
  if (rss.name !== 'rss' || rss.attrs.version !== '2.0' || !channel) return [`${path}: is not RSS 2.0`];
  const faults = [];
  const say = (what) => faults.push(`${path}: ${what}`);
  for (const name of ['title', 'link', 'description']) if (!childText(channel, name)) say(`the channel has no ${name}`);
  const self = channel.children.find((c) => c.name === 'link' && c.attrs.rel === 'self');
  if (self && self.attrs.href !== site.base + path) say(`atom:link rel=self is ${self.attrs.href}`);
  const address = (value) => { const fault = addressFault(site, value); if (fault) say(`${value}: ${fault}`); };
  address(childText(channel, 'link'));
  const items = channel.children.filter((c) => c.name === 'item');
  if (items.length > 20) say(`${items.length} items, 20 are promised`);
  const ids = items.map((item) => childText(item, 'guid') || childText(item, 'link'));
  if (new Set(ids).size !== ids.length) say('two items have one guid');
  for (const item of items) {
    const title = childText(item, 'title');
    if (!title) say('an item has no title');
    address(childText(item, 'link'));
    const date = childText(item, 'pubDate');
    if (date && !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0700$/.test(date)) say(`${title}: pubDate ${date}`);
    for (const enclosure of item.children.filter((c) => c.name === 'enclosure')) address(enclosure.attrs.url ?? '');
    const encoded = item.children.find((c) => c.name === 'encoded' && c.uri === contentModule);
    if (fullText.test(path) && !encoded?.text.trim()) say(`${title}: has no full text`);
    for (const piece of [encoded?.text, childText(item, 'description')]) {
      for (const fault of pieceFaults(site, piece ?? '')) say(`${title}: ${fault}`);
    }
  }
  return faults;
}

export function jsonFeed(site) {
  const path = 'feed.json';
  if (!site.has(path)) return [`there is no ${path}`];
  let feed;
  try {
    feed = JSON.parse(site.text(path));
  } catch (error) {
    return [`${path}: ${error.message}`];
  }
  const faults = [];
  const say = (what) => faults.push(`${path}: ${what}`);
  if (!/^https:\/\/jsonfeed\.org\/version\/1(\.1)?$/.test(feed.version)) say(`version ${feed.version}`);
  if (!feed.title) say('has no title');
  if (feed.home_page_url !== site.base) say(`home_page_url is ${feed.home_page_url}`);
  if (feed.feed_url !== site.base + path) say(`feed_url is ${feed.feed_url}`);
  if (!(feed.items?.length > 0 && feed.items.length <= 20)) say(`${feed.items?.length} items`);
  for (const item of feed.items ?? []) {
    if (!item.id) say(`${item.url}: has no id`);
    for (const value of [item.url, item.image].filter((v) => v !== undefined)) {
      const fault = addressFault(site, value);
      if (fault) say(`${value}: ${fault}`);
    }
    if (!item.content_html && !item.content_text) say(`${item.url}: has no content`);
    if (item.date_published !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/.test(item.date_published)) say(`${item.url}: date_published ${item.date_published}`);
    for (const fault of pieceFaults(site, item.content_html ?? '')) say(`${item.url}: ${fault}`);
  }
  return faults;
}

/** A full address; one within the site leads to something. */
function addressFault(site, value) {
  if (!/^https?:\/\/[^/]/.test(value)) return 'is not a full address';
  if (!site.base || !value.startsWith(site.base)) return undefined;
  return targetFault(site, value.slice(site.base.length));
}

/** HTML in a feed stands alone: all its addresses are full, and it has no scripts. */
function pieceFaults(site, html) {
  const doc = readPiece(html);
  const faults = doc.all('script', 'style', 'iframe').map((e) => `<${e.tag}> in the text`);
  for (const ref of references({ doc })) {
    if (/^(mailto|tel|data):/.test(ref.value)) continue;
    const fault = addressFault(site, ref.value);
    if (fault) faults.push(`<${ref.what}> ${ref.value}: ${fault}`);
  }
  return faults;
}

/** The sitemap lists the pages that search engines may show, each once, and nothing else. */
export function sitemap(site) {
  if (!site.has('sitemap.xml')) return ['there is no sitemap.xml'];
  let listed;
  try {
    const root = readXML(site.text('sitemap.xml'));
    if (root.name !== 'urlset' || root.uri !== 'http://www.sitemaps.org/schemas/sitemap/0.9') return ['sitemap.xml: is not a sitemap'];
    listed = root.children.map((url) => ({ address: childText(url, 'loc'), date: childText(url, 'lastmod') }));
  } catch (error) {
    return [`sitemap.xml: ${error.message}`];
  }
  const addresses = listed.map((entry) => entry.address);
  const want = new Set(readablePages(site).filter((page) => !page.noindex && page.path !== '404.html').map((page) => site.base + page.address));
  return [
    ...addresses.filter((address, index) => addresses.indexOf(address) !== index).map((address) => `sitemap.xml: ${address} is listed twice`),
    ...addresses.filter((address) => !want.has(address)).map((address) => `sitemap.xml: ${address} is no page for search engines`),
    ...[...want].filter((address) => !addresses.includes(address)).map((address) => `sitemap.xml: ${address} is missing`),
    ...listed.filter(({ date }) => date && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+07:00)?$/.test(date)).map(({ address, date }) => `sitemap.xml: ${address}: lastmod ${date}`),
  ];
}

/** robots.txt names the sitemap; the manifest can be read and its icons are there. */
export function smallFiles(site) {
  const faults = [];
  if (!site.has('robots.txt')) faults.push('there is no robots.txt');
  else if (!site.text('robots.txt').split(/\r?\n/).includes(`Sitemap: ${site.base}sitemap.xml`)) faults.push('robots.txt: does not name the sitemap');
  if (!site.has('site.webmanifest')) return [...faults, 'there is no site.webmanifest'];
  try {
    const manifest = JSON.parse(site.text('site.webmanifest'));
    if (!manifest.name) faults.push('site.webmanifest: has no name');
    if (!manifest.icons?.length) faults.push('site.webmanifest: has no icons');
    for (const value of [manifest.start_url, ...(manifest.icons ?? []).map((icon) => icon.src)]) {
      const url = new URL(value ?? 'missing', 'http://site/root/');
      const fault = url.pathname.startsWith('/root/') ? targetFault(site, url.pathname.slice(6)) : 'leads out of the site';
      if (fault) faults.push(`site.webmanifest: ${value}: ${fault}`);
    }
  } catch (error) {
    faults.push(`site.webmanifest: ${error.message}`);
  }
  return faults;
}
