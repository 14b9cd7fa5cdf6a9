// The sample site in Chromium: on a desktop and a phone, in light and dark, with the keyboard, without scripts, from a folder, on paper.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { accessible, desktop, noSidewaysScroll, openBrowser, openPage, phone, withWorker, worksWithoutScript } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { textOf } from './lib/html.mjs';
import { skipLinkWorks, stepFaults, tabGoesDown } from './lib/keyboard.mjs';
import { fits, noOverlap, noTextCut, thumbsHit, withText } from './lib/layout-checks.mjs';
import { prints } from './lib/print.mjs';
import { serveFolder } from './lib/server.mjs';
import { onePageOfEachKind, readSite, sitesToTest, storyPages } from './lib/site.mjs';
import { states } from './lib/states.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const headingOf = (page) => textOf(page.doc.all('h1')[0]);

/** The way that most readers go: from the home page to a field, to a story in it, and home again. */
function wayThrough(site) {
  const isField = /^(\.\/)?linh-vuc\/[^/]+\/$/;
  const isStory = /^(\.\.\/)+guong\/(?!trang\/)[^/]+\/$/;
  for (const link of site.page('').doc.all('a').map((e) => e.attrs.href ?? '').filter((href) => isField.test(href))) {
    const field = site.page(link.replace(/^\.\//, ''));
    const onward = field?.doc.all('a').map((e) => e.attrs.href ?? '').find((href) => isStory.test(href));
    if (onward) return { field, story: site.page(onward.replace(/^(\.\.\/)+/, '')) };
  }
  throw new Error('no link on the home page leads to a field that has a profile');
}

/** Walks the way by clicks. `place` turns an address of the site into what the browser shows. */
async function walk(page, site, place) {
  const way = wayThrough(site);
  const faults = [];
  const arrive = async (address, heading) => {
    await page.waitForURL(place(address), { timeout: 5_000 }).catch(() => faults.push(`the click leads to ${page.url()}, not ${place(address)}`));
    const shown = (await page.locator('h1').first().textContent()).replace(/\s+/g, ' ').trim();
    if (shown !== heading) faults.push(`${address}: the h1 is “${shown}”, not “${heading}”`);
    const styled = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const fonts = [document, frame.contentDocument].map((shownIn) => getComputedStyle(shownIn.body).fontFamily);
      frame.remove();
      return fonts[0] !== fonts[1];
    });
    if (!styled) faults.push(`${address}: the styles are not there`);
  };
  // By where the link leads: in a folder, a script of the site may have put index.html to the addresses.
  const follow = async (address, where = 'main') => {
    const anchors = page.locator(`${where} a[href]`);
    const index = await anchors.evaluateAll((links, want) => links.findIndex((a) => a.href.replace(/index\.html$/, '') === want && a.checkVisibility()), place(address).replace(/index\.html$/, ''));
    if (index < 0) throw new Error(`${page.url()}: no link to ${address}`);
    await anchors.nth(index).click({ timeout: 10_000 });
  };
  try {
    await page.goto(place(''));
    await arrive('', headingOf(site.page('')));
    await follow(way.field.address);
    await arrive(way.field.address, headingOf(way.field));
    await follow(way.story.address);
    await arrive(way.story.address, headingOf(way.story));
    await follow('', 'body');
    await arrive('', headingOf(site.page('')));
  } catch (error) {
    faults.push(error.message);
  }
  return faults;
}

/** Puts before each fault where it was met. */
const at = (where, faults) => faults.map((fault) => `${where}: ${fault}`);

/** Opens a page, in the state that is to be looked at. */
async function show(page, { address, reach }) {
  await page.goto(address);
  await reach?.(page);
}

async function onDesktop({ page, noted }, view) {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about:blank'); // so that the first Tab starts at the top
  await show(page, view);
  const faults = at('desktop, light', await accessible(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...at('desktop, dark', await accessible(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  faults.push(...at('paper', await prints(page)));
  // Last, since the keyboard changes what is shown. Over slides that fill the window lies no header that one would skip.
  const skips = await page.locator('.showing').count() === 0;
  if (view.reach) {
    await page.goto('about:blank');
    await page.goto(view.address);
  }
  if (skips) faults.push(...at('keyboard', await skipLinkWorks(page)));
  if (!view.reach) faults.push(...at('keyboard', await tabGoesDown(page)));
  return [...faults, ...at('desktop', noted())];
}

async function onPhone({ page, noted }, view) {
  await page.emulateMedia({ colorScheme: 'light' });
  await show(page, view);
  const faults = at('phone, light', [...await accessible(page), ...await thumbsHit(page)]);
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...at('phone, dark', await accessible(page)));
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    faults.push(...at('phone', width === 320 ? await fits(page) : await withText(page, 200, fits)));
  }
  await page.setViewportSize(phone.viewport);
  return [...faults, ...at('phone', noted())];
}

async function withoutScripts({ page, noted }, { address }) {
  await page.goto(address);
  return at('no scripts', [...await worksWithoutScript(page), ...noted()]);
}

for (const site of sitesToTest()) {
  test(`${site.name}: in the browser`, async (t) => {
    const server = await serveFolder(site.folder);
    const contexts = { desktop: await browser.newContext({ ...desktop, ...withWorker }), phone: await browser.newContext({ ...phone, ...withWorker }) };
    const open = { desktop: await openPage(contexts.desktop, server.root), phone: await openPage(contexts.phone, server.root) };
    const silent = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const still = await openPage(silent, server.root);
    try {
      for (const { kind, page: { address } } of onePageOfEachKind(site).pages) {
        await t.test(`${kind} (/${address})`, async () => {
          const view = { address: server.root + address };
          const found = await Promise.all([onDesktop(open.desktop, view), onPhone(open.phone, view), withoutScripts(still, view)]);
          noFaults(found.flat());
        });
      }
      for (const { kind, address, reach } of states) {
        await t.test(`${kind} (/${address})`, async () => {
          const view = { address: server.root + address, reach };
          noFaults((await Promise.all([onDesktop(open.desktop, view), onPhone(open.phone, view)])).flat());
        });
      }

      await t.test('without scripts, clicks lead from the home page to a story', async () => {
        noFaults([...await walk(still.page, site, (address) => server.root + address), ...still.noted()]);
      });

      await t.test('an unknown address', async () => {
        const { page, noted } = open.desktop;
        const response = await page.goto(`${server.root}khong/co/trang/nay`);
        const heading = headingOf(site.page('404.html'));
        const shown = await page.locator('h1').first().textContent();
        // The status of the page itself is right; Chromium reports it on the console too.
        const own = (fault) => fault.startsWith(`status 404: ${response.url()}`) || /^console error: Failed to load resource: .*404/.test(fault);
        const rest = noted().filter((fault) => !own(fault) || !(response.status() === 404));
        noFaults([...rest, ...(shown.replace(/\s+/g, ' ').trim() === heading ? [] : [`the h1 is “${shown}”, not “${heading}”`])]);
      });

      await t.test('a redirect leads on', async () => {
        const { page, noted } = open.desktop;
        const redirect = site.pages.find((p) => p.redirect !== undefined);
        if (!redirect) noFaults(['the sample site has no redirect']);
        const target = new URL(redirect.redirect.match(/url=(.*)$/i)[1], server.root + redirect.address).href;
        await page.goto(server.root + redirect.address, { waitUntil: 'commit' });
        await page.waitForURL(target, { timeout: 10_000 });
        // A redirect has no sign of its own, so the browser may ask for the one that browsers ask for.
        noFaults(noted().filter((fault) => !/\/favicon\.ico\b/.test(fault)));
      });
    } finally {
      await Promise.all([contexts.desktop.close(), contexts.phone.close(), silent.close()]);
      await server.close();
    }
  });

  test(`${site.name}: under another path`, async () => {
    const server = await serveFolder(site.folder, '/a/b/');
    const context = await browser.newContext({ ...desktop, ...withWorker });
    try {
      const { page, noted } = await openPage(context, server.root);
      noFaults([...await walk(page, site, (address) => server.root + address), ...noted()]);
    } finally {
      await context.close();
      await server.close();
    }
  });

  test(`${site.name}: from a folder, as from a stick`, async () => {
    const root = `${pathToFileURL(site.folder)}/`;
    const context = await browser.newContext(desktop);
    try {
      const { page, noted } = await openPage(context, root);
      const faults = await walk(page, site, (address) => `${root}${address}index.html`);
      const missing = noted().filter((fault) => fault.startsWith('request'));
      const gone = missing.filter((fault) => /^request failed: file:/.test(fault) && existsSync(fileURLToPath(fault.split(' ')[2].replace(/:$/, '').replace(/[?#].*$/, ''))));
      // Chromium refuses some files to pages from a folder (the manifest, preloaded fonts); what is there is not missing.
      noFaults([...faults, ...missing.filter((fault) => !gone.includes(fault))]);
    } finally {
      await context.close();
    }
  });

  test(`${site.name}: the heaviest story prints`, async () => {
    const story = storyPages(site).reduce((a, b) => (a.html.length > b.html.length ? a : b));
    const context = await browser.newContext(desktop);
    try {
      const { page } = await openPage(context, '');
      await page.goto(pathToFileURL(join(site.folder, story.path)).href);
      noFaults(await prints(page));
    } finally {
      await context.close();
    }
  });
}

test('seen to fail: in the browser', async (t) => {
  const context = await browser.newContext(desktop);
  const { page, noted } = await openPage(context, 'http://site.invalid/');
  await page.route('**/*', (route) => (route.request().url() === 'http://site.invalid/' ? route.fulfill({ contentType: 'text/html', body: shown }) : route.abort()));
  let shown = '';
  const show = async (body) => {
    shown = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>T</title><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`;
    await page.goto('about:blank');
    await page.goto('http://site.invalid/');
  };
  const cases = {
    accessible: async () => {
      await show('<main><h1>A</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="><p style="color:#bbb;background:#fff">mờ</p></main><p>ngoài</p>');
      seenToFail(await accessible(page), /axe image-alt/, /axe color-contrast/, /axe region/);
    },
    'dark only': async () => {
      await show('<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){p{color:#333;background:#111}}</style><main><h1>A</h1><p>tối</p></main>');
      await page.emulateMedia({ colorScheme: 'light' });
      noFaults(await accessible(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      seenToFail(await accessible(page), /axe color-contrast/);
      await page.emulateMedia({ colorScheme: null });
    },
    'contrast below something': async () => {
      await show('<main><h1>A</h1><article style="position:relative"><h2><a href="/" style="position:absolute;inset:0" aria-label="B"></a></h2><p style="color:#468b18">mờ</p><p>rõ</p></article></main>');
      const faults = await accessible(page);
      seenToFail(faults, /^contrast 4\.23, 4\.5 is needed: rgb\(70,139,24\) on rgb\(255,255,255\), p/);
      noFaults(faults.slice(1));
    },
    'what does not fit': async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await show('<div class="rong" style="width:600px">x</div>');
      seenToFail(await noSidewaysScroll(page), /at 320 px the page is 6\d\d px wide: .*rong/);
      await show('<main><p class="cat" style="overflow:hidden;width:4em;white-space:nowrap">một dòng chữ dài</p><p style="overflow:clip;height:1em">hai<br>ba<br>bốn</p><p style="overflow:hidden">vừa vặn</p></main>');
      const cut = await noTextCut(page);
      seenToFail(cut, /cut off in <p class="cat">: một dòng/, /cut off in <p class="">: ba/);
      noFaults(cut.filter((fault) => /vừa vặn/.test(fault)));
      await show('<header><a href="/" style="position:absolute;width:9em">Trang chủ</a><p style="margin:0">Cơ quan <b>chủ quản</b></p></header>');
      seenToFail(await noOverlap(page), /in the header, <a> Trang chủ and <p> Cơ quan chủ quản lie over one another by \d+×\d+ px/);
      seenToFail(await fits(page), /lie over one another/);
      await show('<main><h1 style="white-space:nowrap">Chữ lớn vừa</h1></main>');
      noFaults(await fits(page));
      seenToFail(await withText(page, 400, fits), /^text at 400 %: at 320 px the page is/);
      await page.setViewportSize(desktop.viewport);
    },
    'what a thumb misses': async () => {
      await show('<main><button style="width:40px;height:60px">nhỏ</button><button style="width:44px;height:44px">vừa</button><label style="display:inline-block;padding:20px">nhãn lớn <input type="checkbox"></label><select><option>x</select></main>');
      const faults = await thumbsHit(page);
      seenToFail(faults, /^40×60 px .*<button class=""> nhỏ/, /<select class="">/);
      noFaults(faults.filter((fault) => /vừa|input/.test(fault)));
    },
    'no skip link': async () => {
      await show('<a href="#x">x</a><main id="m"></main>');
      seenToFail(await skipLinkWorks(page), /does not reach the skip link/);
    },
    'a skip link that is not seen': async () => {
      await show('<a href="#m" style="position:absolute;left:-999px">x</a><a href="/">y</a><main id="m" tabindex="-1"></main>');
      seenToFail(await skipLinkWorks(page), /is not seen/);
    },
    'a skip link that does not move the focus': async () => {
      await show('<a href="#m">x</a><a href="/">y</a><main id="m">z</main><script>document.querySelector("a").addEventListener("click", (e) => e.preventDefault())</script>');
      seenToFail(await skipLinkWorks(page), /does not move the focus/);
    },
    'Tab goes up': async () => {
      await show('<a href="/1" style="position:absolute;top:300px">một</a><a href="/2" style="position:absolute;top:100px">hai</a>');
      seenToFail(await tabGoesDown(page), /goes up from <a> một to <a> hai/);
    },
    'no sign of focus': async () => {
      await show(`<style>a:focus{outline:none}.it:focus{outline:1px solid #000}.nhat:focus{outline:3px solid #ddd}.ro:focus,.the:focus::after{outline:3px solid #036}.the::after{content:""}.trong:focus{outline:3px solid #036;outline-offset:-5px;background:#024}</style>
        <p><a href="/1">một</a> <a href="/2" style="display:inline-block;width:0;height:0;overflow:hidden">hai</a> <a href="/3" class="it">ba</a> <a href="/4" class="nhat">bốn</a> <a href="/5" class="ro">năm</a> <a href="/6" class="the">sáu</a> <a href="/7" class="trong">bảy</a></p>`);
      const faults = await tabGoesDown(page);
      seenToFail(faults, /nothing shows the focus on <a> một: its outline is none/, /reaches what is not seen: <a> hai/, /focus on <a> ba: its outline is 1px/, /outline of <a> bốn has a contrast of 1\.\d+, 3 is needed/, /outline of <a> bảy has a contrast/);
      noFaults(faults.filter((fault) => /năm|sáu/.test(fault)));
    },
    'a trap': async () => {
      await show('<style>:focus{outline:3px solid #000}</style><a href="/1">một</a><p><a href="/2" id="bay">hai</a></p><p><a href="/3">ba</a></p><script>document.getElementById("bay").addEventListener("keydown", (e) => { e.preventDefault(); document.querySelector("a").focus(); })</script>');
      seenToFail(await tabGoesDown(page), /^Tab never reaches <a> ba/);
    },
    'the focus below something': async () => {
      await show('<style>:focus{outline:3px solid #000}body{margin:0}</style><p style="position:fixed;bottom:0;left:0;right:0;height:100px;margin:0;background:#fff">Thanh dưới</p><div style="height:3000px"></div><a href="/1">cuối trang</a>');
      seenToFail(await tabGoesDown(page), /<a> cuối trang has the focus below <p> Thanh dưới/);
    },
    'Tab in columns and rows': () => {
      const box = (left, top) => ({ what: `${left},${top}`, left, top, right: left + 10, bottom: top + 10 });
      seenToFail(stepFaults(box(50, 0), box(0, 0)), /goes back/);
      noFaults([...stepFaults(box(0, 90), box(20, 0)), ...stepFaults(box(50, 0), box(0, 20)), ...stepFaults(box(0, 0), box(50, 0))]);
    },
    'scripts needed': async () => {
      await show('<main><button>Cỡ chữ</button><form action="/"><button>Tìm</button></form></main>');
      seenToFail(await worksWithoutScript(page), /no h1/, /nothing to read/, /does nothing: <button>Cỡ chữ/);
    },
    prints: async () => {
      await show(`<nav aria-label="Trình đơn"><a href="/">x</a></nav><main><h1>Tựa</h1><p>Đoạn có thật</p><p class="an">Đoạn bị ẩn mất</p><p>Nguồn: <a href="https://nguon.example/bai">Báo</a></p><button>Bấm</button>
        <div style="break-before:page;height:1px"></div><div style="break-before:page">cuối</div></main><style>@media print{.an{display:none}}@page{size:A5}</style>`);
      seenToFail(await prints(page), /^navigation on paper: <nav>/, /^navigation on paper: <button>/, /^not on paper: Đoạn bị ẩn mất/, /no address on paper behind the source nguon\.example\/bai/, /^sheet 2 of 3 is empty/, /the paper is .*A5|the paper is 4/);
      await show('<style>@page{size:A4}@media print{nav,button{display:none}a[href^=http]::after{content:" (" attr(href) ")"}}</style><nav>x</nav><main><h1>Tựa</h1><p>Đoạn có <i>thật</i></p><p>Nguồn: <a href="https://nguon.example/bai">Báo</a></p><button>Bấm</button></main>');
      noFaults(await prints(page));
    },
    'console and requests': async () => {
      noted();
      await show('<script>console.warn("ồn"); setTimeout(() => { throw new Error("hỏng"); })</script><img src="https://elsewhere.example/x.png" alt="">');
      await page.waitForTimeout(200);
      seenToFail(noted(), /console warning: ồn/, /script error: hỏng/, /off the site: https:\/\/elsewhere/, /request failed/);
    },
  };
  try {
    for (const [name, run] of Object.entries(cases)) await t.test(name, run);
  } finally {
    await context.close();
  }
});

test('seen to fail: a way that breaks off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'way-'));
  const write = (path, body) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>T</title></head><body><main>${body}</main></body></html>`);
  };
  writeFileSync(join(folder, 's.css'), 'body { font-family: sans-serif }');
  write('index.html', '<h1>Nhà</h1><link rel="stylesheet" href="s.css" crossorigin><a href="linh-vuc/y-te/">y</a>');
  write('linh-vuc/y-te/index.html', '<h1>Y tế</h1><link rel="stylesheet" href="../khong-co.css"><a href="../../guong/x/">x</a>');
  write('guong/x/index.html', '<h1>X</h1><script>document.querySelector("h1").textContent = "Y"</script>');
  const site = readSite('fixture', folder);
  const server = await serveFolder(folder);
  const context = await browser.newContext(desktop);
  try {
    const { page, noted } = await openPage(context, server.root);
    seenToFail(await walk(page, site, (address) => server.root + address), /the h1 is “Y”, not “X”/, /x\/: no link to $/);
    seenToFail(noted(), /status 404: .*khong-co\.css/);
    const root = `${pathToFileURL(folder)}/`;
    seenToFail(await walk(page, site, (address) => `${root}${address}index.html`), /^: the styles are not there/, /the click leads to file:.*y-te\/, not .*index\.html/);
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
