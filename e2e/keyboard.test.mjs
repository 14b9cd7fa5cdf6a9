// Ways through the site that somebody goes who has a keyboard and nothing else: menu, suggestions, filters, reading aids, slides.

import { after, before, test } from 'node:test';
import { desktop, openBrowser, openPage, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { focusSeen, tabTo } from './lib/keyboard.mjs';
import { serveFolder } from './lib/server.mjs';
import { sitesToTest, storyPages } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const patience = 5_000;
const focused = (page, get) => page.evaluate(`(${get})(document.activeElement)`);
const unless = (good, fault) => (good ? [] : [fault]);

/** Opens a page with the focus at its top. */
async function open(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
}

/** Presses Enter on a link and waits for the page that it leads to. */
async function follow(page) {
  const target = await focused(page, (at) => at.href);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href.split('#')[0] === target.split('#')[0], { timeout: patience });
}

const ways = {
  async menu(page, { root }) {
    await open(page, root);
    await page.setViewportSize(phone.viewport);
    await tabTo(page, 'header summary', 6);
    await page.keyboard.press('Enter');
    await page.locator('header details[open]').waitFor({ timeout: patience });
    await tabTo(page, 'header details a[href]', 2);
    await follow(page);
    const current = await page.locator('header details a[aria-current]').count();
    await page.setViewportSize(desktop.viewport);
    return unless(current === 1, `${current} entries of the menu say that one is there`);
  },

  async 'out of the menu'(page, { root, story }) {
    await page.setViewportSize({ width: 400, height: 640 });
    await open(page, root + story);
    await tabTo(page, 'header summary', 9);
    await page.keyboard.press('Enter');
    const menu = page.locator('header details[open]');
    await menu.waitFor({ timeout: patience });
    const faults = [];
    for (let pressed = 0; pressed < 20 && await focused(page, (at) => !!at.closest('header details')); pressed++) {
      await page.keyboard.press('Tab');
      faults.push(...await focusSeen(page));
    }
    if (await menu.count() > 0) return [...faults, 'the menu stays open behind the focus'];
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'header details a[href]', 2);
    await page.keyboard.press('Escape');
    return [
      ...faults,
      ...unless(await menu.count() === 0, 'Escape does not close the menu'),
      ...unless(await focused(page, (at) => at.matches('header summary')), 'Escape does not lead back to the name of the menu'),
    ];
  },

  async 'ring of the search'(page, { root }) {
    await open(page, root);
    await tabTo(page, 'input[type=search]', 20);
    const whole = () => focused(page, (at) => getComputedStyle(at.closest('.field')).outlineStyle !== 'none');
    const faults = unless(await whole(), 'the ring goes below the button of the field');
    await page.keyboard.press('Tab');
    return [...faults, ...unless(!await whole(), 'the field has a ring while its button has the focus')];
  },

  async 'names of the way back'(page, { root, story }) {
    await open(page, root + story);
    const names = await page.locator('nav ol a').evaluateAll((links) => links.filter((link) => link.checkVisibility()).map((link) => link.textContent));
    const faults = unless(names.length > 1, 'there is no way back');
    for (const name of names) faults.push(...unless(await page.locator('nav ol').getByRole('link', { name, exact: true }).count() === 1, `the link “${name}” is not called so`));
    return faults;
  },

  async suggestions(page, { root }) {
    await open(page, root);
    await tabTo(page, 'input[type=search]', 20);
    await page.keyboard.type('nguyen');
    const list = page.locator('[role=listbox]');
    await list.locator('[role=option]').first().waitFor({ timeout: patience });
    await page.keyboard.press('ArrowDown');
    const chosen = await page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-selected'));
    const faults = unless(chosen === 'true', 'the arrow chooses nothing');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden', timeout: patience });
    faults.push(...unless(await focused(page, (at) => at.matches('input[type=search]')), 'Escape takes the focus away from the field'));
    await page.keyboard.press('ArrowDown');
    await list.locator('[role=option]').first().waitFor({ timeout: patience });
    if (!(await focused(page, (at) => at.getAttribute('aria-activedescendant')))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== new URL(root).pathname, { timeout: patience });
    await open(page, root);
    await tabTo(page, 'input[type=search]', 20);
    await page.keyboard.type('nguyen');
    await list.locator('[role=option]').first().waitFor({ timeout: patience });
    await page.keyboard.press('Tab');
    await list.waitFor({ state: 'hidden', timeout: patience });
    return [...faults, ...unless(!(await focused(page, (at) => at.matches('input[type=search], body'))), 'Tab does not leave the field')];
  },

  async filters(page, { root }) {
    await open(page, `${root}tim-kiem/?q=h%E1%BB%99`);
    await page.locator('#ket-qua > li').first().waitFor({ timeout: patience });
    const folded = await page.locator('.filters:not([open]) > summary').isVisible();
    if (folded) {
      await tabTo(page, '.filters > summary', 30);
      await page.keyboard.press('Enter');
    }
    await tabTo(page, '.filters input[type=checkbox]', 30);
    const filter = await focused(page, (at) => at.closest('fieldset').getAttribute('data-filter'));
    await page.keyboard.press('Space');
    await page.waitForFunction((name) => new URLSearchParams(location.search).has(name), filter, { timeout: patience });
    await page.locator('#ket-qua:not([aria-busy=true]) > li').first().waitFor({ timeout: patience });
    const faults = unless(await focused(page, (at) => at.matches('.filters input:checked')), 'the focus does not stay on the filter');
    await tabTo(page, '#ket-qua a[href]', 120);
    await follow(page);
    return faults;
  },

  async 'filters on a phone'(page, { root }) {
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page, `${root}tim-kiem/?q=h%E1%BB%99`);
    await page.locator('#ket-qua > li').first().waitFor({ timeout: patience });
    await tabTo(page, '.filters > summary', 30);
    await page.keyboard.press('Enter');
    await tabTo(page, '.filters input[type=checkbox]', 3);
    const status = page.locator('#tinh-hinh');
    const before = await status.innerText();
    await page.keyboard.press('Space');
    await page.waitForFunction((old) => document.querySelector('#tinh-hinh').innerText !== old, before, { timeout: patience });
    const seen = await status.evaluate((e) => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= innerHeight);
    const faults = unless(seen, 'what a filter leaves is told outside the window');
    for (let pressed = 0; pressed < 60 && await focused(page, (at) => !!at.closest('.filters')); pressed++) {
      faults.push(...await focusSeen(page));
      await page.keyboard.press('Tab');
    }
    return [...faults, ...await focusSeen(page)];
  },

  async 'reading aids'(page, { root, story }) {
    await open(page, root + story);
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const first = await size();
    await tabTo(page, '.tools [data-do=larger]', 30);
    await page.keyboard.press('Enter');
    const faults = unless(await size() > first, 'the text does not grow');
    faults.push(...unless(await focused(page, (at) => at.matches('[data-do=larger]')), 'the focus does not stay on the button'));
    await tabTo(page, '.tools [data-do=contrast]', 3);
    await page.keyboard.press('Space');
    faults.push(...unless(await focused(page, (at) => at.getAttribute('aria-pressed') === 'true'), 'the contrast switch is not pressed'));
    await page.evaluate(() => localStorage.clear());
    return faults;
  },

  async slides(page, { root, year }) {
    await open(page, root + year);
    await tabTo(page, 'main a[href$="trinh-chieu/"]', 120);
    await follow(page);
    const at = () => page.evaluate(() => location.hash);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => location.hash === '#2', undefined, { timeout: patience });
    const faults = [];
    for (const control of ['on', 'timer', 'full', 'help', 'leave', 'back']) {
      await tabTo(page, `.slide-bar [data-do=${control}]`, 20).catch((error) => faults.push(error.message));
      faults.push(...unless(await focused(page, (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true })), `the control “${control}” has the focus and is not seen`));
    }
    await page.keyboard.press('Enter'); // back, the last of them
    faults.push(...unless(await at() === '#1', `“back” leads to ${await at()}`));
    await page.keyboard.press('Escape');
    await page.waitForURL(root + year, { timeout: patience }).catch(() => faults.push('Escape does not leave the slides'));
    return faults;
  },
};

/** Goes a way. `spoil` is a script that runs in each page first. */
async function go(site, name, spoil) {
  const server = await serveFolder(site.folder);
  const context = await browser.newContext(desktop);
  if (spoil) await context.addInitScript(spoil);
  try {
    const { page, noted } = await openPage(context, server.root);
    const show = site.pages.find(({ address }) => /^nam\/\d{4}\/trinh-chieu\/$/.test(address));
    const places = { root: server.root, story: storyPages(site)[0].address, year: show.address.replace('trinh-chieu/', '') };
    const faults = await ways[name](page, places).catch((error) => [error.message.split('\n')[0]]);
    return [...faults, ...(spoil ? [] : noted())];
  } finally {
    await context.close();
    await server.close();
  }
}

for (const site of sitesToTest()) {
  test(`${site.name}: with the keyboard alone`, async (t) => {
    for (const name of Object.keys(ways)) await t.test(name, async () => noFaults(await go(site, name)));
  });
}

test('seen to fail: with the keyboard alone', async (t) => {
  const site = sitesToTest().find(({ name }) => name === 'tre');
  const noKey = (key) => `window.addEventListener('keydown', (e) => { if (e.key === '${key}') { e.preventDefault(); e.stopImmediatePropagation(); } }, true)`;
  const style = (rules) => `document.addEventListener('DOMContentLoaded', () => document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(`<style>${rules}</style>`)}))`;
  const cases = [
    ['menu', noKey('Enter'), /details\[open\]|Timeout/],
    ['menu', `document.addEventListener('DOMContentLoaded', () => document.querySelector('header summary').tabIndex = -1)`, /^Tab never reaches header summary/],
    ['out of the menu', noKey('Escape'), /Escape does not close the menu/],
    ['out of the menu', `document.addEventListener('focusin', (e) => e.stopImmediatePropagation(), true)`, /the menu stays open behind the focus/, /has the focus below/],
    ['ring of the search', style('.field { outline: 0 !important }'), /the ring goes below the button/],
    ['ring of the search', style('.field:focus-within { outline: 3px solid !important }'), /while its button has the focus/],
    ['names of the way back', style('nav ol a::after { content: "/" }'), /is not called so/],
    ['filters on a phone', style('#tinh-hinh { position: static !important }'), /is told outside the window/],
    ['filters on a phone', style('.filters input { scroll-margin: 0 !important }'), /has the focus below/],
    ['suggestions', noKey('ArrowDown'), /the arrow chooses nothing|Timeout/],
    ['filters', `document.addEventListener('change', (e) => e.target.blur(), true)`, /the focus does not stay on the filter/],
    ['reading aids', `document.addEventListener('click', (e) => e.target.blur(), true)`, /the focus does not stay on the button/],
    ['reading aids', noKey(' '), /the contrast switch is not pressed/],
    ['slides', `document.addEventListener('DOMContentLoaded', () => document.querySelector('.slide-bar [data-do=help]')?.setAttribute('tabindex', '-1'))`, /never reaches \.slide-bar \[data-do=help\]/],
    ['slides', noKey('Escape'), /Escape does not leave/],
  ];
  for (const [index, [name, spoil, ...patterns]] of cases.entries()) await t.test(`${name}, ${index + 1}`, async () => seenToFail(await go(site, name, spoil), ...patterns));
});
