// Pages in several languages: who leads to whom, and in which language each says that it is. Each check returns a list of faults.

import { readXML } from './feed-checks.mjs';
import { hasToken, textOf } from './html.mjs';

const alternatesOf = (page) => page.doc.all('link').filter((e) => hasToken(e.attrs.rel, 'alternate') && e.attrs.hreflang !== undefined);
const inPage = (page) => page.doc.all('a').filter((e) => e.attrs.hreflang !== undefined);
const same = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** The language of what a page tells: its heading's. */
export const languageOf = (page) => page.doc.all('h1')[0]?.attrs.lang ?? page.doc.all('html')[0]?.attrs.lang;

/** The pages that are to be had in several languages. */
export const translatedPages = (site) => site.pages.filter((page) => alternatesOf(page).length + inPage(page).length > 0);

/** The versions of a page that its head names lead to pages in just these languages, each of which names the same ones, itself too. */
export function alternates(page, site) {
  const named = alternatesOf(page).map((e) => [e.attrs.hreflang, e.attrs.href]);
  if (named.length === 0) return inPage(page).length === 0 ? [] : [`${page.path}: leads to other languages, and its head names none`];
  const faults = [];
  if (!named.some(([lang, href]) => href === page.canonical && lang === languageOf(page))) faults.push(`${page.path}: is in ${languageOf(page)} and does not name itself`);
  for (const [lang, href] of named) {
    const other = site.pages.find((one) => one.canonical === href && one.redirect === undefined);
    if (!other) faults.push(`${page.path}: ${href} is no page`);
    else if (languageOf(other) !== lang) faults.push(`${page.path}: ${other.path} is in ${languageOf(other)} and not in ${lang}`);
    else if (!same(named.map(String), alternatesOf(other).map((e) => `${e.attrs.hreflang},${e.attrs.href}`))) faults.push(`${page.path}: ${other.path} names other versions`);
  }
  if (new Set(named.map(([lang]) => lang)).size !== named.length) faults.push(`${page.path}: names a language twice`);
  return faults;
}

/** A reader finds every other version by a link in its own language. */
export function waysToOthers(page) {
  const faults = [];
  const wanted = alternatesOf(page).filter((e) => e.attrs.href !== page.canonical).map((e) => e.attrs.hreflang);
  const ways = inPage(page);
  if (!same(wanted, ways.map((e) => e.attrs.hreflang))) faults.push(`${page.path}: leads to ${ways.map((e) => e.attrs.hreflang).join(', ') || 'no other language'}, not to ${wanted.join(', ')}`);
  for (const way of ways) {
    if (way.attrs.lang !== way.attrs.hreflang) faults.push(`${page.path}:${way.line}: the name of ${way.attrs.hreflang} is in ${way.attrs.lang}`);
    if (textOf(way) === '') faults.push(`${page.path}:${way.line}: the way to ${way.attrs.hreflang} has no text`);
  }
  return faults;
}

/** The sitemap names the same versions as the pages. */
export function versionsInSitemap(site) {
  const listed = new Map();
  for (const url of readXML(site.text('sitemap.xml')).children) {
    const address = url.children.find((e) => e.name === 'loc')?.text;
    listed.set(address, url.children.filter((e) => e.uri === 'http://www.w3.org/1999/xhtml').map((e) => `${e.attrs.hreflang},${e.attrs.href}`));
  }
  return site.pages.filter((page) => listed.has(page.canonical)).flatMap((page) => {
    const told = alternatesOf(page).map((e) => `${e.attrs.hreflang},${e.attrs.href}`);
    return same(told, listed.get(page.canonical)) ? [] : [`sitemap.xml: of ${page.canonical} it names ${listed.get(page.canonical).join(' ') || 'no version'}, the page ${told.join(' ') || 'none'}`];
  });
}

/** The pages that gather others: the home page, the lists of stories and names, and every page of a field, kind, year, unit, locality, column or topic. */
const gathers = /^$|^(guong|mo-hinh|bai-viet|ten)\/(trang\/\d+\/)?$|^(linh-vuc|doi-tuong|nam|don-vi|dia-ban|chuyen-muc|chuyen-de)\//;

/** Of a page in several languages one stands in lists: no list leads to two of them. */
export function listedOnce(page, site) {
  const lists = site.pages.filter((one) => one.redirect === undefined && gathers.test(one.address));
  const versions = alternatesOf(page).map((e) => e.attrs.href);
  return lists.flatMap((list) => {
    const shown = versions.filter((href) => list.doc.all('a').some((e) => e.attrs.href && new URL(e.attrs.href, list.canonical).href === href));
    return shown.length < 2 ? [] : [`${list.path}: leads to ${shown.join(' and ')}`];
  });
}
