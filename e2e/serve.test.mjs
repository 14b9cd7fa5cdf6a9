// The preview in Chromium: open pages follow what is saved, in their scroll place; what is wrong stands over them; nobody else can ask for anything.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, desktop, noSidewaysScroll, openBrowser, openPage, phone } from './lib/browser.mjs';
import { noFaults } from './lib/faults.mjs';
import { copySite, program, startPreview } from './lib/preview.mjs';

let browser;
let site;
let preview;
let context;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** A test with a site and a preview of its own. */
function previewTest(name, run) {
  test(name, { timeout: 120_000 }, async (t) => {
    site = copySite();
    write('content/guong/mau.md', story());
    preview = await startPreview(site.folder);
    context = await browser.newContext(desktop);
    context.setDefaultTimeout(15_000);
    try {
      await run(t);
    } finally {
      await context.close();
      await preview.kill();
      site.remove();
    }
  });
}

const path = (name) => join(site.folder, name);

function write(name, text) {
  mkdirSync(join(path(name), '..'), { recursive: true });
  writeFileSync(path(name), text);
}

/** Saves as most editors do: another file, which then takes the place of the first. */
function save(name, text) {
  writeFileSync(path(`${name}.tmp`), text);
  renameSync(path(`${name}.tmp`), path(name));
}

/** An invented person with a long story. `first` is its first paragraph. */
function story({ first = 'Đoạn đầu.', keys = '', field = 'y-te', name = 'Phạm Thị Mẫu' } = {}) {
  const paragraphs = Array.from({ length: 80 }, (_, i) => `Đoạn thứ ${i}: một câu chuyện được bịa ra để thử, dài vừa đủ để phải cuộn trang khi đọc.`);
  return `---\ntên: ${name}\nloại: cá nhân\nlĩnh vực: ${field}\nnăm: 2023\nđơn vị: Đơn vị Mẫu\ntóm tắt: Một người không có thật.\n${keys}---\n${first}\n\n${paragraphs.join('\n\n')}\n`;
}

/** Waits for an address that is not there yet; without a page, which would be loaded again by itself as soon as it is. */
async function comes(address) {
  while (!(await fetch(preview.url + address)).ok) await new Promise((resolve) => { setTimeout(resolve, 50); });
}

const overlay = (page) => page.getByRole('region', { name: 'Những chỗ cần sửa' });
const sees = (page, text) => page.getByText(text, { exact: true }).first().waitFor();

/** Marks a page, so that one can tell whether it was loaded again. */
const mark = (page) => page.evaluate(() => { window.marked = true; });
const isMarked = (page) => page.evaluate(() => window.marked === true);

/** Where a paragraph stands in the window. */
const top = (page, text) => page.getByText(text).first().evaluate((e) => Math.round(e.getBoundingClientRect().top));

previewTest('a saved story shows at once, in its scroll place, and other pages stay as they are', async () => {
  const { page, noted } = await openPage(context, preview.url);
  const other = await openPage(context, preview.url);
  await page.goto(`${preview.url}guong/mau/`);
  await other.page.goto(`${preview.url}thong-ke/`);
  await mark(other.page);
  await page.evaluate(() => scrollTo({ top: document.querySelector('.prose').offsetTop + 1500, behavior: 'instant' }));
  const text = 'Đoạn thứ 30:';
  await page.getByText(text).evaluate((e) => scrollBy({ top: e.getBoundingClientRect().top - 100, behavior: 'instant' }));
  const place = await top(page, text);
  for (const [how, change] of [['in place', write], ['by rename', save]]) {
    change('content/guong/mau.md', story({ first: `Lưu ${how}. ${'Một đoạn đầu dài hơn nhiều. '.repeat(60)}` }));
    await page.getByText(`Lưu ${how}.`).waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    assert.ok(Math.abs(await top(page, text) - place) <= 2, `${how}: the paragraph stands at ${await top(page, text)}, not ${place}`);
  }
  // The very paragraph that is read.
  write('content/guong/mau.md', story().replace(/Đoạn thứ 30: .*/, 'Đoạn đã viết lại.'));
  await page.getByText('Đoạn đã viết lại.').waitFor({ state: 'attached' });
  assert.ok(Math.abs(await top(page, 'Đoạn đã viết lại.') - place) <= 2);
  assert.ok(await isMarked(other.page), 'a page that has not changed was loaded again');
  await page.waitForFunction(() => history.scrollRestoration === 'auto');
  noFaults([...noted(), ...other.noted()]);
});

previewTest('what is wrong stands over the page, and goes when it is mended', async (t) => {
  const { page, noted } = await openPage(context, preview.url);
  await page.goto(`${preview.url}guong/mau/`);
  await page.getByRole('link').first().focus();
  const focus = await page.evaluate(() => document.activeElement.outerHTML);
  write('content/guong/mau.md', story({ field: 'khong-co', first: 'Bản có lỗi.' }));
  await overlay(page).waitFor();

  await t.test('it tells what, where and how', async () => {
    const text = await overlay(page).innerText();
    for (const part of ['1 lỗi', 'content/guong/mau.md:4:', 'lỗi GS104', 'khong-co', 'bản gần nhất không có lỗi']) assert.ok(text.includes(part), `"${part}" is not in: ${text}`);
    assert.equal(await overlay(page).getByRole('link', { name: /^Sửa content/ }).getAttribute('href'), '/_soan/?tep=content%2Fguong%2Fmau.md&dong=4');
    assert.equal(await page.getByText('Bản có lỗi.').count(), 0);
    await page.getByRole('status').filter({ hasText: '1 lỗi' }).waitFor({ state: 'attached' });
  });
  await t.test('it takes nothing away', async () => {
    assert.equal(await page.evaluate(() => document.activeElement.outerHTML), focus);
    await page.keyboard.press('Escape');
    assert.equal(await overlay(page).getByRole('link').count(), 0);
    await overlay(page).getByRole('button', { name: 'Xem', expanded: false }).click();
    assert.equal(await overlay(page).getByRole('link').count(), 1);
    await overlay(page).getByRole('button', { name: 'Thu gọn', expanded: true }).press('Enter');
    await page.reload();
    await overlay(page).getByRole('button', { name: 'Xem' }).click();
  });
  await t.test('it is for everybody', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      noFaults(await accessible(page));
    }
    await page.emulateMedia({ colorScheme: null, media: 'print' });
    assert.equal(await overlay(page).count(), 0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 320, height: 640 });
    noFaults(await noSidewaysScroll(page));
    const box = await overlay(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 320 && box.height <= 330, JSON.stringify(box));
    await page.setViewportSize(desktop.viewport);
  });
  await t.test('it goes', async () => {
    write('content/guong/mau.md', story({ first: 'Bản đã sửa.' }));
    await sees(page, 'Bản đã sửa.');
    await overlay(page).waitFor({ state: 'hidden' });
    await page.getByRole('status').filter({ hasText: 'Không còn lỗi nào.' }).waitFor({ state: 'attached' });
  });
  await t.test('warnings are no reason to cover a page', async () => {
    write('content/guong/mau.md', story({ first: 'Một <b>chữ</b> HTML.' }));
    await overlay(page).getByRole('button', { name: 'Xem' }).waitFor();
    assert.match(await overlay(page).innerText(), /^1 cảnh báo\s+Xem$/);
  });
  noFaults(noted());
});

previewTest('an author\'s words are words in the overlay', async () => {
  const { page } = await openPage(context, preview.url);
  await page.goto(preview.url);
  write('content/guong/mau.md', story({ field: '"<img src=x onerror=alert(1)>"' }));
  await overlay(page).getByText('<img src=x onerror=alert(1)>').waitFor();
  assert.equal(await overlay(page).locator('img').count(), 0);
});

previewTest('the way to the form', async () => {
  const { page } = await openPage(context, preview.url);
  await page.goto(`${preview.url}guong/mau/`);
  assert.equal(await page.getByRole('link', { name: 'Sửa bài này' }).getAttribute('href'), '/_soan/?tep=content%2Fguong%2Fmau.md');
  await page.goto(`${preview.url}guong/`);
  assert.equal(await page.getByRole('link', { name: 'Soạn bài' }).getAttribute('href'), '/_soan/');
  const small = await browser.newContext(phone);
  const on = await openPage(small, preview.url);
  await on.page.goto(`${preview.url}guong/mau/`);
  const box = await on.page.getByRole('link', { name: 'Sửa bài này' }).boundingBox();
  assert.ok(box.height >= 44, `${box.height} px are too low for a finger`);
  noFaults([...await noSidewaysScroll(on.page), ...on.noted()]);
  await small.close();
});

previewTest('a story that gets another address, and one that goes', async () => {
  const { page } = await openPage(context, preview.url);
  await page.goto(`${preview.url}guong/mau/`);
  renameSync(path('content/guong/mau.md'), path('content/guong/mau-moi.md'));
  write('content/guong/mau-moi.md', story({ keys: 'bí danh: [/guong/mau/]\n' }));
  await page.waitForURL(`${preview.url}guong/mau-moi/`);
  rmSync(path('content/guong/mau-moi.md'));
  const lost = /Không tìm thấy/i;
  await page.getByRole('heading', { level: 1, name: lost }).waitFor();
  write('content/guong/mau-moi.md', story({ first: 'Đã trở lại.' }));
  await sees(page, 'Đã trở lại.');
  // Programs that remove a file before they write it anew do not show the page of unknown addresses meanwhile.
  await page.evaluate(() => { window.marked = true; });
  rmSync(path('content/guong/mau-moi.md'));
  await new Promise((resolve) => { setTimeout(resolve, 250); });
  assert.ok(await isMarked(page));
  write('content/guong/mau-moi.md', story({ first: 'Lại trở lại.' }));
  await sees(page, 'Lại trở lại.');
});

previewTest('folders that are renamed, and content that is away for a while', async () => {
  const { page } = await openPage(context, preview.url);
  write('content/guong/thu/mot/hai.md', story({ name: 'Trần Thị Mẫu' }));
  await comes('guong/hai/');
  await page.goto(`${preview.url}guong/hai/`);
  renameSync(path('content/guong/thu'), path('content/guong/thu-moi'));
  write('content/guong/thu-moi/mot/hai.md', story({ name: 'Trần Thị Mẫu', first: 'Trong thư mục đã đổi tên.' }));
  await sees(page, 'Trong thư mục đã đổi tên.');
  renameSync(path('content'), path('noi-dung'));
  await overlay(page).getByText('Chưa đọc lại được trang').waitFor();
  renameSync(path('noi-dung'), path('content'));
  await overlay(page).waitFor({ state: 'hidden' });
  write('content/guong/thu-moi/mot/hai.md', story({ name: 'Trần Thị Mẫu', first: 'Sau khi trở lại.' }));
  await sees(page, 'Sau khi trở lại.');
});

previewTest('another picture under the same name', async () => {
  const drawing = (colour) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`;
  write('content/guong/tranh/index.md', story({ name: 'Lê Thị Mẫu', first: '![Một hình vẽ](hinh.svg)' }));
  write('content/guong/tranh/hinh.svg', drawing('red'));
  const { page } = await openPage(context, preview.url);
  await comes('guong/tranh/');
  await page.goto(`${preview.url}guong/tranh/`);
  await mark(page);
  write('content/guong/tranh/hinh.svg', drawing('blue'));
  await page.waitForFunction(() => window.marked !== true, undefined);
  const shown = await page.evaluate(async () => (await fetch(document.querySelector('.prose img').src, { cache: 'default' })).text());
  assert.match(shown, /blue/);
});

previewTest('ten tabs follow, with one connection', async () => {
  const pages = [];
  const first = (await openPage(context, preview.url)).page;
  await first.goto(`${preview.url}thong-ke/`); // it has the connection, and nothing that changes
  await mark(first);
  for (let i = 0; i < 9; i++) {
    const { page } = await openPage(context, preview.url);
    await page.goto(`${preview.url}guong/mau/`);
    pages.push(page);
  }
  write('content/guong/mau.md', story({ first: 'Cả chín trang.' }));
  await Promise.all(pages.map((page) => sees(page, 'Cả chín trang.')));
  assert.ok(await isMarked(first));
  // Whichever has the connection, another one takes it over.
  await first.close();
  for (const page of pages.splice(0, 3)) await page.close();
  write('content/guong/mau.md', story({ first: 'Sáu trang còn lại.' }));
  await Promise.all(pages.map((page) => sees(page, 'Sáu trang còn lại.')));
  await pages[0].goto(`${preview.url}guong/`);
  await pages[0].goBack();
  write('content/guong/mau.md', story({ first: 'Kể cả trang đã quay lại.' }));
  await Promise.all(pages.map((page) => sees(page, 'Kể cả trang đã quay lại.')));
});

previewTest('Ctrl-C, and another run', async () => {
  const { page } = await openPage(context, preview.url);
  await page.goto(`${preview.url}guong/mau/`);
  await mark(page);
  const began = Date.now();
  assert.equal(await preview.stop(), 0, preview.output());
  assert.ok(Date.now() - began < 1500, `it took ${Date.now() - began} ms to stop`);
  await page.getByText('Đã ngừng xem thử.').first().waitFor();
  noFaults(await accessible(page));
  preview = await startPreview(site.folder, { port: preview.port });
  await page.waitForFunction(() => document.querySelector('[data-guongsang]').shadowRoot.querySelector('.stopped').hidden, undefined);
  assert.ok(await isMarked(page), 'a page that has not changed was loaded again');
  await preview.stop();
  write('content/guong/mau.md', story({ first: 'Sửa khi đã ngừng.' }));
  preview = await startPreview(site.folder, { port: preview.port });
  await sees(page, 'Sửa khi đã ngừng.');
});

previewTest('other sites are refused', async (t) => {
  const status = (headers) => new Promise((resolve, reject) => {
    request(preview.url, { headers }, (response) => resolve(response.resume().statusCode)).on('error', reject).end();
  });
  await t.test('by their Host', async () => {
    assert.equal(await status({ host: 'evil.example' }), 403);
    assert.equal(await status({ host: `evil.example:${preview.port}` }), 403);
    assert.equal(await status({ host: `localhost:${preview.port}` }), 200);
  });
  await t.test('by what their pages ask for', async () => {
    const evil = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>T</title><body>'));
    await new Promise((resolve) => { evil.listen(0, '127.0.0.1', resolve); });
    try {
      for (const host of ['127.0.0.1', 'localhost']) { // another port of this machine, and what browsers take for another site
        const page = await context.newPage();
        const answered = [];
        page.on('response', (response) => { if (response.url().startsWith(preview.url)) answered.push(response.status()); });
        await page.goto(`http://${host}:${evil.address().port}/`);
        const got = await page.evaluate(async (url) => {
          const element = (tag, properties) => new Promise((resolve) => {
            const made = Object.assign(document.createElement(tag), properties, { onload: () => resolve('loaded'), onerror: () => resolve('refused') });
            document.body.append(made);
          });
          const asked = (options) => fetch(url, options).then((response) => response.text(), () => 'refused');
          const frame = await element('iframe', { src: url });
          return {
            fetch: await asked(), post: await asked({ method: 'POST', body: 'x' }), json: await asked({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
            form: await asked({ method: 'POST', mode: 'no-cors', body: new URLSearchParams('a=b') }), script: await element('script', { src: `${url}_soan/live.js` }),
            image: await element('img', { src: `${url}logo.svg` }), frames: frame === 'loaded' ? frames.length : 0,
            events: await new Promise((resolve) => {
              const source = new EventSource(`${url}_soan/events`);
              source.onopen = () => resolve('loaded');
              source.onerror = () => resolve('refused');
            }),
          };
        }, preview.url);
        for (const [how, what] of Object.entries(got)) if (how !== 'frames') assert.ok(what === 'refused' || what === '', `${host}, ${how}: ${what}`);
        assert.ok(answered.length > 0 && answered.every((code) => code === 403), `${host}: ${answered}`);
        // A link may lead here.
        await page.evaluate((url) => { document.body.innerHTML = `<a href="${url}">xem</a>`; }, preview.url);
        await page.getByRole('link', { name: 'xem' }).click();
        await page.waitForURL(preview.url);
        assert.ok(await page.locator('h1').count() > 0);
        await page.close();
      }
    } finally {
      evil.closeAllConnections();
      evil.close();
    }
  });
});

previewTest('a built site has nothing of it', () => {
  const output = path('public');
  execFileSync(program, ['build', '--source', site.folder, '--output', output, '--drafts', '--future', '--quiet']);
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length > 200);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    assert.ok(!bytes.includes('_soan') && !bytes.includes('live.js'), name);
  }
});
