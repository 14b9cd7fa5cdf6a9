// The search in Chromium, over the sample site with both themes: the search page, the names below the header's field, the keyboard, screen readers, addresses, and
// what happens when something is missing, slow or hostile. Every check gives a list of faults and is seen to fail on a site that is broken on purpose.

import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { accessible, desktop, openBrowser, openPage, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { textOf } from './lib/html.mjs';
import { openEngine } from './lib/search-engine.mjs';
import { serveFolder } from './lib/server.mjs';
import { readablePages, siteOf, sitesToTest, storyPages } from './lib/site.mjs';

const sites = sitesToTest();
const assets = fileURLToPath(new URL('../themes/chung/assets/', import.meta.url));
const story = 'guong/cong-ty-tnhh-che-suong-doi/';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/**
 * Runs a check on a page of its own. `spoil` are changes [part of an address, what is replaced, by what]; scripts are changed as they were written, before they
 * were minified. `from` is "http" or "file".
 */
async function visit(site, check, { spoil = [], from = 'http', context: more = {} } = {}) {
  const server = from === 'http' ? await serveFolder(site.folder, '/a/b/') : undefined;
  const root = server?.root ?? `${pathToFileURL(site.folder)}/`;
  const context = await browser.newContext({ ...desktop, ...more });
  const unfit = [];
  let faults;
  try {
    const { page, noted: all } = await openPage(context, root);
    const noted = () => all().filter((fault) => !/Service Worker registration blocked/.test(fault));
    page.setDefaultTimeout(spoil.length > 0 ? 5_000 : 15_000); // what is broken on purpose needs no patience
    for (const part of new Set(spoil.map(([part]) => part))) {
      await page.route((url) => (part.endsWith('/') ? url.pathname.endsWith(`/${part}`) : url.pathname.includes(`/${part}`)), async (route) => {
        const script = /\/(search|results|suggest|near|script)\.[^/]*js$/.exec(route.request().url());
        let body = script ? readFileSync(`${assets}${script[1]}.js`, 'utf8') : await (await route.fetch()).text();
        for (const [at, what, by] of spoil) {
          if (at !== part) continue;
          if (!body.includes(what)) unfit.push(`${part} has no “${what}”`);
          body = body.split(what).join(by);
        }
        await route.fulfill({ body, contentType: script ? 'text/javascript' : 'text/html; charset=utf-8' });
      });
    }
    const file = (address) => (from === 'file' ? address.replace(/(^|\/)(?=$|\?)/, '$1index.html') : address);
    faults = await check({ page, noted, root, site, context, open: (address, how) => page.goto(root + file(address), how) });
  } catch (error) {
    faults = [`${error.message}`.split('\n')[0]];
  } finally {
    for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    await server?.close();
  }
  if (unfit.length > 0) throw new Error(unfit[0]); // then nothing was broken, and the faults say nothing
  return faults;
}

/** Waits until the search has come to rest. */
const rest = (page) => page.waitForFunction(() => document.querySelector('#ket-qua').getAttribute('aria-busy') === 'false');
const results = (page) => page.evaluate(() => [...document.querySelectorAll('#ket-qua > li')].map((li) => li.querySelector('a[href]').href));
const status = (page) => page.locator('main [role=status]').textContent();
const same = (what, got, want) => (JSON.stringify(got) === JSON.stringify(want) ? [] : [`${what}: ${JSON.stringify(got)}, wanted ${JSON.stringify(want)}`]);
const holds = (what, text, pattern) => (pattern.test(text) ? [] : [`${what}: “${text}” has no ${pattern}`]);

/** Opens the search page and gives the results when they are there. */
async function search({ page, open }, query) {
  await open(`tim-kiem/?${query}`);
  await rest(page);
  return results(page);
}

/** Types into the field of the search page and gives the results when they are there. */
async function ask(page, query) {
  await page.fill('input[name=q]', query);
  await page.waitForFunction((title) => document.title.startsWith(title), `${query.trim()} | `);
  await rest(page);
  return results(page);
}

const short = (link) => link.replace(/index\.html$/, '').replace(/^.*\/([^/]+\/[^/]+\/)$/, '$1');

const checks = {
  async 'results as cards'(at) {
    const links = await search(at, `q=${encodeURIComponent('hà thị mai')}`);
    const card = at.page.locator('#ket-qua > li').first();
    return [
      ...holds('the first result', links[0] ?? '', /\/guong\/ha-thi-mai[^/]*\/(index\.html)?$/),
      ...same('what is marked', await card.locator('a mark').allTextContents(), ['Hà Thị Mai']),
      ...holds('a card', (await card.textContent()).replace(/\s+/g, ' '), /Bà.*Hà Thị Mai.*202\d/),
      ...holds('a card', await card.textContent(), /Cá nhân/),
      ...same('its field', await card.getAttribute('data-field'), 'nguoi-tot-viec-tot'),
      ...holds('the status', await status(at.page), /^1 kết quả cho “hà thị mai”$/),
      ...holds('the title', await at.page.title(), /^hà thị mai \| Tìm kiếm/),
      ...same('the field', await at.page.inputValue('input[type=search][name=q]'), 'hà thị mai'),
      ...same('fields on the page', await at.page.locator('input[name=q]').count(), 1),
      ...at.noted(),
    ];
  },

  async 'ways of writing'(at) {
    await search(at, '');
    const faults = [];
    const first = async (query) => short((await ask(at.page, query))[0] ?? '');
    for (const query of ['ĐỖ THỊ HƯỜNG', 'do thi huong', 'Đỗ Thị Hường'.normalize('NFD'), 'đo thi hưong']) {
      faults.push(...holds(query, await first(query), /^guong\/do-thi-huong/), ...holds(query, await status(at.page), /kết quả cho/));
    }
    for (const query of ['do thi hưởng', 'dothi huong', 'do thi huog']) {
      faults.push(...holds(query, await first(query), /^guong\/do-thi-huong/), ...holds(query, await status(at.page), /^Không có đúng/));
    }
    faults.push(...holds('k’breo', await first("k'breo"), /k-?breo/));
    faults.push(...holds('bốc mùi', await first('bốc mùi'), /chi-bo-to-dan-pho-7/));
    return faults;
  },

  async 'filters, counts, chips and the address'(at) {
    const { page } = at;
    await search(at, 'q=thi');
    const before = await status(page);
    const box = page.locator('#bo-loc input[name=loai][value=ca-nhan]');
    const told = await box.locator('xpath=..').locator('small').textContent();
    const steps = await page.evaluate(() => history.length);
    await box.check();
    await page.waitForFunction((was) => document.querySelector('main [role=status]').textContent !== was, before);
    await rest(page);
    const faults = [
      ...holds('the address', page.url(), /\?q=thi&loai=ca-nhan$/),
      ...same('steps to go back', await page.evaluate(() => history.length), steps + 1),
      ...holds(`the count ${told}`, await status(page), new RegExp(`^${told} kết quả`)),
    ];
    await page.locator('#bo-loc input[name=nam]:visible').first().check();
    await page.waitForFunction(() => /nam=\d{4}$/.test(location.search));
    await rest(page);
    const both = await results(page);
    const shared = page.url();
    const chips = await page.locator('#dang-loc button').allTextContents();
    faults.push(...holds('the chips', chips.join(' | '), /^Cá nhân \| \d{4} \| Xóa bộ lọc$/));
    faults.push(...holds('a chip says what it does', await page.locator('#dang-loc button').first().getAttribute('aria-label') ?? '', /^Bỏ lọc: Cá nhân$/));
    // Who gets the address sees the same.
    await page.goto('about:blank');
    await page.goto(shared);
    await rest(page);
    faults.push(...same('a shared address', await results(page), both));
    await page.locator('#dang-loc button').first().click();
    await page.waitForFunction(() => !location.search.includes('loai'));
    await rest(page);
    faults.push(...same('the chip is gone', await page.locator('#dang-loc button').count(), 2));
    faults.push(...same('the focus', await page.evaluate(() => document.activeElement.closest('#dang-loc') !== null), true));
    await page.goBack();
    await page.waitForFunction(() => location.search.includes('loai'));
    await rest(page);
    faults.push(...same('after going back', await results(page), both));
    await page.locator('#dang-loc button').last().click();
    await page.waitForFunction(() => location.search === '?q=thi');
    await rest(page);
    return [...faults, ...same('without filters', await status(page), before), ...at.noted()];
  },

  async 'several values of one filter, and visits'(at) {
    const { page } = at;
    const one = await search(at, 'linh-vuc=y-te');
    const number = async () => parseInt(await status(page), 10);
    await search(at, 'linh-vuc=y-te&linh-vuc=giao-duc');
    const both = await number();
    const two = await search(at, 'linh-vuc=y-te&linh-vuc=giao-duc&tham-quan=1');
    const visits = await number();
    await search(at, 'tham-quan=1');
    const visited = storyPages(at.site).filter((story) => story.doc.all('h2').some((h) => textOf(h) === 'Đến tham quan') && !story.doc.all('h1')[0].attrs.lang);
    const welcoming = await number();
    const unit = await page.locator('#bo-loc input[name=don-vi]').first().getAttribute('value');
    const some = await search(at, `don-vi=${unit}`);
    return [
      ...same('a field', one.length > 0 && one.length <= 10, true),
      ...same('chips', await page.locator('#dang-loc button').count(), 2),
      ...same(`visits ${visits} of ${both}`, two.length > 0 && visits < both, true),
      ...same('all who welcome visitors', welcoming, visited.length),
      ...same('a unit', some.length > 0, true),
      ...holds('the status without words', await status(page), /^\d+ bài/),
    ];
  },

  async 'typing'(at) {
    const { page } = at;
    await search(at, '');
    const steps = await page.evaluate(() => history.length);
    await page.locator('input[name=q]').pressSequentially('hà thị', { delay: 15 });
    await page.waitForFunction(() => location.search === `?q=${new URLSearchParams({ x: 'hà thị' }).toString().slice(2)}`);
    await rest(page);
    const faults = [
      ...same('steps to go back', await page.evaluate(() => history.length), steps),
      ...holds('the first result', short((await results(page))[0] ?? ''), /^guong\/ha-thi/),
      ...holds('the status', await status(page), /“hà thị”/),
    ];
    await page.keyboard.press('Enter');
    await page.keyboard.type(' mai');
    await page.waitForFunction(() => /mai$/.test(location.search));
    await rest(page);
    await page.goBack();
    await page.waitForFunction(() => !/mai$/.test(location.search));
    return [...faults, ...same('going back', await page.inputValue('input[name=q]'), 'hà thị'), ...at.noted()];
  },

  async 'ten at a time'(at) {
    const { page } = at;
    const ten = await search(at, 'q=nguoi');
    await page.locator('#xem-them button').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('#ket-qua > li').length > 10);
    const more = await results(page);
    const focus = await page.evaluate(() => [...document.querySelectorAll('#ket-qua > li')].findIndex((li) => li.contains(document.activeElement)));
    return [
      ...same('at first', ten.length, 10), ...same('the first ten stay', more.slice(0, 10), ten), ...same('nothing twice', new Set(more).size, more.length),
      ...same('the focus is on the first new one', focus, 10),
    ];
  },

  async 'what was shown stays'(at) {
    const { page } = at;
    await search(at, 'q=nguoi');
    await page.locator('#xem-them button').evaluate((button) => {
      button.click();
      button.click();
    });
    await page.waitForFunction(() => document.querySelectorAll('#ket-qua > li').length > 10);
    await rest(page);
    const twenty = await results(page);
    const faults = same('pressed twice', [twenty.length, new Set(twenty).size], [20, 20]);
    await page.locator('.skip').first().press('Enter');
    await page.waitForFunction(() => location.hash !== '');
    await rest(page);
    faults.push(...same('after the skip link', await results(page), twenty));
    return faults;
  },

  async 'where the focus goes'(at) {
    const { page } = at;
    const faults = [];
    const inside = (selector) => page.evaluate((selector) => document.activeElement.closest(selector) !== null, selector);
    for (const query of ['cam', 'nguoi', 'truong', 'nha', 'phuong']) {
      await search(at, `q=${query}`);
      for (const button of await page.locator('#bo-loc fieldset > button').all()) {
        if (!await button.isVisible()) continue;
        await button.press('Enter');
        faults.push(...same(`after “all” of ${query}`, await inside('fieldset input'), true));
      }
    }
    await page.route('**/tim-kiem/muc.js*', (route) => route.abort());
    await search(at, 'q=mai');
    await page.unroute('**/tim-kiem/muc.js*');
    await page.locator('#thu-lai button').press('Enter');
    await rest(page);
    return [...faults, ...same('after “try again”', await inside('form[role=search]'), true)];
  },

  async 'words from another site are words'(at) {
    const { page } = at;
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"\'>{0}';
    await search(at, `q=${encodeURIComponent(evil)}&loai=${encodeURIComponent('"><img src=x onerror=window.hacked=1>')}`);
    const faults = [
      ...same('what ran', await page.evaluate(() => window.hacked), undefined),
      ...same('new elements', await page.locator('main img, main script').count(), 0),
      ...same('the field', await page.inputValue('input[name=q]'), evil.slice(0, 200)),
      ...holds('the status', await status(page), /<img src=x/),
    ];
    await search(at, 'q=javascript:window.hacked=1&q=x&loai=__proto__&nam=constructor');
    return [...faults, ...same('what ran', await page.evaluate(() => window.hacked), undefined), ...at.noted()];
  },

  async 'nothing found'(at) {
    const { page } = at;
    const links = await search(at, 'q=xyzzyqwk');
    const faults = [...same('results', links, []), ...holds('the status', await status(page), /^Không tìm thấy gì cho “xyzzyqwk”/)];
    await search(at, 'q=khungg+xyzzyqwk+vuon');
    const near = page.locator('#gan-giong a');
    if (await near.count() === 0) return [...faults, 'no nearest spellings'];
    await near.first().click();
    await rest(page);
    return [...faults, ...same('a nearest spelling finds something', (await results(page)).length > 0, true)];
  },

  async 'an index that does not come'(at) {
    const { page } = at;
    await page.route('**/tim-kiem/muc.js*', (route) => route.abort());
    await search(at, 'q=mai');
    const faults = [
      ...holds('the status', await status(page), /^Chưa tải được dữ liệu tìm kiếm/),
      ...same('a button to try again', await page.locator('#thu-lai button').isVisible(), true),
      ...same('ways into the site', await page.locator('main a[href*="/ten/"]').first().isVisible(), true),
    ];
    await page.unroute('**/tim-kiem/muc.js*');
    await page.locator('#thu-lai button').click();
    await page.waitForFunction(() => document.querySelector('#ket-qua > li'));
    return [...faults, ...same('the button is gone', await page.locator('#thu-lai button').isVisible(), false)];
  },

  async 'without a network'(at) {
    const { page, context } = at;
    await search(at, '');
    await context.setOffline(true);
    await page.locator('input[name=q]').fill('mai');
    await page.waitForFunction(() => document.querySelector('#thu-lai').hidden === false);
    const faults = holds('the status', await status(page), /không có mạng/);
    await context.setOffline(false);
    await page.locator('#thu-lai button').click();
    await page.waitForFunction(() => document.querySelector('#ket-qua > li'));
    return faults;
  },

  async 'a slow index, and a quick one'(at) {
    const { page } = at;
    const waits = () => page.locator('#tim-thay.waiting').count();
    // The clock stands still, so that it does not matter how quick this machine is.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await search(at, 'q=mai');
    await page.clock.runFor(5_000);
    const faults = [...same('after a search', await waits(), 0), ...holds('the status', await status(page), /kết quả/)];
    let go;
    const held = new Promise((resolve) => { go = resolve; });
    await page.route('**/tim-kiem/muc.js*', async (route) => {
      await held;
      await route.continue();
    });
    await at.open('tim-kiem/?q=mai', { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('#tim-thay:not([hidden])'));
    faults.push(...same('busy', await page.locator('#ket-qua').getAttribute('aria-busy'), 'true'));
    await page.clock.runFor(190);
    faults.push(...same('a sign after 190 ms', await waits(), 0), ...same('the status', await status(page), ''));
    await page.clock.runFor(20);
    faults.push(...same('a sign after 210 ms', await waits(), 1), ...holds('the status', await status(page), /^Đang tìm…$/));
    go();
    await rest(page);
    return [...faults, ...same('a sign at the end', await waits(), 0), ...holds('the status', await status(page), /kết quả/)];
  },

  async 'names below the field'(at) {
    const { page } = at;
    await at.open(story);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const field = page.locator('form[role=search] input[name=q]');
    await field.focus();
    await field.pressSequentially('ha thi', { delay: 15 });
    const options = page.locator('#goi-y [role=option]');
    await page.locator('#goi-y [role=option]', { hasText: '“ha thi”' }).waitFor(); // not what came for the first letters
    const faults = [
      ...same('names are seen', await options.first().locator('span').first().evaluate((name) => name.getBoundingClientRect().width > 20), true),
      ...same('the field is a combobox', [await field.getAttribute('role'), await field.getAttribute('aria-expanded'), await field.getAttribute('aria-controls')], ['combobox', 'true', 'goi-y']),
      ...holds('an option', (await options.first().textContent()).trim(), /^(\S+ )?H[àạ] Thị/),
      ...same('what is marked', /^h[aà-ạ]* th[iị]$/i.test((await options.first().locator('mark').first().textContent()).normalize()), true),
      ...holds('the last option', await options.last().textContent(), /^Tìm “ha thi” trong tất cả bài/),
      ...holds('the status', await page.locator('form [role=status]').textContent(), /^\d gợi ý/),
      ...same('files beyond names and cards', asked.filter((url) => /tim-kiem\/(cot|c\d)/.test(url)), []),
    ];
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    faults.push(...same('the active option', active === null ? null : await page.locator(`#${active}`).getAttribute('aria-selected'), 'true'));
    await page.keyboard.press('ArrowUp');
    faults.push(...same('back in the field', await field.getAttribute('aria-activedescendant'), null));
    await page.keyboard.press('ArrowUp');
    faults.push(...holds('up leads to the last', await page.locator('[aria-selected=true]').textContent(), /tất cả bài/));
    faults.push(...await accessible(page));
    await page.keyboard.press('Escape');
    faults.push(...same('Escape closes', [await options.count(), await field.inputValue(), await field.getAttribute('aria-expanded')], [0, 'ha thi', 'false']));
    await page.keyboard.press('ArrowDown');
    await options.first().waitFor();
    await page.keyboard.press('Tab');
    faults.push(...same('Tab leaves', [await options.count(), await page.evaluate(() => document.activeElement.name)], [0, '']));
    await field.focus();
    await page.keyboard.press('ArrowDown');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/guong\/ha-thi-/);
    return [...faults, ...holds('Enter leads to', await page.locator('h1').textContent(), /H[àạ] Thị/), ...at.noted()];
  },

  async 'from the header to the search page'(at) {
    const { page } = at;
    await at.open(story);
    await page.locator('form[role=search] input[name=q]').fill('ha thi mai');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\/(index\.html)?\?q=ha\+thi\+mai$/);
    await rest(page);
    return [...holds('the first result', short((await results(page))[0] ?? ''), /^guong\/h[aạ]-thi-mai/), ...at.noted()];
  },

  async 'a result is opened with the keyboard'(at) {
    const { page } = at;
    await search(at, 'q=ha+thi+mai');
    const [link] = await results(page);
    await page.locator('main input[name=q]').focus();
    for (let i = 0; i < 60 && await page.evaluate(() => !document.activeElement.closest('#ket-qua')); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href === link);
    return [...same('what is shown', (await page.locator('h1').textContent()).includes('Thị Mai'), true), ...at.noted()];
  },

  async 'to everybody'(at) {
    const { page } = at;
    const faults = [];
    await search(at, 'q=thi&loai=ca-nhan');
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      faults.push(...await accessible(page));
    }
    const label = await page.locator('#bo-loc label:has(input[value=ca-nhan])').textContent();
    return [...faults, ...holds('the label of a box', label.replace(/\s+/g, ' ').trim(), /^Cá nhân \d+$/), ...same('level', await page.evaluate(() => [...document.querySelectorAll('main :is(h1, h2, h3)')].slice(0, 3).map((h) => h.tagName)), ['H1', 'H2', 'H3'])];
  },
};

// What each check must notice: changes of the site, see visit.
const broken = {
  'results as cards': [
    [['tim-kiem/', 'data-show="name"', 'data-x']], [['results.', 'item.dataset.field =', 'item.dataset.f =']], [['results.', 'write(status, text)', 'document.x = text']],
    [['results.', '/^[ns]/.test', '/^x/.test']], [['results.', 'document.title =', 'document.x =']],
  ],
  'ways of writing': [[['search.', 'plain.includes(letter) ?', '0 ?']], [['search.', '.toLowerCase()', '']], [['near.', 'slips(query, name)', '[]']], [['search.', '16777619', '16777617']]],
  'filters, counts, chips and the address': [
    [['results.', '"pushState"', '"replaceState"']], [['results.', 'value[2]++', 'value[2] += 2']], [['results.', 'on(window, "popstate"', 'on(window, "x"']],
    [['results.', 'getAll(box.name)', 'getAll("x")']], [['results.', '|| input).focus()', '|| input)']], [['tim-kiem/', 'data-off=', 'data-x=']],
  ],
  'several values of one filter, and visits': [[['results.', '"upv".includes', '"up".includes']], [['results.', 'write(status, text)', 'document.x = text']]],
  typing: [[['results.', 'on(input, "input"', 'on(input, "x"']], [['results.', 'note(settled && last.at)', 'note(1)']], [['results.', 'settled = 1;\n    work(run);', 'work(run);']]],
  'ten at a time': [[['results.', 'batch = 10', 'batch = 9']], [['results.', '.querySelector("a").focus()', '']], [['results.', 'slice(shown,', 'slice(0,']]],
  'what was shown stays': [[['results.', 'if (stale()) return;\n    if (!shown)', 'if (!shown)']], [['results.', 'here != location.search', '1']]],
  'where the focus goes': [[['results.', 'labels.find((one) => !one.hidden)', 'labels[0]']], [['results.', 'input.focus();\n    work(run);', 'work(run);']]],
  'words from another site are words': [
    [['results.', 'write(status, text)', 'status.innerHTML = text']], [['results.', 'input.value = asked()', 'input.x = asked()']],
  ],
  'nothing found': [[['results.', 'fill(!query ?', 'fill(1 ?']], [['results.', 'like.append(item)', '0']]],
  'an index that does not come': [[['results.', 'retry.hidden = false', 'retry.hidden']], [['results.', 'made = anew()', 'made = 0']], [['results.', ': say.offline', ': ""'], ['results.', '? say.error', '? ""']]],
  'without a network': [[['results.', 'navigator.onLine ?', 'true ?']]],
  'a slow index, and a quick one': [[['results.', '}, 200);', '}, 0);']], [['results.', '}, 200);', '}, 2e3);']], [['results.', 'page.classList.remove("waiting")', '0']], [['results.', 'clearTimeout(slow)', '0']]],
  'names below the field': [
    [['suggest.', '["aria-expanded", "false"]]', '["x", "false"]]'], ['suggest.', 'input.setAttribute("aria-expanded", "true")', '0']], [['suggest.', '"aria-selected", i == at', '"aria-selected", false']],
    [['suggest.', 'event.key == "Escape"', 'event.key == "x"']], [['suggest.', 'input.addEventListener("blur", close)', '0']], [['suggest.', '% of - 1', '% of']],
    [['suggest.', 'mark(text, name, words);', 'mark(text, name, words); text.style.position = "absolute"; text.style.width = "1px";']],
    [['suggest.', 'status.textContent = failed', 'status.x = failed']], [['suggest.', 'go(list.children[at]);', '']], [['script.', 'script.async = false', '0'], ['search.', '"use strict";', '"use strict"; throw 1;']],
  ],
  'from the header to the search page': [[[story, '../../tim-kiem/', '../../tim/']]],
  'a result is opened with the keyboard': [[['results.', '.href = from.href', '.title = from.href']]],
  'to everybody': [[['tim-kiem/', '<h3>', '<h5>'], ['tim-kiem/', '</h3>', '</h5>']], [['results.', 'label = copy(option), [box, name]', 'label = copy(option), [box, , name]']]],
};

for (const site of sites) {
  // What the scripts do is the same with every theme; what the templates say is not.
  const ofThemes = ['results as cards', 'filters, counts, chips and the address', 'names below the field', 'to everybody'];
  for (const [name, check] of Object.entries(checks).filter(([name]) => site === sites[0] || ofThemes.includes(name))) test(`${site.name}: ${name}`, async () => { noFaults(await visit(site, check)); });
  test(`${site.name}: on a phone`, async () => {
    noFaults(await visit(site, async (at) => {
      const links = await search(at, 'q=ha+thi+mai');
      const open = await at.page.locator('#bo-loc').evaluate((details) => details.open);
      return [...same('results', links.length > 0, true), ...same('the filters are shut', open, false), ...await accessible(at.page)];
    }, { context: phone }));
  });
}

for (const name of ['results as cards', 'filters, counts, chips and the address', 'names below the field', 'from the header to the search page', 'a result is opened with the keyboard']) {
  // Chromium refuses the manifest and preloaded fonts to pages from a folder, and styles to axe; that is no fault of the search.
  const own = (fault) => !/^(request failed|console)/.test(fault);
  test(`from a folder: ${name}`, async () => { noFaults((await visit(sites[0], checks[name], { from: 'file' })).filter(own)); });
}

// Three at a time: most of what is broken on purpose is found out by waiting in vain.
test('seen to fail: the search', { concurrency: 3 }, async (t) => {
  const all = Object.entries(broken).flatMap(([name, ways]) => ways.map((spoil, i) => [name, spoil, i + 1]));
  await Promise.all(all.map(([name, spoil, n]) => t.test(`${name}, ${n}`, async () => { seenToFail(await visit(sites[0], checks[name], { spoil }), /./); })));
});

for (const site of sites) {
  test(`${site.name}: without scripts, the page leads to everything`, async () => {
    noFaults(await visit(site, async ({ page, open }) => {
      await open(story);
      await page.locator('form[role=search] input[name=q]').fill('mai');
      await page.keyboard.press('Enter');
      await page.waitForURL(/tim-kiem\/\?q=mai$/);
      const faults = holds('why', await page.locator('main').innerText(), /đang tắt JavaScript/);
      for (const way of ['ten/', 'don-vi/', 'linh-vuc/y-te/']) faults.push(...same(way, await page.locator(`main a[href$="../${way}"]`).isVisible(), true));
      return [...faults, ...same('what needs scripts', await page.locator('#tim-thay').isVisible(), false)];
    }, { context: { javaScriptEnabled: false } }));
  });
}

/** Every page has one form of the search, with a label, that leads to the search page without scripts too. */
function forms(site) {
  return readablePages(site).flatMap((page) => {
    const all = page.doc.all('form').filter((e) => e.attrs.role === 'search');
    if (all.length !== 1) return [`${page.path}: ${all.length} forms of the search`];
    const to = new URL(all[0].attrs.action ?? '', `http://site/${page.address}`).pathname;
    const fields = page.doc.all('input').filter((e) => e.attrs.name === 'q' && e.attrs.type === 'search');
    const labelled = fields.length === 1 && page.doc.all('label').some((e) => e.attrs.for === fields[0].attrs.id && textOf(e) !== '');
    const base = site.base ? new URL(site.base).pathname : '/';
    return [
      ...same(`${page.path}: the form leads to`, to.replace(base, '/'), '/tim-kiem/'),
      ...same(`${page.path}: fields`, fields.length, 1),
      ...same(`${page.path}: a label`, labelled, true),
    ];
  });
}

for (const site of sites) test(`${site.name}: every page has a form of the search`, () => noFaults(forms(site)));

test('seen to fail: a form of the search', () => {
  const page = (body) => `<!doctype html><html lang="vi"><head><title>T</title></head><body>${body}</body></html>`;
  const field = '<label for="a">Tìm</label><input id="a" type="search" name="q">';
  const site = siteOf({
    'index.html': page(`<form role="search" action="tim-kiem/">${field}</form>`),
    'a/index.html': page(`<form role="search" action="tim-kiem/">${field}</form>`),
    'b/index.html': page(''),
    'c/index.html': page('<form role="search" action="../tim-kiem/"><input type="search" name="q"></form>'),
    'd/index.html': page('<form role="search" action="../tim-kiem/"><input name="q"></form>'),
  });
  const faults = forms(site);
  seenToFail(faults, /^a\/index.html: the form leads to/, /^b\/index.html: 0 forms/, /^c\/index.html: a label/, /^d\/index.html: fields/);
  noFaults(faults.filter((fault) => fault.startsWith('index.html')));
});

test('everybody is found by name, with marks and without', async () => {
  const { find } = openEngine(sites[0].folder);
  const faults = [];
  for (const page of storyPages(sites[0])) {
    const [heading] = page.doc.all('h1');
    if (heading.attrs.lang) continue; // a translation stands behind what it was made from
    const name = textOf(heading);
    for (const query of [name, name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')]) {
      const { cards } = await find(query);
      // Two of one name are equally right.
      const at = cards.findIndex((card) => card.href.endsWith(`/${page.address}`));
      const alike = cards.slice(0, Math.max(at, 0)).every((card) => card.name.normalize('NFD').replace(/[\u0300-\u036f]/g, '') === name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
      if (at < 0 || !alike) faults.push(`${query}: ${page.address} is result ${at + 1}`);
    }
  }
  noFaults(faults);
});

test('the search is loaded when somebody is about to search, and no more than needed', async () => {
  noFaults(await visit(sites[0], async ({ page, open, root }) => {
    const asked = [];
    page.on('response', (response) => { if (/\.js$/.test(response.url())) asked.push(response.url().slice(root.length).replace(/\.[^.]+\.js$/, '.js')); });
    await open(story);
    await page.waitForLoadState('networkidle');
    const before = asked.splice(0);
    const last = page.waitForResponse(/suggest\.\w+\.js$/);
    await page.locator('form[role=search] input[name=q]').focus();
    await Promise.all([last, page.waitForFunction(() => 'GS' in window)]);
    const focused = asked.splice(0);
    await open('tim-kiem/?q=hà thị mai');
    await rest(page);
    const kinds = asked.map((name) => name.replace(/\d+-\d+/, ''));
    return [
      ...same('before', before.filter((name) => /search|suggest|tim-kiem/.test(name)), []),
      ...same('on focus', focused.filter((name) => /search|tim-kiem/.test(name)), ['tai-nguyen/search.js']),
      ...same('twice', asked.length, new Set(asked).size),
      ...same('kinds of files', [...new Set(kinds)].filter((name) => !/^(tai-nguyen\/(script|search|results)\.js|tim-kiem\/(muc|cot|[cdtk]\.?)(\.js)?)/.test(name)), []),
    ];
  }));
});
