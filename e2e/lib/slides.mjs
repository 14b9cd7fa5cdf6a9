// The slide show of a year. Each check takes the world that slides.test.mjs opens a show in, and returns a list of faults.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessible, noSidewaysScroll, worksWithoutScript } from './browser.mjs';
import { program } from './tools.mjs';

const isShow = /^nam\/\d{4}\/trinh-chieu\/$/;

/** The shows of a site. */
export const showsOf = (site) => site.pages.filter((page) => isShow.test(page.address));

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

/** From now on the time of a page passes only when the check lets it. */
async function stopClock(page) {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
}

/** Moves the pointer, so that the bar is seen. */
async function wakeBar(page) {
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 210);
}

/** Chooses with the pointer how many seconds a slide stays. */
async function pickTime(page, seconds) {
  await wakeBar(page);
  const timer = page.locator('.slide-bar select');
  const steps = await timer.evaluate((select, value) => [...select.options].findIndex((option) => option.value === value) - select.selectedIndex, seconds);
  await timer.click();
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
}

/** Plays a browser that fills the screen when it is asked to. Runs within the page. */
function fakeFullScreen() {
  let whole = null;
  Object.defineProperty(document, 'fullscreenElement', { get: () => whole });
  const turn = (to) => { whole = to; document.dispatchEvent(new Event('fullscreenchange')); };
  Element.prototype.requestFullscreen = function request() { turn(this); };
  document.exitFullscreen = () => turn(null);
}

/** What a show does for those who use a keyboard or a pointer, by name. */
export const checks = {
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
    await stopClock(page);
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
    await pickTime(page, '10');
    await after(9_900, 1, 'before the time');
    await after(200, 2, 'after the time');
    await after(10_000, 3, 'again');
    if (await page.locator('[role=status]').getAttribute('aria-live') !== 'off') faults.push('slides that come by themselves are announced');
    await page.keyboard.press('Space');
    await after(60_000, 3, 'paused');
    if (await page.locator('[role=status]').getAttribute('aria-live') !== 'polite') faults.push('slides are not announced while it is paused');
    await page.keyboard.press('ArrowRight');
    await after(60_000, 4, 'a key while paused');
    await page.keyboard.press('p');
    await after(10_100, 5, 'resumed');
    await wakeBar(page);
    await page.getByRole('button', { name: /^(Tạm dừng|Pause)$/ }).click();
    await after(60_000, 5, 'paused by the button');
    await wakeBar(page);
    await page.getByRole('button', { name: /^(Chạy tiếp|Resume)$/ }).click();
    await page.keyboard.press('End');
    await after(10_100, 1, 'after the last');
    await pickTime(page, '0');
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
    await stopClock(page);
    await world.open();
    const faults = [];
    const want = async (seen, when) => { if (await world.bar() !== seen) faults.push(`${when}, the bar is ${seen ? 'not ' : ''}seen`); };
    await want(true, 'at first');
    await page.clock.runFor(3_500);
    await want(false, 'at rest');
    await page.keyboard.press('ArrowRight');
    await want(false, 'after a key of the show');
    await wakeBar(page);
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
      if (!await page.locator(`[data-do=${control}]`).evaluate((e) => e === document.activeElement)) faults.push(`after ${key} on ${control} the focus is lost`);
    };
    await press('back', 'Space', 4);
    await press('back', 'Enter', 3);
    await press('on', 'Enter', 4);
    await press('timer', 'ArrowDown', 4);
    await press('timer', 'End', 4);
    return faults;
  },

  async 'after a click the keys are those of the show'({ page, ...world }) {
    await page.addInitScript(fakeFullScreen);
    await world.open('#5');
    const faults = [];
    const want = async (key, slide, when) => {
      await page.keyboard.press(key);
      const here = await world.here();
      if (here !== slide) faults.push(`${key} ${when} leads to ${here}, not ${slide}`);
    };
    const click = async (control) => {
      await wakeBar(page);
      await page.locator(`[data-do=${control}]`).click();
    };
    await click('back');
    await want('Space', 5, 'after a click on back');
    await click('full');
    await want('Space', 6, 'after a click on full');
    if (!await page.evaluate(() => document.fullscreenElement)) faults.push('Space after a click on full leaves the full screen');
    await pickTime(page, '30');
    await want('PageDown', 7, 'after a choice of the time');
    await want('ArrowLeft', 6, 'after a choice of the time');
    if (await page.locator('.slide-bar select').inputValue() !== '30') faults.push('a key of the show changes the time');
    await click('help');
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.keyboard.press('Space');
    if (await page.locator('.slide-help').isVisible()) faults.push('Space after a click on help opens the list again');
    return faults;
  },

  async 'at the ends the focus stays'({ page, ...world }) {
    await world.open('#5');
    const faults = [];
    const press = async (control, key, disabled) => {
      await page.locator(`[data-do=${control}]`).focus();
      await page.keyboard.press(key);
      // Browsers take the focus from what is disabled when they next draw the page.
      const now = await page.evaluate(() => new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.activeElement.getAttribute('data-do'))));
      }));
      if (now !== control) faults.push(`after ${key} on ${control} the focus is on ${now}`);
      const said = await page.locator('.slide-bar button').evaluateAll((all) => all.filter((e) => e.getAttribute('aria-disabled') === 'true').map((e) => e.getAttribute('data-do')));
      if (said.join() !== disabled) faults.push(`after ${key} on ${control} this is disabled: “${said}”`);
    };
    await press('back', 'Home', 'back');
    await press('back', 'Enter', 'back');
    if (await world.here() !== 1) faults.push('what is disabled does something');
    await press('on', 'End', 'on');
    await press('on', 'ArrowLeft', '');
    return faults;
  },

  async 'characters are keys of the show alone'({ page, ...world }) {
    await page.addInitScript(fakeFullScreen);
    await world.open('#3');
    const faults = [];
    const tried = async (works, where) => {
      for (const key of ['7', 'Enter']) await page.keyboard.press(key);
      await page.keyboard.press('f');
      const jumped = await world.here() === 7;
      const filled = await page.evaluate(() => !!document.fullscreenElement);
      if (jumped !== works || filled !== works) faults.push(`${where}: 7 leads to ${await world.here()}, F ${filled ? 'fills' : 'does not fill'} the screen`);
      if (filled) await page.keyboard.press('f');
      await page.goto('about:blank');
      await world.open('#3');
      await page.waitForFunction(() => document.activeElement.matches('.show')); // the show takes the focus when it is drawn first
    };
    await tried(true, 'at first');
    await page.locator('[data-do=full]').focus();
    await page.keyboard.press('ArrowRight');
    await tried(true, 'in the bar');
    await page.evaluate(() => document.activeElement.blur());
    await tried(false, 'with the focus nowhere');
    await page.evaluate(() => {
      const link = document.querySelector('.slide.now a');
      link.addEventListener('click', (event) => event.preventDefault());
      link.focus();
    });
    await tried(false, 'on a link of a slide');
    return faults;
  },

  async 'it goes on where the browser keeps no more addresses'({ page, ...world }) {
    await stopClock(page);
    await world.open();
    await page.evaluate(() => { history.replaceState = () => { throw new DOMException('100 times in 30 seconds', 'SecurityError'); }; });
    await pickTime(page, '10');
    await page.keyboard.press('ArrowRight');
    const faults = [];
    for (let times = 0; times < 2; times++) await page.clock.runFor(10_100).catch((error) => faults.push(error.message));
    const here = await world.here();
    return [...faults, ...(here === 4 ? [] : [`after a key and twice the time: slide ${here}, not 4`]), ...world.noted()];
  },

  async 'full screen is asked for, and told'({ page, ...world }) {
    await page.addInitScript(fakeFullScreen);
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

  async 'the bar keeps to its one line below the slide'({ page, ...world }) {
    const faults = [];
    for (const size of [0, 2, 4]) {
      await world.open();
      await page.evaluate((kept) => localStorage.setItem('size', kept), size);
      await page.reload();
      const fullest = await page.locator('.slide').evaluateAll((all) => all.map((slide, n) => [slide.textContent.length, n + 1]).sort((a, b) => b[0] - a[0])[0][1]);
      for (const key of [...String(fullest), 'Enter']) await page.keyboard.press(key);
      await page.locator('.slide-bar select').selectOption('30'); // the most controls
      for (const [width, height] of [[320, 640], [360, 740], [390, 844], [600, 900], [740, 360], [1280, 800]]) {
        await page.setViewportSize({ width, height });
        const { bar, end } = await page.evaluate(async () => {
          await document.fonts.ready;
          await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }); // the show has seen its new size
          const slide = document.querySelector('.slide.now');
          slide.scrollTop = slide.scrollHeight;
          const { x, y, width: wide, height: high } = document.querySelector('.slide-bar').getBoundingClientRect();
          return { bar: { x, y, wide, high }, end: Math.max(...[...slide.querySelectorAll('div > *')].map((e) => e.getBoundingClientRect().bottom)) };
        });
        const when = `${width} × ${height} px, text size ${size}`;
        if (bar.high > 60 || bar.x < 0 || bar.x + bar.wide > width) faults.push(`${when}: the bar is ${Math.round(bar.wide)} × ${Math.round(bar.high)} px`);
        if (end > bar.y) faults.push(`${when}: the bar hides ${Math.round(end - bar.y)} px of the slide`);
      }
    }
    return faults;
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

/** Fingers lead through the show. */
export const byTouch = async ({ page, ...world }) => {
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
  return faults;
};

/** Without scripts all slides stand below one another. */
export const withoutScript = async ({ page, ...world }) => {
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

/** A show works from a folder, as from a stick. */
export const fromAFolder = async ({ site, page, show, ...world }) => {
  await page.goto(pathToFileURL(join(site.folder, show.path)).href);
  const faults = await leads({ page, ...world }, ['ArrowRight', 2], ['9 Enter', 9]);
  await page.reload();
  if (await world.here() !== 9) faults.push(`after a reload it is slide ${await world.here()}`);
  await page.keyboard.press('Escape');
  await page.waitForURL(/nam\/\d{4}\/index\.html$/, { timeout: 3000 }).catch(() => faults.push(`Esc leads to ${page.url()}`));
  return faults;
};

/** What the files say: a show for each year with profiles, the way there, search engines, bytes. */
export function inTheFiles(site) {
  const faults = [];
  const years = site.pages.filter((page) => /^nam\/\d{4}\/$/.test(page.address) && page.redirect === undefined);
  const honours = (year) => year.doc.all('a').some((e) => /^(\.\.\/)+guong\/(?!trang\/)[^/]+\/$/.test(e.attrs.href ?? ''));
  for (const year of years.filter(honours)) if (!site.has(`${year.address}trinh-chieu/index.html`)) faults.push(`${year.address} honours people and has no show`);
  const shows = showsOf(site);
  if (shows.length === 0) faults.push('there is no show');
  for (const show of shows) {
    const year = site.page(show.address.replace('trinh-chieu/', ''));
    if (!year.doc.all('a').some((e) => /(^|\/)trinh-chieu\/$/.test(e.attrs.href ?? ''))) faults.push(`${year.address} does not lead to its show`);
    if (!show.noindex || site.text('sitemap.xml').includes(show.address)) faults.push(`${show.address} is for search engines`);
  }
  const script = site.paths.find((path) => /\/slides\.\w+\.js$/.test(path));
  if (site.bytes(script).length > 4000) faults.push(`${script} has ${site.bytes(script).length} bytes, 4000 are allowed`);
  return faults;
}
