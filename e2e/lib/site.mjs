// A built site as the tests see it: its files, its pages and the kinds of page that it has.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hasToken, readPage } from './html.mjs';

/**
 * The built sites to test: every folder in $E2E_SITES is one, named after its theme.
 * Both built-in themes must be there, so that none is passed over unseen.
 */
export function sitesToTest() {
  const root = process.env.E2E_SITES;
  if (!root) throw new Error('E2E_SITES is not set: run `make e2e`, which builds the sample site with every theme');
  const names = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory()).sort();
  for (const theme of ['sen', 'tre']) {
    if (!names.includes(theme)) throw new Error(`${root} holds no site with the theme ${theme}: run \`make e2e\``);
  }
  return names.map((name) => readSite(name, join(root, name)));
}

/** Reads a site from a folder. */
export function readSite(name, folder) {
  const files = new Map();
  const walk = (below) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(path);
      else files.set(path, () => readFileSync(join(folder, path)));
    }
  };
  walk('');
  return makeSite(name, folder, files);
}

/** Makes a site of texts by path: the small broken sites on which the checks are seen to fail. */
export function siteOf(texts) {
  const files = Object.entries(texts).map(([path, text]) => [path, () => Buffer.from(text)]);
  return makeSite('fixture', '', new Map(files));
}

function makeSite(name, folder, files) {
  const paths = [...files.keys()].sort();
  const text = (path) => files.get(path)().toString('utf8');
  const pages = paths.filter((path) => path.endsWith('.html')).map((path) => makePage(path, text(path)));
  const canonical = pages.find((page) => page.path === 'index.html')?.canonical;
  return {
    name,
    folder,
    paths,
    has: (path) => files.has(path),
    bytes: (path) => files.get(path)(),
    text,
    pages,
    page: (address) => pages.find((page) => page.address === address),
    /** The full address of the home page, which ends in "/"; undefined where the site does not say. */
    base: canonical,
  };
}

function makePage(path, html) {
  const doc = readPage(html);
  const metas = doc.all('meta');
  const meta = (key) => metas.find((e) => e.attrs.name?.toLowerCase() === key)?.attrs.content;
  return {
    path,
    // As people write it, from the root and without the first slash: "", "guong/ha-thi-mai/", "404.html".
    address: path.replace(/(^|\/)index\.html$/, '$1'),
    html,
    doc,
    redirect: metas.find((e) => e.attrs['http-equiv']?.toLowerCase() === 'refresh')?.attrs.content,
    noindex: /\bnoindex\b|\bnone\b/i.test(meta('robots') ?? ''),
    description: meta('description'),
    canonical: doc.all('link').find((e) => hasToken(e.attrs.rel, 'canonical'))?.attrs.href,
  };
}

/** The pages that readers see: not the redirects. */
export function readablePages(site) {
  return site.pages.filter((page) => page.redirect === undefined);
}

/** The pages of stories: profiles, practices and articles. */
export function storyPages(site) {
  return readablePages(site).filter((page) => /^(guong|mo-hinh|bai-viet)\/(?!trang\/)[^/]+\/$/.test(page.address));
}

const hasPicture = (page) => page.doc.all('main').length > 0 && page.doc.all('img').some((e) => underMain(e));
const underMain = (element) => {
  for (let up = element.parent; up; up = up.parent) if (up.tag === 'main') return true;
  return false;
};

const hasClass = (page, token) => page.doc.elements.some((e) => hasToken(e.attrs.class, token));

/** Says whether what the page tells is in another language than the page. */
const isTranslated = (page) => (page.doc.all('h1')[0]?.attrs.lang ?? page.doc.all('html')[0]?.attrs.lang) !== page.doc.all('html')[0]?.attrs.lang;

// The kinds of page, by their addresses. `trang` numbers the older pages of a list and so is nobody's name.
const name = '(?!trang/)[^/]+';
const kinds = [
  ['home', /^$/],
  ['profile with a picture', new RegExp(`^guong/${name}/$`), hasPicture],
  ['profile without a picture', new RegExp(`^guong/${name}/$`), (page) => !hasPicture(page)],
  ['translation', new RegExp(`^guong/${name}/$`), isTranslated],
  ['practice', new RegExp(`^mo-hinh/${name}/$`)],
  ['article', new RegExp(`^bai-viet/${name}/$`)],
  ['all profiles', /^guong\/$/],
  ['older page of a list', /^guong\/trang\/\d+\/$/],
  ['all practices', /^mo-hinh\/$/],
  ['all articles', /^bai-viet\/$/],
  ['all fields', /^linh-vuc\/$/],
  ['field', new RegExp(`^linh-vuc/${name}/$`)],
  ['kind in a field', new RegExp(`^linh-vuc/${name}/(?!trang/)[a-z-]+/$`)],
  ['year in a field', new RegExp(`^linh-vuc/${name}/\\d{4}/$`)],
  ['all kinds', /^doi-tuong\/$/],
  ['kind', new RegExp(`^doi-tuong/${name}/$`)],
  ['all years', /^nam\/$/],
  ['year', /^nam\/\d{4}\/$/],
  ['all units', /^don-vi\/$/],
  ['unit', new RegExp(`^don-vi/${name}/$`), isNotLedTo],
  ['unit with predecessors', new RegExp(`^don-vi/${name}/$`), isLedTo],
  ['all localities', /^dia-ban\/$/],
  ['locality', new RegExp(`^dia-ban/${name}/$`), isNotLedTo],
  ['locality with predecessors', new RegExp(`^dia-ban/${name}/$`), isLedTo],
  ['all columns', /^chuyen-muc\/$/],
  ['column', new RegExp(`^chuyen-muc/${name}/$`)],
  ['all topics', /^chuyen-de\/$/],
  ['topic', new RegExp(`^chuyen-de/${name}/$`), (page) => !hasClass(page, 'part') && !hasClass(page, 'closed')],
  ['topic with sections', new RegExp(`^chuyen-de/${name}/$`), (page) => hasClass(page, 'part')],
  ['topic that is over', new RegExp(`^chuyen-de/${name}/$`), (page) => hasClass(page, 'closed')],
  ['names', /^ten\/$/],
  ['statistics', /^thong-ke\/$/],
  ['plain page', /^(?!(guong|mo-hinh|bai-viet|linh-vuc|doi-tuong|nam|don-vi|dia-ban|chuyen-muc|chuyen-de|ten|thong-ke|tim-kiem|gioi-thieu-guong|ngoai-tuyen)\/)[^/]+\/$/],
  ['search', /^tim-kiem\/$/],
  ['slides of a year', /^nam\/\d{4}\/trinh-chieu\/$/],
  ['a form to introduce somebody', /^gioi-thieu-guong\/$/],
  ['offline', /^ngoai-tuyen\/$/],
  ['not found', /^404\.html$/],
];

/** One kind for each template: the others look like one of these. */
const looks = [
  'home', 'profile with a picture', 'profile without a picture', 'practice', 'all profiles', 'all fields', 'field', 'unit', 'column', 'topic with sections', 'names', 'statistics', 'plain page',
  'search', 'slides of a year', 'a form to introduce somebody', 'not found',
];

/**
 * One page of each kind: the one with the most in it, since that one breaks first. Kinds that the site does not show are faults: what is not
 * in the sample site is not tested.
 */
export function onePageOfEachKind(site) {
  const pages = [];
  const faults = [];
  for (const [kind, pattern, also = () => true] of kinds) {
    const found = readablePages(site).filter((page) => pattern.test(page.address) && also(page, site));
    if (found.length > 0) {
      pages.push({ kind, page: found.reduce((best, page) => (page.html.length > best.html.length ? page : best)) });
    } else {
      faults.push(`the site has no page of the kind "${kind}" (${pattern})`);
    }
  }
  return { pages, faults };
}

/** One page for each template of a theme, for checks that are about how a page looks. */
export function onePageOfEachLook(site) {
  return onePageOfEachKind(site).pages.filter(({ kind }) => looks.includes(kind));
}

/** Says whether a redirect next to the page leads to it: then it has swallowed another. */
function isLedTo(page, site) {
  return site.pages.some((from) => {
    const target = from.redirect?.match(/url=(.*)$/i)?.[1];
    return target !== undefined && new URL(target, `http://site/${from.address}`).pathname === `/${page.address}`
      && from.address.split('/')[0] === page.address.split('/')[0];
  });
}

function isNotLedTo(page, site) {
  return !isLedTo(page, site);
}
