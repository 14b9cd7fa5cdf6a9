// The pages of the form at /_soan/ in Chromium: what they show while one writes, that everybody can use them, and that nobody else can.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diff } from '../internal/form/assets/diff.js';
import { accessible, desktop, noSidewaysScroll, phone } from './lib/browser.mjs';
import { noFaults } from './lib/faults.mjs';
import { formTests, mau, people, profile, serveSite } from './lib/form-site.mjs';
import { serveFolder } from './lib/server.mjs';

const formTest = formTests();

formTest('a new story is written with the keyboard alone', { site: { files: people }, expected: [/favicon\.ico/] }, async ({ page, site, list, preview }) => {
  await list();
  const tabTo = async (what) => {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement.matches(selector), what)) return;
    }
    throw new Error(`Tab does not reach ${what}`);
  };
  await tabTo('a[href="/_soan/?moi"]');
  await page.keyboard.press('Enter');
  await page.locator('.kinds').waitFor();
  await tabTo('a[href="/_soan/?moi=guong"]');
  await page.keyboard.press('Enter');
  await page.locator('#ten').waitFor();
  await tabTo('#ten');
  await page.keyboard.type('Trần Văn Mẫu');
  await tabTo('input[name=loai]');
  await page.keyboard.press('ArrowRight');
  await tabTo('#linh-vuc');
  await page.keyboard.type('6');
  await tabTo('#don-vi');
  await page.keyboard.type('tram');
  await page.getByRole('option', { name: 'Trạm Y tế Mẫu' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/tep=/);
  await page.locator('.fields').waitFor();
  await tabTo('.writing:not(.small)');
  await page.keyboard.type('Tổ này không có thật.');
  await preview().getByText('Tổ này không có thật.').waitFor();
  await page.keyboard.press('Control+s');
  await page.locator('.status', { hasText: 'Đã lưu' }).waitFor();
  const path = site.list().find((name) => name.includes('tran-van-mau'));
  for (const line of ['tên: Trần Văn Mẫu', 'loại: tập thể', 'lĩnh vực: [y-te]', 'đơn vị: Trạm Y tế Mẫu', 'nháp: true', 'Tổ này không có thật.']) {
    assert.match(site.text(path), new RegExp(`^${line.replaceAll(/[[\]]/g, '\\$&')}$`, 'm'));
  }
  await page.goto(`${site.root}guong/tran-van-mau/`);
  await page.getByRole('heading', { name: 'Trần Văn Mẫu', level: 1 }).waitFor();
});

formTest('what is wrong is shown while one types, and leads to its place', { site: { files: people } }, async ({ page, site, open, field, body, preview }) => {
  await open(mau, '&dong=7');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.field')?.querySelector('label, legend')?.textContent), 'Tóm tắt');
  await open(mau, '&dong=14');
  assert.equal(await body.evaluate((t) => document.activeElement === t && t.value.slice(t.selectionStart, t.selectionEnd)), 'Đoạn hai.');
  await field('Năm bắt buộc').fill('năm ngoái');
  await body.fill('Dòng một.\n\nXem [bà](khong-co.md) này.');
  const summary = page.locator('.problems h2');
  await page.waitForFunction(() => /2 lỗi/.test(document.querySelector('.problems h2').textContent));
  const year = field('Năm bắt buộc');
  assert.equal(await year.getAttribute('aria-invalid'), 'true');
  const described = await year.evaluate((input) => input.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' '));
  assert.match(described, /lỗi: "năm ngoái" không phải là năm/);
  await page.waitForFunction(() => /2 lỗi/.test(document.getElementById('loi-nhan').textContent));
  await summary.click();
  noFaults(await accessible(page));
  await page.locator('.problems li button', { hasText: 'khong-co.md' }).click();
  assert.equal(await body.evaluate((t) => document.activeElement === t && t.value.slice(t.selectionStart, t.selectionEnd)), '[bà](khong-co.md) này.');
  await page.locator('.problems li button', { hasText: 'năm ngoái' }).click();
  assert.ok(await year.evaluate((input) => document.activeElement === input));
  // A published story with errors is saved only when the author says so.
  await page.keyboard.press('Control+s');
  await page.getByRole('dialog', { name: 'Bài còn 2 lỗi' }).getByRole('button', { name: 'Sửa đã' }).click();
  assert.equal(site.text(mau), people[mau]);
  await page.getByText('Để nháp').click();
  await page.keyboard.press('Control+s');
  await page.locator('.status', { hasText: 'Đã lưu' }).waitFor();
  await field('Tên bắt buộc').fill('');
  await page.locator('.missing', { hasText: 'chưa ghi "tên"' }).waitFor();
  await field('Tên bắt buộc').fill('Nguyễn Thị Mẫu');
  await year.fill('2024');
  await preview().getByText('Dòng một.').waitFor();
});

formTest('the preview follows what is typed and keeps its place', { site: { files: { [mau]: profile('Nguyễn Thị Mẫu', '', Array.from({ length: 60 }, (_, i) => `Đoạn ${i + 1} của người không có thật.`).join('\n\n')) } } }, async ({ page, open, body, preview }) => {
  await open(mau);
  const top = () => preview().getByText('Đoạn 30 của').evaluate((p) => Math.round(p.getBoundingClientRect().top));
  await preview().getByText('Đoạn 30 của').evaluate((p) => p.scrollIntoView());
  const before = await top();
  await body.evaluate((t) => { t.focus(); t.setSelectionRange(0, 0); });
  await page.keyboard.type('Đầu bài dài thêm ra. '.repeat(12));
  await preview().getByText('Đầu bài dài thêm ra.').waitFor({ state: 'attached' });
  await page.waitForTimeout(400);
  assert.ok(Math.abs(await top() - before) < 4, `from ${before} to ${await top()}`);
  // A link opens beside, and the story stays in sight.
  const [beside] = await Promise.all([page.context().waitForEvent('page'), preview().locator('.crumbs a').first().click()]);
  assert.match(beside.url(), /\/_soan\/xem\/\w+\/$/);
  await preview().getByRole('heading', { name: 'Nguyễn Thị Mẫu', level: 1 }).waitFor({ state: 'attached' });
});

formTest('Markdown is written with buttons, keys and the clipboard', { site: { files: people } }, async ({ page, open, body, press }) => {
  await open(mau);
  const write = (text, from = text.length, to = from) => body.evaluate((t, [value, a, b]) => { t.value = value; t.focus(); t.setSelectionRange(a, b); }, [text, from, to]);
  const now = () => body.evaluate((t) => `${t.value.slice(0, t.selectionStart)}[${t.value.slice(t.selectionStart, t.selectionEnd)}]${t.value.slice(t.selectionEnd)}`);
  const is = async (want) => {
    for (let i = 0; i < 30 && await now() !== want; i++) await page.waitForTimeout(100); // a dialog closes in its own time
    assert.equal(await now(), want);
  };

  await write('một hai ba', 4, 7);
  await page.keyboard.press('Control+b');
  await is('một **[hai]** ba');
  await page.keyboard.press('Control+b');
  await is('một [hai] ba');
  await page.keyboard.press('Control+i');
  await is('một *[hai]* ba');
  await page.keyboard.press('Control+z');
  assert.equal(await body.inputValue(), 'một hai ba');
  await write('một hai ba', 5);
  await press('Đậm (Ctrl+B)');
  await is('một **[hai]** ba');
  await write('Tựa', 1);
  await press('Đề mục');
  await is('## Tựa[]');
  await press('Đề mục');
  await is('### Tựa[]');
  await press('Đề mục');
  await is('Tựa[]');
  await write('một\nhai', 0, 7);
  await press('Danh sách đánh số');
  await is('[1. một\n2. hai]');
  await press('Danh sách');
  await is('[- một\n- hai]');
  await write('- một');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await is('- một\n- hai\n[]');
  await write('9. chín');
  await page.keyboard.press('Enter');
  await is('9. chín\n10. []');
  await write('Bà nói.', 7);
  await press('Trích lời');
  await page.getByLabel('Lời nói').fill('Cứ làm đi.\nRồi tính.');
  await page.getByLabel('Ai nói (có thể bỏ trống)').fill('Bà Mẫu');
  await press('Chèn');
  await is('Bà nói.\n\n> Cứ làm đi.\n> Rồi tính.\n>\n> — Bà Mẫu[]\n');
  await write('xem tổ ấy', 4, 6);
  await page.keyboard.press('Control+k');
  await page.getByLabel('Bài trên trang này').fill('to mau');
  await page.getByRole('option', { name: 'Tổ Mẫu' }).click();
  await press('Chèn');
  await is('xem [tổ](to-mau.md)[] ấy');
  await write('xem ');
  await page.keyboard.press('Control+k');
  await page.getByLabel('hoặc địa chỉ trang web khác').fill('bao.vn/a (1)');
  await page.getByLabel('Chữ hiện trong bài').fill('báo [Mẫu]');
  await page.keyboard.press('Enter');
  await is('xem [báo \\[Mẫu\\]](https://bao.vn/a%20%281%29)[]');
  // The toolbar is one stop of the Tab key.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.title), 'Nghiêng (Ctrl+I)');

  const paste = (html, plain = 'x') => body.evaluate((t, [a, b]) => {
    const data = new DataTransfer();
    data.setData('text/html', a);
    data.setData('text/plain', b);
    t.focus();
    t.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, [html, plain]);
  await write('Đầu.');
  await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{margin:0}</style></head><body><!--StartFragment-->
    <h1>Tựa lớn<o:p></o:p></h1><p class=MsoNormal>Chữ <b style='mso-bidi-font-weight:normal'>đậm </b>và <i>nghiêng</i>,<span style='mso-spacerun:yes'> </span>năm*
    2023.<o:p></o:p></p>
    <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>một</p>
    <p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>một rưỡi</p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>hai</p>
    <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>số</p>
    <table><tr><td><p>Chỉ tiêu</p></td><td><p>Số | lượng</p></td></tr><tr><td><p>Lượt khám</p></td><td><p>940</p></td></tr></table>
    <p><a href="https://bao.vn/x">báo</a> <img src="file:///C:/a.png"></p><!--EndFragment--></body></html>`);
  await page.waitForFunction(() => /báo/.test(document.querySelector('.writing:not(.small)').value));
  assert.equal(await body.inputValue(), `Đầu.

## Tựa lớn

Chữ **đậm** và *nghiêng*, năm\\* 2023.

- một
  - một rưỡi
- hai

1. số

| Chỉ tiêu | Số \\| lượng |
| --- | --- |
| Lượt khám | 940 |

[báo](https://bao.vn/x)
`);
  await page.keyboard.press('Control+z');
  assert.equal(await body.inputValue(), 'Đầu.');
  await write('một  ba', 4);
  await paste('<meta charset="utf-8"><b style="font-weight:normal"><span style="font-weight:700">hai</span></b>');
  await page.waitForFunction(() => /hai/.test(document.querySelector('.writing:not(.small)').value));
  await is('một **hai**[] ba');
});

formTest('the list finds, filters and keeps its filter', { site: { sample: true } }, async ({ page, list }) => {
  await list();
  const names = () => page.locator('.files .name').allTextContents();
  await page.getByLabel('Tìm').fill('do thi huong');
  await page.waitForFunction(() => document.querySelectorAll('.files li').length === 2);
  assert.deepEqual(await names(), ['Đỗ Thị Hường', 'Đỗ Thị Hương']);
  await page.getByLabel('Tìm').fill('');
  await page.getByLabel('Loại').selectOption('don-vi');
  await page.getByLabel('Thứ tự').selectOption('ten');
  await page.waitForFunction(() => document.querySelectorAll('.files li').length === 15);
  await page.locator('.files .name').first().click();
  await page.locator('.fields').waitFor();
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('.files li').length === 15);
  assert.equal(await page.getByLabel('Loại').inputValue(), 'don-vi');
  await page.getByLabel('Loại').selectOption('');
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await page.getByText('51–100 trong').waitFor();
  await page.getByLabel('Tìm').fill('khong co ai ca');
  await page.locator('.total', { hasText: 'Không có bài nào khớp.' }).waitFor();
});

for (const [name, context] of [['a desktop', desktop], ['a phone', phone]]) {
  formTest(`everybody can use it on ${name}`, { site: { sample: true }, context }, async ({ page, site, open, unfold, press }) => {
    const faults = [];
    const look = async (where) => {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await accessible(page)).map((fault) => `${where}, ${colorScheme}: ${fault}`));
      }
      if (context !== phone) return;
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 });
        faults.push(...(await noSidewaysScroll(page)).map((fault) => `${where}: ${fault}`));
      }
      faults.push(...await page.evaluate((at) => [...document.querySelectorAll('button, a.button, select, input:not([type=hidden], .calendar), .top a, summary')].filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.unseen'))
        .map((e) => [e, (e.closest('label.choice') ?? e).getBoundingClientRect()]).filter(([, box]) => box.height < 43.5 || box.width < 43.5)
        .map(([e, box]) => `${at}: ${Math.round(box.width)} × ${Math.round(box.height)}: ${e.outerHTML.slice(0, 100)}`), where));
    };
    await page.goto(`${site.root}_soan/`);
    await page.locator('.files li').first().waitFor();
    await look('list');
    await page.goto(`${site.root}_soan/?moi`);
    await page.locator('.kinds').waitFor();
    await look('kinds');
    await page.goto(`${site.root}_soan/?moi=guong`);
    await page.locator('#ten').waitFor();
    await look('new');
    await page.goto(`${site.root}_soan/?thung-rac`);
    await page.getByText('Thùng rác đang trống.').waitFor();
    await look('bin');
    await open('content/guong/2023/ka-nhiem/index.md');
    await unfold();
    await look('form');
    await press('Ảnh');
    await look('picture');
    await page.keyboard.press('Escape');
    await press('Xem như văn bản');
    await page.locator('.whole').waitFor();
    await look('text');
    if (context === phone) {
      await press('Xem trước');
      await look('preview');
    }
    noFaults(faults);
  });
}

formTest('without JavaScript a word says that it is needed', { site: { files: people }, context: { javaScriptEnabled: false } }, async ({ page, site }) => {
  await page.goto(`${site.root}_soan/`);
  await page.getByText('trang soạn bài cần JavaScript').waitFor();
});

// A page of another site asks in all the ways that a page can: it gets nothing, and nothing happens.

test('form: another site is refused', { timeout: 60_000 }, async () => {
  const site = await serveSite({ files: people });
  site.put('khac.html', '<!doctype html><title>Trang khác</title>');
  const stranger = await serveFolder(site.folder);
  const context = await formTest.browser().newContext(desktop);
  try {
    const page = await context.newPage();
    await page.goto(`${stranger.root}khac.html`);
    const got = await page.evaluate(async ([form, path]) => {
      const ask = async (method, address, options = {}) => {
        try {
          const response = await fetch(form + address, { method, ...options });
          return `${response.type} ${response.status}`;
        } catch {
          return 'refused';
        }
      };
      const body = JSON.stringify({ path });
      const frame = document.createElement('iframe');
      frame.src = `${form}_soan/`;
      const framed = new Promise((done) => { frame.onload = () => { try { done(frame.contentDocument === null ? 'closed' : 'open'); } catch { done('closed'); } }; });
      document.documentElement.append(frame);
      return {
        page: await ask('GET', '_soan/'),
        list: await ask('GET', '_soan/api/danh-sach', { headers: { 'X-Soan-Token': 'x' } }),
        remove: await ask('POST', '_soan/api/xoa', { body, mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } }),
        json: await ask('POST', '_soan/api/xoa', { body, headers: { 'Content-Type': 'application/json', 'X-Soan-Token': 'x' } }),
        framed: await framed,
      };
    }, [site.root, mau]);
    assert.deepEqual({ ...got, remove: got.remove.replace(/^opaque 0$/, 'refused') }, { page: 'refused', list: 'refused', remove: 'refused', json: 'refused', framed: 'closed' });
    assert.equal(site.text(mau), people[mau]);
    const rebound = await fetch(`${site.root}_soan/api/danh-sach`, { headers: { 'X-Soan-Token': 'x', 'Sec-Fetch-Site': 'same-origin' } });
    assert.equal(rebound.status, 403);
  } finally {
    await context.close();
    await stranger.close();
    await site.stop();
  }
});

test('form: two texts side by side', () => {
  const rows = (left, right) => diff(left, right).map((row) => (row.same ? `=${row.left}` : `${row.left ?? '∅'}|${row.right ?? '∅'}`)).join(' ');
  assert.equal(rows('a\nb\nc', 'a\nb\nc'), '=a =b =c');
  assert.equal(rows('a\nb\nc', 'a\nx\nc'), '=a b|x =c');
  assert.equal(rows('a\nc', 'a\nb\nc'), '=a ∅|b =c');
  assert.equal(rows('a\nb\nc\nd', 'c\nd\ne'), 'a|∅ b|∅ =c =d ∅|e');
  assert.equal(rows('', 'a'), '|a');
  const long = Array.from({ length: 3000 }, (_, i) => `dòng ${i}`);
  const other = long.map((line, i) => (i % 2 ? line : `${line} khác`));
  assert.equal(diff(long.join('\n'), other.join('\n')).length, 3000);
});
