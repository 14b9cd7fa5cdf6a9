// Chromium, and the checks that need one. Each check takes a Playwright page that shows a page of the site, and returns a list of faults.

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { colours } from './colours.mjs';
import { npmFile, program } from './tools.mjs';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-dev-shm-usage',
];

/** Chromium without the windows around its pages, which take two thirds of the time that a new page costs. */
export function openBrowser(more = []) {
  return chromium.launch({ executablePath: program('chromium-headless-shell', 'chromium-headless-shell'), args: [...flags, ...more] });
}

// A service worker costs a third of the time that a page takes to show, so only the tests that look at it have one.
const everywhere = { reducedMotion: 'reduce', locale: 'vi-VN', serviceWorkers: 'block' };
export const desktop = { ...everywhere, viewport: { width: 1280, height: 900 } };
export const phone = { ...everywhere, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const withWorker = { serviceWorkers: 'allow' };

/** Opens a page that notes what readers do not see: messages on the console, failed requests, and requests that leave the site. */
export async function openPage(context, root) {
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (message.text() !== 'Service Worker registration blocked by Playwright') faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !/^(data|blob|about):/.test(request.url())) faults.push(`request off the site: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // What was still on its way when the test went on to the next page is not missing.
    if (why !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()}: ${why}`);
  });
  page.on('response', (response) => { if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`); });
  return {
    page,
    /** What was noted since the last call. */
    noted: () => faults.splice(0),
  };
}

const axe = readFileSync(npmFile('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 A and AA and good practice, as far as a machine can tell. */
export async function accessible(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations, unsure } = await page.evaluate(async (values) => {
    const found = await window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] });
    const reasons = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join('; ');
    return {
      violations: found.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.target.join(' ')}: ${reasons(node)}`) })),
      unsure: found.incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.map((node) => node.target.join(' '))),
    };
  }, rules);
  return [
    ...violations.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.length} times, first ${nodes[0]}`),
    ...await contrasts(page, unsure),
  ];
}

/**
 * Where something lies over a text, such as the area of a card's link, axe does not say whether the text is read easily. This looks
 * at the nearest background instead. Text in drawings and on pictures is left out.
 */
function contrasts(page, selectors) {
  return page.evaluate(`(${compare})((${colours})(), ${JSON.stringify(selectors)})`);
}

function compare({ ratio, behind, over }, selectors) {
  const faults = new Map();
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    const ground = element && !element.closest('svg') && behind(element);
    if (!ground) continue;
    const style = getComputedStyle(element);
    const text = over(ground, style.color);
    const found = ratio(text, ground);
    const size = parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    if (found < enough) faults.set(`${text} on ${ground}`, `contrast ${found.toFixed(2)}, ${enough} is needed: rgb(${text}) on rgb(${ground}), ${selector}`);
  }
  return [...faults.values()];
}

/** Nothing is wider than the window. */
export async function noSidewaysScroll(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > width + 1);
    const named = wide.slice(-3).map((e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}"> to ${Math.round(e.getBoundingClientRect().right)}`);
    return [`at ${width} px the page is ${document.scrollingElement.scrollWidth} px wide: ${named.join(', ')}`];
  });
}

/** With scripts turned off, the page is there, and nothing is shown that would need them. */
export async function worksWithoutScript(page) {
  return page.evaluate(() => {
    const seen = (e) => e !== null && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1;
    const faults = [];
    if (!seen(document.querySelector('h1'))) faults.push('without scripts there is no h1 to see');
    if ((document.querySelector('main')?.innerText.trim().length ?? 0) < 20) faults.push('without scripts there is nothing to read');
    for (const control of document.querySelectorAll('button, select, input, textarea, [role=button]')) {
      if (seen(control) && !control.closest('form[action]')) faults.push(`without scripts this does nothing: ${control.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });
}
