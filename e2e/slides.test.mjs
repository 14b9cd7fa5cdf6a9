// The slide show of a year: keys, timer, bar, full screen, touch, without scripts, on paper, from a folder. Every check is a list of faults of one page,
// and is seen to fail on a show that is broken on purpose.

import { after, before, test } from 'node:test';
import { desktop, openBrowser, openPage, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { serveFolder } from './lib/server.mjs';
import { siteOf, sitesToTest } from './lib/site.mjs';
import { byTouch, checks, fromAFolder, inTheFiles, showsOf, withoutScript } from './lib/slides.mjs';

const sites = sitesToTest();
/** The show with the most in it. */
const showOf = (site) => showsOf(site).reduce((a, b) => (a.html.length > b.html.length ? a : b));

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** Runs a check on a show. `breaks` lists what is spoilt: the addresses, what is replaced there, and by what. */
async function on(site, check, { options = desktop, breaks = [] } = {}) {
  const server = await serveFolder(site.folder);
  const context = await browser.newContext(options);
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
  'keys lead through the show': [[[js, /PageDown/g, 'PageAway'], [js, /history\.replaceState\(/g, 'String(']], /PageDown leads to 3/, /after a reload it is slide 1/],
  'the timer moves on, and is paused': [[[js, /"off":"polite"/g, '"polite":"polite"'], [js, /\*1e3|\*1000/g, '*2e3']], /after the time: slide 1, not 2/, /are announced/],
  'who does not see it hears which slide it is': [[[page, /data-at="[^"]*"/g, 'data-at="{0}"']], /slide 3 is told as “3: /],
  'the bar goes with a pointer at rest, and never under the keyboard': [[[js, /:focus-visible/g, 'b'], [page, /<a data-do="leave" href/g, '<a data-do="leave" data-href']], /a minute later, the bar is not seen/, /does not reach leave/],
  'controls keep their own keys': [[[js, /"button,a"/g, '"b"'], [js, /history\.replaceState\(null,"",/g, 'location.replace(']], /Space on back leads to 6|Space on back leads to 5/, /the focus is lost/],
  'after a click the keys are those of the show': [[[js, /(?<=&&)\w+\.focus\(\)/g, '0']], /Space after a click on back leads to 3, not 5/, /leaves the full screen/, /PageDown after a choice of the time/, /changes the time/, /opens the list again/],
  'at the ends the focus stays': [[[js, /\.setAttribute\("aria-disabled",/g, '.toggleAttribute("disabled",']], /after Home on back the focus is on null/, /after End on on the focus/, /this is disabled: “”/],
  'characters are keys of the show alone': [[[js, /\[\\w\?\]/g, '[!]']], /with the focus nowhere: 7 leads to 7, F fills/, /on a link of a slide: 7 leads/],
  'it goes on where the browser keeps no more addresses': [[[js, /catch\((\w)\)\{\}/g, 'finally{}']], /after a key and twice the time: slide 3, not 4/],
  'full screen is asked for, and told': [[[js, /"aria-pressed"/g, '"aria-presst"'], [js, /\/\^f\$\/i/g, '/^g$/i']], /F: “” fills/, /the button: the button says false/],
  'the list of keys opens and closes, and Esc leaves': [[[page, /<dialog/g, '<dialog open'], [page, /data-do="leave" href="[^"]*"/g, 'data-do="leave" href="../../"']], /H shows no list of keys|Esc leads to/],
  'only the pictures that come next are loaded': [[[page, / loading="lazy"/g, '']], /is loaded too early/],
  'a slide that holds too much becomes smaller': [[[js, /style\.fontSize/g, 'style.fontSighs']], /px are not seen/],
  'the bar keeps to its one line below the slide': [[[css, /height:44px/g, 'height:2.75rem'], [css, /76px|80px/g, '40px']], /text size 4: the bar is \d+ × \d+ px/, /text size 0: the bar hides \d+ px/],
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
    const honours = '<a href="../../guong/x/">X</a>';
    const files = { 'nam/2022/index.html': '<a href="../../mo-hinh/x/">X</a>', 'nam/2023/index.html': honours, 'nam/2024/index.html': honours, 'sitemap.xml': '', 'a/slides.1.js': 'x'.repeat(4001) };
    const faults = inTheFiles(siteOf({ ...files, 'nam/2023/trinh-chieu/index.html': '' }));
    seenToFail(faults, /^nam\/2023\/ does not lead to its show/, /is for search engines/, /^nam\/2024\/ honours people and has no show/, /4001 bytes/);
    noFaults(faults.filter((fault) => /2022/.test(fault)));
    seenToFail(inTheFiles(siteOf({ ...files })), /there is no show/);
  });
});
