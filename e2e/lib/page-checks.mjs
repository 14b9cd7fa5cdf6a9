// What every page promises. Each check takes a page and its site and returns a list of faults, empty where all is well.

import { isInside, textOf } from './html.mjs';

/** All checks of a readable page, in the order of a page from its first byte to its last. */
export const pageChecks = {
  doctype, language, title, description, canonical, oneHeading, skipLink, structuredData, normalForm, quotedAttributes, wholeDocument,
};

export function doctype(page) {
  return /^<!doctype html>/i.test(page.html) ? [] : [`${page.path}: does not begin with <!doctype html>`];
}

export function language(page) {
  const lang = page.doc.all('html')[0]?.attrs.lang ?? '';
  return /^(vi|en)(-|$)/.test(lang) ? [] : [`${page.path}: <html lang="${lang}">`];
}

export function title(page) {
  const titles = page.doc.all('title').filter((e) => isInside(e, 'head'));
  if (titles.length !== 1) return [`${page.path}: ${titles.length} titles`];
  return textOf(titles[0]) ? [] : [`${page.path}: empty title`];
}

export function description(page) {
  return page.description?.trim() ? [] : [`${page.path}: no description`];
}

/** The page of unknown addresses has no address of its own. */
export function canonical(page, site) {
  if (page.path === '404.html') return [];
  const want = site.base + page.address;
  return page.canonical === want ? [] : [`${page.path}: canonical is ${page.canonical}, not ${want}`];
}

export function oneHeading(page) {
  const headings = page.doc.all('h1');
  if (headings.length !== 1) return [`${page.path}: ${headings.length} h1`];
  return textOf(headings[0]) ? [] : [`${page.path}: empty h1`];
}

/** The first link of the page leads to its main part. */
export function skipLink(page) {
  const main = page.doc.all('main');
  if (main.length !== 1) return [`${page.path}: ${main.length} main`];
  const first = page.doc.elements.find((e) => isInside(e, 'body') && ['a', 'button', 'input', 'select', 'textarea', 'summary'].includes(e.tag));
  if (first?.tag !== 'a' || first.attrs.href !== `#${main[0].attrs.id}`) {
    return [`${page.path}: the first thing to focus is not a link to <main id="${main[0].attrs.id}">`];
  }
  return textOf(first) ? [] : [`${page.path}: empty skip link`];
}

/** JSON-LD that can be read, with the way from the home page. */
export function structuredData(page, site) {
  const faults = [];
  const things = [];
  for (const script of page.doc.all('script').filter((e) => e.attrs.type === 'application/ld+json')) {
    try {
      collect(JSON.parse(script.node.childNodes[0]?.value ?? ''), things);
    } catch (error) {
      faults.push(`${page.path}:${script.line}: JSON-LD: ${error.message}`);
    }
  }
  if (page.path === '404.html') return faults;
  const crumbs = things.filter((thing) => [thing['@type']].flat().includes('BreadcrumbList'));
  if (crumbs.length !== 1) return [...faults, `${page.path}: ${crumbs.length} BreadcrumbList in JSON-LD`];
  return [...faults, ...crumbFaults(page, site, crumbs[0])];
}

function crumbFaults(page, site, crumbs) {
  const items = [crumbs.itemListElement].flat();
  const faults = [];
  items.forEach((item, index) => {
    const address = typeof item?.item === 'string' ? item.item : item?.item?.['@id'];
    const last = index === items.length - 1;
    if (item?.position !== index + 1) faults.push(`${page.path}: breadcrumb ${index + 1} has position ${item?.position}`);
    if (!(item?.name ?? item?.item?.name)) faults.push(`${page.path}: breadcrumb ${index + 1} has no name`);
    if (address === undefined ? !last : !address.startsWith(site.base)) faults.push(`${page.path}: breadcrumb ${index + 1} leads to ${address}`);
  });
  return faults;
}

/** All objects in a JSON value, however deep. */
function collect(value, into) {
  if (Array.isArray(value)) value.forEach((v) => collect(v, into));
  else if (value && typeof value === 'object') {
    into.push(value);
    Object.values(value).forEach((v) => collect(v, into));
  }
}

/** Text and attributes are in NFC, also where they are written as character references. */
export function normalForm(page) {
  const { elements, texts } = page.doc;
  const values = [
    ...texts.map((t) => [t.line, t.value]),
    ...elements.flatMap((e) => Object.values(e.attrs).map((value) => [e.line, value])),
  ];
  return values
    .filter(([, value]) => value !== value.normalize('NFC'))
    .map(([line, value]) => `${page.path}:${line}: not NFC: ${JSON.stringify(value.trim().slice(0, 60))}`);
}

/** Attributes that have a value have it in quotes. */
export function quotedAttributes(page) {
  const faults = [];
  for (const { location } of page.doc.elements) {
    for (const at of Object.values(location?.startTag?.attrs ?? location?.attrs ?? {})) {
      const written = page.html.slice(at.startOffset, at.endOffset);
      if (written.includes('=') && !/=\s*(".*"|'.*')$/s.test(written)) faults.push(`${page.path}:${at.startLine}: attribute without quotes: ${written}`);
    }
  }
  return faults;
}

export function wholeDocument(page) {
  return /<\/html>\s*$/i.test(page.html) ? [] : [`${page.path}: does not end in </html>`];
}

/** A redirect page: it leads on by itself, by a link for whoever turns that off, and keeps out of search engines. */
export function redirectPage(page) {
  const faults = [doctype, language, title, quotedAttributes, normalForm, wholeDocument].flatMap((check) => check(page));
  const target = page.redirect.match(/^0; url=(.+)$/)?.[1];
  if (target === undefined) faults.push(`${page.path}: <meta http-equiv="refresh" content="${page.redirect}">`);
  if (!page.noindex) faults.push(`${page.path}: a redirect without noindex`);
  if (!page.doc.all('a').some((e) => e.attrs.href === target && textOf(e))) faults.push(`${page.path}: no link to ${target}`);
  return faults;
}
