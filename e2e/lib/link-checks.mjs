// Where links, pictures, styles and scripts lead. Each check returns a list of faults.

import { hasToken, readPage } from './html.mjs';
import { readablePages } from './site.mjs';

const loadingAttributes = {
  script: ['src'], img: ['src', 'srcset'], source: ['src', 'srcset'], video: ['src', 'poster'], audio: ['src'], track: ['src'],
  iframe: ['src'], embed: ['src'], object: ['data'], input: ['src'], use: ['href', 'xlink:href'], image: ['href', 'xlink:href'],
};
const leadingAttributes = { a: ['href'], area: ['href'], form: ['action'], button: ['formaction'], blockquote: ['cite'], q: ['cite'] };
const leadingRels = ['canonical', 'alternate', 'next', 'prev', 'author', 'license', 'me', 'search', 'help'];

/**
 * Every address that a page names: {value, line, what} and whether the browser loads it by itself (loads), a reader may follow it
 * out of the site (leaves), or it is the page's own full address (full).
 */
export function references(page) {
  const found = [];
  const add = (element, value, also) => {
    if (value !== undefined) found.push({ value: value.trim(), line: element.line, what: element.tag, ...also });
  };
  for (const element of page.doc.elements) {
    const { tag, attrs } = element;
    for (const name of loadingAttributes[tag] ?? []) {
      for (const value of name === 'srcset' ? fromSrcset(attrs[name]) : [attrs[name]]) add(element, value, { loads: true });
    }
    for (const name of leadingAttributes[tag] ?? []) add(element, attrs[name], { leaves: tag !== 'form' && tag !== 'button' });
    if (tag === 'link') {
      const leads = leadingRels.some((rel) => hasToken(attrs.rel, rel));
      // Search engines ask that these two be full addresses.
      const full = hasToken(attrs.rel, 'canonical') || (hasToken(attrs.rel, 'alternate') && attrs.hreflang !== undefined);
      add(element, attrs.href, { loads: !leads, full });
    }
    if (tag === 'meta' && attrs['http-equiv']?.toLowerCase() === 'refresh') add(element, attrs.content?.match(/url=(.*)$/i)?.[1], {});
    if (attrs.style) for (const value of fromCSS(attrs.style)) add(element, value, { loads: true });
    if (tag === 'style') for (const value of fromCSS(element.node.childNodes[0]?.value ?? '')) add(element, value, { loads: true });
  }
  return found;
}

function fromSrcset(srcset) {
  return srcset === undefined ? [] : srcset.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]);
}

/** The addresses that a style sheet loads. */
export function fromCSS(css) {
  const bare = css.replace(/\/\*.*?\*\//gs, '');
  const urls = [...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/g)].map((m) => m[1] ?? m[2] ?? m[3]);
  return [...urls, ...[...bare.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g)].map((m) => m[1] ?? m[2])];
}

/** Everything that a page names is there: relative, whole, with the fragment that is asked for. */
export function links(page, site) {
  return references(page).flatMap((ref) => {
    const fault = linkFault(page, site, ref);
    return fault ? [`${page.path}:${ref.line}: <${ref.what}> ${ref.value}: ${fault}`] : [];
  });
}

function linkFault(page, site, ref) {
  const { value } = ref;
  if (ref.full) return value.startsWith(site.base) ? targetFault(site, value.slice(site.base.length)) : 'is not below the base address';
  if (value === '') return 'leads nowhere';
  if (/^data:/i.test(value) && ref.loads) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith('//')) return ref.leaves ? leavingFault(site, value) : 'is not relative';
  if (page.path === '404.html') {
    const root = new URL(site.base).pathname;
    if (value.startsWith('#')) return targetFault(site, `404.html${value}`);
    return value.startsWith(root) ? targetFault(site, value.slice(root.length)) : `does not begin with the base path ${root}`;
  }
  if (value.startsWith('/')) return 'is not relative';
  const target = relativeTarget(page.address, value);
  if (target === undefined) return 'leads out of the site';
  return targetFault(site, target);
}

/** Links may leave the site, but only for addresses that browsers know, and not to come back by the front door. */
function leavingFault(site, value) {
  if (/^(mailto|tel|sms):./i.test(value)) return undefined;
  if (!/^https?:\/\/[^/]/i.test(value)) return 'is no address for a link';
  return site.base && value.startsWith(site.base) ? 'is a full address within the site' : undefined;
}

/** The place in the site to which a relative address leads from a page, with query and fragment; undefined outside. */
function relativeTarget(from, value) {
  const root = '/r/o/o/t/o/f/t/h/e/s/i/t/e/'; // deep enough that ".." cannot stop at the top unseen
  const url = new URL(value, `http://site${root}${from}`);
  return url.pathname.startsWith(root) ? url.pathname.slice(root.length) + url.search + url.hash : undefined;
}

/** What is wrong with a place in the site, or undefined. */
export function targetFault(site, target) {
  const url = new URL(target, 'http://site/');
  const path = decodeURIComponent(url.pathname.slice(1));
  const isPage = path === '' || path.endsWith('/');
  const file = isPage ? `${path}index.html` : path;
  if (/(^|\/)index\.html$/.test(path)) return 'a link to a page ends in "/", not in index.html';
  if (!site.has(file)) return site.has(`${path}/index.html`) ? 'a link to a page ends in "/"' : `there is no ${file}`;
  if (!url.hash || url.hash.startsWith('#:~:')) return target.endsWith('#') ? 'an empty fragment' : undefined;
  return hasID(site, file, decodeURIComponent(url.hash.slice(1))) ? undefined : `there is no id ${url.hash} in ${file}`;
}

function hasID(site, file, id) {
  if (file.endsWith('.html')) return site.pages.find((page) => page.path === file).doc.ids.has(id);
  if (file.endsWith('.svg')) return readPage(site.text(file)).ids.has(id);
  return true;
}

/** Style sheets load only what is there, from the site itself. */
export function styleSheets(site) {
  return site.paths.filter((path) => path.endsWith('.css')).flatMap((path) => fromCSS(site.text(path))
    .filter((value) => !/^data:/i.test(value) && !value.startsWith('#'))
    .flatMap((value) => {
      const relative = !/^([a-z][a-z0-9+.-]*:|\/)/i.test(value);
      const target = relative ? relativeTarget(path, value) : undefined;
      const fault = target === undefined ? 'does not stay in the site' : targetFault(site, target);
      return fault ? [`${path}: ${value}: ${fault}`] : [];
    }));
}

/** Every folder that holds a page is a page, up to the root. */
export function foldersHavePages(site) {
  const folders = new Set();
  for (const page of site.pages) {
    for (let at = page.path.lastIndexOf('/'); at >= 0; at = page.path.lastIndexOf('/', at - 1)) folders.add(page.path.slice(0, at + 1));
  }
  return [...folders].filter((folder) => !site.has(`${folder}index.html`)).map((folder) => `${folder}: holds pages and has no index.html`);
}

// Pages that nobody leads to: a host shows the one, the site's worker the other.
const shownByItself = ['404.html', 'ngoai-tuyen/index.html'];

/** Whoever starts at the home page and follows links can come to every page. */
export function reachable(site) {
  const seen = new Set(['']);
  const queue = [''];
  while (queue.length > 0) {
    const page = site.page(queue.pop());
    for (const { value, full, loads } of page ? references(page) : []) {
      if (full || loads || /^([a-z][a-z0-9+.-]*:|\/|#)/i.test(value)) continue;
      const next = relativeTarget(page.address, value)?.replace(/[?#].*$/, '');
      if (next !== undefined && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return readablePages(site)
    .filter((page) => !shownByItself.includes(page.path) && !seen.has(encodeURI(page.address)) && !seen.has(page.address))
    .map((page) => `${page.path}: no way leads here from the home page`);
}

/** Full addresses (OpenGraph, JSON-LD) that lie in the site lead to something. */
export function fullAddresses(page, site) {
  const values = page.doc.all('meta').filter((e) => /^(og|article|profile|twitter):/.test(e.attrs.property ?? e.attrs.name ?? '')).map((e) => e.attrs.content ?? '');
  for (const script of page.doc.all('script').filter((e) => e.attrs.type === 'application/ld+json')) {
    values.push(...[...(script.node.childNodes[0]?.value ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => JSON.parse(`"${m[1]}"`)));
  }
  return [...new Set(values)]
    .filter((value) => site.base && value.startsWith(site.base) && !/[{}]/.test(value)) // {…} is the pattern of a search address
    .flatMap((value) => {
      const fault = targetFault(site, value.slice(site.base.length).replace(/#.*$/, ''));
      return fault ? [`${page.path}: ${value}: ${fault}`] : [];
    });
}
