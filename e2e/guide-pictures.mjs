// Takes the pictures of docs/huong-dan/ anew: what an editor sees of the preview and of the form, on the way that the guide goes.
//
//   make bin/guongsang && node e2e/guide-pictures.mjs [NAME …]
//
// Run by hand after a change of how these pages look; then look at every picture that changed. NAME takes only some of them (soan-danh-sach …); the
// rest of the way is gone all the same. It makes a new site by `guongsang init` in a temporary folder, previews it, and writes docs/hinh/<NAME>.png
// with a palette. The day is fixed, so that nothing changes by itself. On a machine with other fonts the pictures have other letters.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './lib/browser.mjs';
import { pixelsOf, smallPng } from './lib/png.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'bin', 'guongsang');
const file = 'content/guong/2026/hoang-thi-mau/index.md';
const wanted = process.argv.slice(2);
const day = String(Date.UTC(2026, 2, 5, 5) / 1000); // noon of 5 March 2026 in Vietnam
const most = 120_000; // bytes of a picture

const story = `Chị Mẫu làm ở trạm y tế xã đã hai mươi năm. Đường từ thôn xa nhất xuống trạm dài mười một cây số.

Năm 2023, chị xin trạm trưởng cho đổi lịch: mỗi chiều **thứ Năm**, chị mang máy đo lên một thôn.

> “Tôi không đi được thì cô ấy tới. Chỉ vậy thôi mà tôi đỡ lo hẳn.”
> — Một cụ bà ở thôn 5
`;

// Nobody's picture: two people at a table in front of a house.
const drawing = `<style>body{margin:0}</style><svg viewBox="0 0 600 400" width="1200" height="800">
  <rect width="600" height="400" fill="#cfe3d4"/><rect y="310" width="600" height="90" fill="#b98f63"/>
  <rect x="60" y="60" width="480" height="250" fill="#f3e3c3"/><path d="M30 64 300 10 570 64z" fill="#a8442f"/>
  <rect x="100" y="110" width="90" height="200" fill="#8a5a3b"/><rect x="250" y="110" width="110" height="80" fill="#9cc4dc" stroke="#8a5a3b" stroke-width="6"/>
  <rect x="215" y="270" width="170" height="12" fill="#6b4a2f"/><path d="M230 282v70M370 282v70" stroke="#6b4a2f" stroke-width="10"/>
  <circle cx="180" cy="185" r="26" fill="#e7b98f"/><path d="M152 190a28 30 0 0 1 56 0z" fill="#2b2320"/><path d="M140 350v-100q0-36 40-36t40 36v100z" fill="#fff"/>
  <path d="M212 240 275 262" stroke="#fff" stroke-width="18" stroke-linecap="round"/>
  <circle cx="430" cy="195" r="26" fill="#dca981"/><path d="M402 192a28 26 0 0 1 56 0z" fill="#c9c4be"/><path d="M390 350v-92q0-36 40-36t40 36v92z" fill="#7a3550"/>
  <path d="M400 248 330 264" stroke="#dca981" stroke-width="16" stroke-linecap="round"/><rect x="318" y="250" width="30" height="26" rx="6" fill="#2f5d73"/>
  <rect x="272" y="246" width="36" height="24" rx="4" fill="#e9edf0" stroke="#555" stroke-width="3"/>
</svg>`;

const folder = mkdtempSync(join(tmpdir(), 'guongsang-hinh-'));
process.env.FONTCONFIG_FILE = fonts(); // for the browser
const site = join(folder, 'GuongSang');
execFileSync(program, ['init', site], { stdio: 'ignore' });
own('site.yaml', (text) => text.replaceAll('xã Suối Mẫu', 'xã Thông Xanh'));

const server = spawn(program, ['serve', '--source', site, '--port', '0'], { env: { ...process.env, SOURCE_DATE_EPOCH: day } });
const browser = await openBrowser();
const table = await browser.newPage(); // where pictures are taken apart: the form's own page may load nothing else
try {
  const address = await addressOf(server);
  await takePicture();
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce', locale: 'vi-VN', colorScheme: 'light' })).newPage();
  page.setDefaultTimeout(10_000);
  await goTheWay(page, address);
} finally {
  await browser.close();
  if (server.exitCode === null) await new Promise((ended) => { server.once('exit', ended).kill('SIGINT'); });
  rmSync(folder, { recursive: true });
}

/** The way of the guide, chapter by chapter. */
async function goTheWay(page, address) {
  await page.goto(address);
  await shoot(page, 'xem-thu', { height: 640 });
  await page.getByRole('link', { name: 'Soạn bài' }).click();
  await beginProfile(page);
  await fillIn(page);
  await page.goto(`${address}guong/hoang-thi-mau/`);
  await shoot(page, 'xem-nhap', { height: 560 });
  await makeMistakes(page, address);
  await meetAnother(page);
}

/** Chapter 2: from the list to the form of a new profile. */
async function beginProfile(page) {
  await page.getByText('Trạm Y tế xã Suối Mẫu').waitFor();
  await shoot(page, 'soan-danh-sach', { height: 560 });
  await page.getByRole('link', { name: 'Bài mới' }).click();
  await page.getByRole('link', { name: 'Gương', exact: true }).click();
  await page.getByLabel('Tên').fill('Hoàng Thị Mẫu');
  await page.getByLabel('Lĩnh vực').selectOption('y-te');
  await page.getByLabel('Đơn vị giới thiệu').fill('Trạm Y tế xã Thông Xanh');
  await page.getByLabel('Năm được biểu dương').focus();
  await shoot(page, 'soan-guong-moi', { height: 800 });
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await page.getByRole('button', { name: 'Lưu' }).waitFor();
  await looked(page);
  await shoot(page, 'soan-bieu-mau');
}

/** Chapter 2: the summary, the picture, the text, a criterion; and it is saved. */
async function fillIn(page) {
  await page.getByLabel('Tóm tắt').fill('Mỗi chiều thứ Năm, chị mang máy đo huyết áp lên một thôn để người già khỏi phải xuống trạm.');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn ảnh' }).first().click();
  await (await choosing).setFiles(join(folder, 'do-huyet-ap.jpg'));
  await page.getByLabel('Mô tả').first().fill('Một phụ nữ mặc áo trắng đo huyết áp cho một cụ bà ở hiên nhà');
  await looked(page);
  await upTo(page, page.locator('.of-picture'));
  await shoot(page, 'soan-anh', { height: 700 });
  const text = page.getByRole('textbox', { name: 'Bài viết' });
  await text.fill(story);
  await looked(page);
  await upTo(page, page.locator('section', { has: text }));
  await inPreview(page, 'blockquote');
  await shoot(page, 'soan-bai-viet', { height: 640 });
  const criteria = page.locator('details', { has: page.getByRole('heading', { name: 'Tiêu chí và minh chứng' }) });
  await criteria.locator('summary').click();
  await page.getByRole('checkbox', { name: /3\.6\.8/ }).check();
  await page.getByLabel('Minh chứng', { exact: true }).first().fill('Sáng kiến “Thứ Năm đo huyết áp”, xã công nhận năm 2025');
  await upTo(page, criteria);
  await shoot(page, 'soan-tieu-chi', { width: 571, height: 700 });
  await page.getByLabel('Năm bắt buộc', { exact: true }).fill('26');
  await page.getByText('Đăng bài').click();
  await looked(page);
  await page.locator('.problems summary').click();
  await upTo(page, page.locator('.problems'));
  await shoot(page, 'soan-loi', { width: 571, height: 1060 });
  await page.getByLabel('Năm bắt buộc', { exact: true }).fill('2026');
  await page.getByText('Để nháp').click();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã lưu lúc').waitFor();
}

/** Chapter 3: what is shown over a page while the story has errors, which somebody made in another program. */
async function makeMistakes(page, address) {
  own(file, (text) => text.replace('\nnháp: true', '\nnháp: false'));
  await page.goto(`${address}guong/hoang-thi-mau/`);
  await page.getByText('Bản nháp').waitFor({ state: 'detached' });
  own(file, (text) => text.replace('loại: cá nhân', 'loại: cá thể').replace('năm: 2026', 'năm: 26'));
  await page.getByText('2 lỗi', { exact: true }).waitFor();
  await shoot(page, 'xem-loi', { height: 720 });
  own(file, (text) => text.replace('loại: cá thể', 'loại: cá nhân').replace('năm: 26', 'năm: 2026'));
  await page.getByText('2 lỗi', { exact: true }).waitFor({ state: 'hidden' });
}

/** Chapter 12: the file changes on the disk while the form is open. */
async function meetAnother(page) {
  await page.getByRole('link', { name: 'Sửa bài này' }).click();
  await page.getByRole('button', { name: 'Lưu' }).waitFor();
  await looked(page);
  own(file, (text) => text.replace('hai mươi năm', 'hai mươi mốt năm'));
  await page.getByLabel('Tóm tắt').fill('Mỗi chiều thứ Năm, chị mang máy đo huyết áp lên một thôn.');
  await looked(page);
  await page.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'soan-hai-ban');
}

/** Waits until the page in the preview is the one that is written. */
async function looked(page) {
  await page.waitForTimeout(400); // the form waits for a pause in the typing
  await page.waitForFunction(() => document.querySelector('.preview-state')?.textContent === '');
  await page.waitForTimeout(200); // pictures and fonts
}

/** Brings an element to the top of the page, below what stays there. */
async function upTo(page, element) {
  await element.evaluate((el) => {
    const head = document.querySelector('.bar').getBoundingClientRect().height;
    window.scrollBy(0, el.getBoundingClientRect().top - head - 16);
  });
}

/** Brings a part of the page in the preview into sight. */
async function inPreview(page, selector) {
  await page.frameLocator('.stage iframe.seen').locator(selector).first().evaluate((el) => {
    const window = el.ownerDocument.defaultView; // scrollIntoView would move the form too
    window.scrollBy(0, el.getBoundingClientRect().top - window.innerHeight / 2);
  });
}

/** Writes what is seen in a window of a height, or the left part of it. */
async function shoot(page, name, { width = 1200, height = 800 } = {}) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  await page.setViewportSize({ width: 1200, height });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(200); // what moves has come to rest
  const clip = { x: 0, y: 0, width, height };
  const picture = smallPng(await pixelsOf(table, await page.screenshot({ clip, caret: 'hide' })));
  if (picture.length > most) throw new Error(`${name}.png has ${picture.length} bytes, more than ${most}: show less`);
  writeFileSync(join(root, 'docs', 'hinh', `${name}.png`), picture);
  console.log(`docs/hinh/${name}.png  ${clip.width} × ${clip.height}, ${Math.round(picture.length / 1000)} kB`);
}

/** A drawing of the scene that the story tells of, saved as a telephone would. */
async function takePicture() {
  await table.setViewportSize({ width: 1200, height: 800 });
  await table.setContent(drawing);
  await table.screenshot({ path: join(folder, 'do-huyet-ap.jpg'), type: 'jpeg', quality: 80 });
}

/** The address that serve prints. */
function addressOf(process) {
  return new Promise((resolve, reject) => {
    let text = '';
    process.stdout.on('data', (part) => {
      text += part;
      const found = text.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (found) resolve(found[0]);
    });
    process.on('exit', (status) => reject(new Error(`serve ended with status ${status}`)));
  });
}

/** Changes a file of the site, as an editor's own program would. */
function own(path, change) {
  writeFileSync(join(site, path), change(readFileSync(join(site, path), 'utf8')));
}

/** Letters like those of Windows, where the machine has them: the page asks for its system's. */
function fonts() {
  const alias = (family, instead) => `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>${instead}</string></edit></match>`;
  const path = join(folder, 'fonts.conf');
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>${
    alias('system-ui', 'Liberation Sans')}${alias('sans-serif', 'Liberation Sans')}${alias('serif', 'Liberation Serif')}${alias('ui-monospace', 'Liberation Mono')}</fontconfig>`);
  return path;
}
