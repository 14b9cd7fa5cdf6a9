// The slide show of a year: keys, timer, bar, full screen, touch, without scripts, on paper, from a folder. Every check is a list of faults of one page,
// and is seen to fail on a show that is broken on purpose.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessible, desktop, noSidewaysScroll, openBrowser, openPage, phone, worksWithoutScript } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { serveFolder } from './lib/server.mjs';
import { sitesToTest } from './lib/site.mjs';
import { program } from './lib/tools.mjs';

const sites = sitesToTest();
const isShow = /^nam\/\d{4}\/trinh-chieu\/$/;
/** The show with the most in it. */
const showOf = (site) => site.pages.filter((page) => isShow.test(page.address)).reduce((a, b) => (a.html.length > b.html.length ? a : b));

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** Runs a check on a show. `breaks` lists what is spoilt: the addresses, what is replaced there, and by what. */
async function on(site, check, { options = desktop, breaks = [] } = {}) {
  const server = await serveFolder(site.folder);
  // What is kept for reading without a network is not spoilt.
  const context = await browser.newContext(breaks.length > 0 ? { ...options, serviceWorkers: 'block' } : options);
  const { page, noted } = await openPage(context, server.root);
  const show = showOf(site);
  for (const address of new Set(breaks.map(([at]) => at))) {
    await page.route(address, async (route) => {
      const response = await route.fetch();
      let body = await response.text();
      for (const [, from, to] of breaks.filter(([at]) => at === address)) body = body.replaceAll(from, to);
      if (body === await response.text()) throw new Error(`${address} has nothing to spoil`);
      await route.fulfill({ response, body });
    });
  }
  const world = {
    site, page, context, show, noted, root: server.root,
    total: show.doc.all('section').filter((e) => /^slide /.test(e.attrs.class)).length,
    open: (at = '') => page.goto(server.root + show.address + at),
    /** The number of the slide that is seen, from 1; the numbers of all, joined, where it is not exactly one. */
    here: () => page.locator('.slide').evaluateAll((all) => {
      const seen = all.flatMap((slide, n) => (slide.checkVisibility() ? [n + 1] : []));
      return seen.length === 1 ? seen[0] : seen.join();
    }),
    said: () => page.locator('[role=status]').innerText(),
    /** The bar is seen by those who do not use the keyboard. */
    bar: () => page.locator('.slide-bar').evaluate((bar) => getComputedStyle(bar).opacity !== '0'),
  };
  try {
    return await check(world);
  } finally {
    await context.close();
    await server.close();
  }
}

/** Presses keys, each of which must lead to a slide. */
async function leads(world, ...steps) {
  const faults = [];
  for (const [keys, want] of steps) {
    for (const key of keys.split(' ')) await world.page.keyboard.press(key);
    const here = await world.here();
    if (here !== want) faults.push(`${keys} leads to ${here}, not ${want}`);
  }
  return faults;
}

const checks = {
  async 'keys lead through the show'(world) {
    await world.open();
    const faults = await leads(world, ['ArrowRight', 2], ['Space', 3], ['PageDown', 4], ['ArrowLeft', 3], ['PageUp', 2], ['End', world.total], ['ArrowRight', world.total],
      ['Home', 1], ['ArrowLeft', 1], ['1 2 Enter', 12], ['9 9 9 Enter', world.total], ['7 Enter', 7]);
    if (new URL(world.page.url()).hash !== '#7') faults.push(`the address is ${world.page.url()}`);
    await world.page.reload();
    if (await world.here() !== 7) faults.push(`after a reload it is slide ${await world.here()}`);
    if (await world.page.evaluate(() => history.length) > 3) faults.push('every slide is a step of the way back');
    return [...faults, ...world.noted()];
  },

  async 'the timer moves on, and is paused'({ page, ...world }) {
    await page.clock.install();
    await world.open();
    await page.clock.runFor(120_000);
    const faults = await world.here() === 1 ? [] : ['it moves without being asked to'];
    const after = async (ms, want, what) => {
      await page.clock.runFor(ms);
      const here = await world.here();
      if (here !== want) faults.push(`${what}: slide ${here}, not ${want}`);
    };
    const choices = await page.locator('.slide-bar option').evaluateAll((all) => all.map(({ value }) => value));
    if (choices.join() !== '0,5,10,15,30') faults.push(`the choices are ${choices}`);
    await page.locator('.slide-bar select').selectOption('10');
    await after(9_900, 1, 'before the time');
    await after(200, 2, 'after the time');
    await after(10_000, 3, 'again');
    if (await page.locator('[role=status]').getAttribute('aria-live') !== 'off') faults.push('slides that come by themselves are announced');
    await page.locator('.slide-bar select').evaluate((e) => e.blur());
    await page.keyboard.press('Space');
    await after(60_000, 3, 'paused');
    if (await page.locator('[role=status]').getAttribute('aria-live') !== 'polite') faults.push('slides are not announced while it is paused');
    await page.keyboard.press('ArrowRight');
    await after(60_000, 4, 'a key while paused');
    await page.keyboard.press('p');
    await after(10_100, 5, 'resumed');
    await page.mouse.move(200, 200);
    await page.mouse.move(220, 210); // so that the bar is seen
    await page.getByRole('button', { name: /^(Tạm dừng|Pause)$/ }).click();
    await after(60_000, 5, 'paused by the button');
    await page.mouse.move(200, 200);
    await page.mouse.move(220, 210);
    await page.getByRole('button', { name: /^(Chạy tiếp|Resume)$/ }).click();
    await page.keyboard.press('End');
    await after(10_100, 1, 'after the last');
    await page.locator('.slide-bar select').selectOption('0');
    await after(60_000, 1, 'turned off');
    return faults;
  },

  async 'who does not see it hears which slide it is'({ page, ...world }) {
    await world.open('#3');
    const faults = [];
    for (const want of [3, 4]) {
      const heading = (await page.locator('.slide.now :is(h1, h2, h3)').innerText()).replace(/\s+/g, ' ');
      const said = (await page.locator('[role=status]').textContent()).replace(/\s+/g, ' ');
      if (!said.startsWith(`Trang ${want} trên ${world.total}: `) || !said.replace(/\s/g, '').endsWith(heading.replace(/\s/g, ''))) faults.push(`slide ${want} is told as “${said}”, its heading is “${heading}”`);
      await page.keyboard.press('ArrowRight');
    }
    return faults;
  },

  async 'the bar goes with a pointer at rest, and never under the keyboard'({ page, ...world }) {
    await page.clock.install();
    await world.open();
    const faults = [];
    const want = async (seen, when) => { if (await world.bar() !== seen) faults.push(`${when}, the bar is ${seen ? 'not ' : ''}seen`); };
    await want(true, 'at first');
    await page.clock.runFor(3_500);
    await want(false, 'at rest');
    await page.keyboard.press('ArrowRight');
    await want(false, 'after a key of the show');
    await page.mouse.move(200, 200);
    await page.mouse.move(220, 210);
    await want(true, 'when the pointer moves');
    await page.clock.runFor(3_500);
    await want(false, 'at rest again');
    for (let i = 0; i < 12 && !await page.evaluate(() => document.querySelector('.slide-bar').contains(document.activeElement)); i++) await page.keyboard.press('Tab');
    await want(true, 'with the focus in it');
    await page.clock.runFor(60_000);
    await want(true, 'a minute later');
    const reached = [];
    for (let i = 0; i < 9; i++) {
      reached.push(await page.evaluate(() => document.activeElement.getAttribute('data-do')));
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      if (reached.at(-1) && ring === 'none') faults.push(`nothing shows the focus on ${reached.at(-1)}`);
      await page.keyboard.press('Tab');
    }
    for (const control of ['back', 'on', 'timer', 'full', 'help', 'leave']) if (!reached.includes(control)) faults.push(`Tab does not reach ${control}: ${reached}`);
    return faults;
  },

  async 'controls keep their own keys'({ page, ...world }) {
    await world.open('#5');
    const faults = [];
    const press = async (control, key, want) => {
      await page.locator(`[data-do=${control}]`).focus();
      await page.keyboard.press(key);
      const here = await world.here();
      if (here !== want) faults.push(`${key} on ${control} leads to ${here}, not ${want}`);
    };
    await press('back', 'Space', 4);
    await press('back', 'Enter', 3);
    await press('on', 'Enter', 4);
    await press('timer', 'ArrowDown', 4);
    await press('timer', 'End', 4);
    return faults;
  },

  async 'full screen is asked for, and told'({ page, ...world }) {
    await page.addInitScript(() => {
      let whole = null;
      Object.defineProperty(document, 'fullscreenElement', { get: () => whole });
      const turn = (to) => { whole = to; document.dispatchEvent(new Event('fullscreenchange')); };
      Element.prototype.requestFullscreen = function request() { turn(this); };
      document.exitFullscreen = () => turn(null);
    });
    await world.open();
    const button = page.locator('[data-do=full]');
    const faults = [];
    const want = async (name, when) => {
      const is = await page.evaluate(() => document.fullscreenElement?.tagName ?? '');
      if (is !== name) faults.push(`${when}: “${is}” fills the screen, not “${name}”`);
      if (await button.getAttribute('aria-pressed') !== String(name !== '')) faults.push(`${when}: the button says ${await button.getAttribute('aria-pressed')}`);
    };
    await want('', 'at first');
    await page.keyboard.press('f');
    await want('HTML', 'F');
    await page.keyboard.press('f');
    await want('', 'F again');
    await button.click();
    await want('HTML', 'the button');
    return faults;
  },

  async 'the list of keys opens and closes, and Esc leaves'({ page, ...world }) {
    await world.open('#2');
    const help = page.locator('.slide-help');
    const faults = [];
    await page.keyboard.press('h');
    if (!await help.isVisible()) return ['H shows no list of keys'];
    if (!await page.evaluate(() => document.querySelector('.slide-help').contains(document.activeElement))) faults.push('the focus is not in the list');
    faults.push(...await leads({ page, ...world }, ['ArrowRight', 2]));
    await page.keyboard.press('Escape');
    if (await help.isVisible()) faults.push('Esc does not close the list');
    if (!page.url().includes('/trinh-chieu/')) faults.push('Esc leaves while the list is open');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Đóng' }).click();
    if (await help.isVisible()) faults.push('the button does not close the list');
    faults.push(...await leads({ page, ...world }, ['ArrowRight', 3]));
    await page.keyboard.press('Escape');
    await page.waitForURL(world.root + world.show.address.replace('trinh-chieu/', ''), { timeout: 3000 }).catch(() => faults.push(`Esc leads to ${page.url()}`));
    return faults;
  },

  async 'only the pictures that come next are loaded'({ page, ...world }) {
    const asked = [];
    page.on('request', (request) => { if (/\.(svg|jpe?g|png|webp)$/.test(request.url()) && request.url().includes('/guong/')) asked.push(request.url()); });
    await world.open();
    await page.waitForTimeout(500);
    const slides = await page.locator('.slide').evaluateAll((all) => all.map((slide) => slide.querySelector('.slide-face img')?.src));
    const faults = [];
    const want = (from, when) => {
      const soon = new Set(slides.slice(0, from + 2).filter(Boolean));
      for (const address of soon) if (!asked.includes(address)) faults.push(`${when}: ${address} is not loaded`);
      for (const address of asked) if (!soon.has(address)) faults.push(`${when}: ${address} is loaded too early`);
    };
    want(1, 'at first');
    const first = slides.findIndex(Boolean);
    if (slides.filter(Boolean).length < 3) faults.push('the show has too few pictures to tell');
    for (let at = 1; at < first; at++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(500);
    want(first, 'later');
    return faults;
  },

  async 'a slide that holds too much becomes smaller'({ page, ...world }) {
    await world.open('#3');
    await page.locator('.slide.now .slide-deed').evaluate((deed) => { deed.textContent = 'Hai mươi năm bền bỉ chăm sóc người bệnh nghèo ở vùng xa. '.repeat(9); });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    const over = await page.locator('.slide.now').evaluate((slide) => slide.scrollHeight - slide.clientHeight);
    return over > 1 ? [`${over} px are not seen`] : [];
  },

  async 'everybody can use it, in every state'({ page, ...world }) {
    const faults = [];
    for (const at of ['#1', '#2', '#3', `#${world.total}`]) {
      await page.goto('about:blank');
      await world.open(at);
      faults.push(...(await accessible(page)).map((fault) => `${at}: ${fault}`), ...(await noSidewaysScroll(page)).map((fault) => `${at}: ${fault}`));
    }
    await page.keyboard.press('h');
    faults.push(...(await accessible(page)).map((fault) => `keys: ${fault}`));
    return [...faults, ...world.noted()];
  },

  async 'nothing moves by itself'({ page, ...world }) {
    await world.open();
    return page.evaluate(() => [...document.querySelectorAll('.show *')].filter((e) => {
      const { transitionDuration, animationName } = getComputedStyle(e);
      return parseFloat(transitionDuration) > 0 || animationName !== 'none';
    }).map((e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class')}"> is animated`));
  },

  async 'on paper every slide has a sheet'({ page, ...world }) {
    await world.open();
    return sheets(page, world.total);
  },
};

/** The PDF of a page has as many sheets as there are slides, lying, with a name and pictures on them. */
async function sheets(page, total) {
  const folder = mkdtempSync(join(tmpdir(), 'slides-'));
  try {
    const file = join(folder, 'show.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const info = execFileSync(program('pdfinfo', 'poppler-utils'), [file], { encoding: 'utf8' });
    const [, count] = /Pages:\s+(\d+)/.exec(info);
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info);
    const faults = [];
    if (Number(count) !== total) faults.push(`${count} sheets for ${total} slides`);
    if (Number(width) <= Number(height)) faults.push(`the sheets are ${width} x ${height}`);
    const text = execFileSync(program('pdftotext', 'poppler-utils'), [file, '-'], { encoding: 'utf8' }).split('\f');
    const names = await page.locator('.slide').evaluateAll((all) => all.map((slide) => slide.querySelector('h1,h2,h3,h4').textContent.trim().split(/\s+/).pop()));
    names.forEach((name, n) => { if (!text[n]?.normalize('NFC').includes(name)) faults.push(`sheet ${n + 1} has no “${name}”`); });
    if (/Thoát|Phím tắt|Trình đơn/.test(text.join())) faults.push('controls are on paper');
    return faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const byTouch = async ({ page, ...world }) => {
  await world.open('#3');
  const faults = [];
  const want = async (number, when) => { if (await world.here() !== number) faults.push(`${when}: slide ${await world.here()}, not ${number}`); };
  const { width, height } = page.viewportSize();
  await page.touchscreen.tap(width * 0.8, height * 0.4);
  await want(4, 'a tap on the right');
  await page.touchscreen.tap(width * 0.2, height * 0.4);
  await want(3, 'a tap on the left');
  const touch = await world.context.newCDPSession(page);
  const swipe = async (from, to) => {
    const at = (x) => [{ x: width * x, y: height * 0.4 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at((from + to) / 2) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(to) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(100);
  };
  await swipe(0.8, 0.2);
  await want(4, 'a swipe to the left');
  await swipe(0.2, 0.8);
  await want(3, 'a swipe to the right');
  faults.push(...await noSidewaysScroll(page));
  const bar = await page.locator('.slide-bar').boundingBox();
  if (bar.x < 0 || bar.x + bar.width > width || bar.height > 60) faults.push(`the bar is ${Math.round(bar.width)} x ${Math.round(bar.height)} px on a phone`);
  return faults;
};

const withoutScript = async ({ page, ...world }) => {
  await world.open();
  const faults = await worksWithoutScript(page);
  const slides = await page.locator('.slide').evaluateAll((all) => all.map((slide) => [slide.checkVisibility(), slide.querySelectorAll('h1,h2,h3').length, slide.getBoundingClientRect().top]));
  slides.forEach(([seen, headings, top], n) => {
    if (!seen) faults.push(`slide ${n + 1} is not seen`);
    if (headings !== 1) faults.push(`slide ${n + 1} has ${headings} headings`);
    if (n > 0 && top <= slides[n - 1][2]) faults.push(`slide ${n + 1} is not below the one before`);
  });
  faults.push(...await noSidewaysScroll(page), ...await sheets(page, world.total));
  return faults;
};

const fromAFolder = async ({ site, page, show, ...world }) => {
  await page.goto(pathToFileURL(join(site.folder, show.path)).href);
  const faults = await leads({ page, ...world }, ['ArrowRight', 2], ['9 Enter', 9]);
  await page.reload();
  if (await world.here() !== 9) faults.push(`after a reload it is slide ${await world.here()}`);
  await page.keyboard.press('Escape');
  await page.waitForURL(/nam\/\d{4}\/index\.html$/, { timeout: 3000 }).catch(() => faults.push(`Esc leads to ${page.url()}`));
  return faults;
};

/** What the files say: the way there, search engines, bytes. */
function inTheFiles(site) {
  const faults = [];
  const shows = site.pages.filter((page) => isShow.test(page.address));
  for (const show of shows) {
    const year = site.page(show.address.replace('trinh-chieu/', ''));
    if (!year.doc.all('a').some((e) => /(^|\/)trinh-chieu\/$/.test(e.attrs.href ?? ''))) faults.push(`${year.address} does not lead to its show`);
    if (!show.noindex || site.text('sitemap.xml').includes(show.address)) faults.push(`${show.address} is for search engines`);
  }
  const honoured = site.pages.filter((page) => /^nam\/\d{4}\/$/.test(page.address)).length;
  if (shows.length === 0 || shows.length > honoured) faults.push(`${shows.length} shows for ${honoured} years`);
  const script = site.paths.find((path) => /\/slides\.\w+\.js$/.test(path));
  if (site.bytes(script).length > 4000) faults.push(`${script} has ${site.bytes(script).length} bytes, 4000 are allowed`);
  return faults;
}

// The script and its style are the same with every theme; what stands around them is not.
const ofThemes = ['everybody can use it, in every state', 'on paper every slide has a sheet'];

for (const site of sites) {
  test(`${site.name}: slide show`, async (t) => {
    const ours = Object.entries(checks).filter(([name]) => site === sites[0] || ofThemes.includes(name));
    for (const [name, check] of ours) await t.test(name, async () => noFaults(await on(site, check)));
    await t.test('dark', async () => noFaults(await on(site, checks['everybody can use it, in every state'], { options: { ...desktop, colorScheme: 'dark' } })));
    if (site === sites[0]) await t.test('by touch', async () => noFaults(await on(site, byTouch, { options: phone })));
    await t.test('without scripts', async () => noFaults(await on(site, withoutScript, { options: { ...phone, javaScriptEnabled: false } })));
    if (site === sites[0]) await t.test('from a folder', async () => noFaults(await on(site, fromAFolder)));
    await t.test('in the files', () => noFaults(inTheFiles(site)));
  });
}

const js = /\/slides\.\w+\.js$/;
const css = /\/slides\.\w+\.css$/;
const page = /\/trinh-chieu\/(#.*)?$/;
const broken = {
  'keys lead through the show': [[[js, /PageDown/g, 'PageAway'], [js, /location\.replace\(/g, 'String(']], /PageDown leads to 3/, /after a reload it is slide 1/],
  'the timer moves on, and is paused': [[[js, /"off":"polite"/g, '"polite":"polite"'], [js, /\*1e3|\*1000/g, '*2e3']], /after the time: slide 1, not 2/, /are announced/],
  'who does not see it hears which slide it is': [[[page, /data-at="[^"]*"/g, 'data-at="{0}"']], /slide 3 is told as “3: /],
  'the bar goes with a pointer at rest, and never under the keyboard': [[[js, /:focus-visible/g, 'b'], [page, /<a data-do="leave" href/g, '<a data-do="leave" data-href']], /a minute later, the bar is not seen/, /does not reach leave/],
  'controls keep their own keys': [[[js, /"button,a"/g, '"b"']], /Space on back leads to 6|Space on back leads to 5/],
  'full screen is asked for, and told': [[[js, /"aria-pressed"/g, '"aria-presst"'], [js, /\/\^f\$\/i/g, '/^g$/i']], /F: “” fills/, /the button: the button says false/],
  'the list of keys opens and closes, and Esc leaves': [[[page, /<dialog/g, '<dialog open'], [page, /data-do="leave" href="[^"]*"/g, 'data-do="leave" href="../../"']], /H shows no list of keys|Esc leads to/],
  'only the pictures that come next are loaded': [[[page, / loading="lazy"/g, '']], /is loaded too early/],
  'a slide that holds too much becomes smaller': [[[js, /style\.fontSize/g, 'style.fontSighs']], /px are not seen/],
  'everybody can use it, in every state': [[[css, /color:#5d5054/g, 'color:#aaa'], [page, /data-do="back" aria-label="[^"]*"/g, 'data-do="back"']], /#3: axe color-contrast/, /#1: axe button-name/],
  'nothing moves by itself': [[[page, /<h3>/g, '<h3 style="transition:all 1s">']], /<h3 class="null"> is animated/],
  'on paper every slide has a sheet': [[[css, /break-after:\w+/g, 'break-after:avoid'], [css, /A4 landscape/g, 'A4 portrait']], /sheets for \d+ slides/, /the sheets are 59\d/],
};

test('seen to fail: slide show', async (t) => {
  const [site] = sites;
  for (const [name, check] of Object.entries(checks)) {
    const [breaks, ...patterns] = broken[name];
    await t.test(name, async () => seenToFail(await on(site, check, { breaks }), ...patterns));
  }
  await t.test('by touch', async () => seenToFail(await on(site, byTouch, { options: phone, breaks: [[js, /innerWidth\/3/g, 'innerWidth*2']] }), /a tap on the right: slide 2, not 4/));
  await t.test('without scripts', async () => seenToFail(
    await on(site, withoutScript, { options: { ...phone, javaScriptEnabled: false }, breaks: [[page, /class="slide-bar"([^>]*) hidden/g, 'class="slide-bar"$1'], [page, /<h3/g, '<h4'], [page, /<\/h3>/g, '</h4>']] }),
    /without scripts this does nothing: <button/, /slide 3 has 0 headings/,
  ));
  await t.test('in the files', () => {
    const bare = { address: 'nam/2023/trinh-chieu/', noindex: false, doc: { all: () => [] } };
    const fixture = { pages: [bare, bare], page: () => ({ address: 'nam/2023/', doc: { all: () => [] } }), text: () => '', paths: ['a/slides.1.js'], bytes: () => Buffer.alloc(4001) };
    seenToFail(inTheFiles(fixture), /does not lead to its show/, /is for search engines/, /2 shows for 0 years/, /4001 bytes/);
  });
});
