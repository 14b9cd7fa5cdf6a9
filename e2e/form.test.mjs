// What the form at /_soan/ does to files, in Chromium, over a real site with the real program.

import assert from 'node:assert/strict';
import { accessible } from './lib/browser.mjs';
import { noFaults } from './lib/faults.mjs';
import { formTests, mau, people, profile } from './lib/form-site.mjs';

const formTest = formTests();
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNwEHDAihgGVgIARpEmAfFTFaEAAAAASUVORK5CYII=', 'base64');

/** A value without what says nothing. */
function said(value) {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, said(own)]).filter(([, own]) => own !== '' && Object.keys(own).length > 0));
}

formTest('every sample file comes back byte for byte', { site: { sample: true } }, async ({ page, site }) => {
  // The previews are looked at by other tests; here they would only take time.
  await page.addInitScript(() => {
    const ask = window.fetch;
    window.fetch = (address, options) => (/api\/xem$/.test(address) ? Promise.resolve(Response.json({ id: JSON.parse(options.body).id, problems: [] })) : ask(address, options));
  });
  const before = new Map(site.list().map((path) => [path, site.bytes(path)]));
  const stories = [...before.keys()].filter((path) => path.endsWith('.md'));
  assert.ok(stories.length > 90, `${stories.length} files`);
  for (const path of stories) {
    const answered = page.waitForResponse((response) => response.url().includes('/_soan/api/mo'));
    await page.goto(`${site.root}_soan/?tep=${encodeURIComponent(path)}`);
    const read = await (await answered).json();
    await page.locator('.fields').waitFor();
    const asked = page.waitForRequest('**/_soan/api/luu');
    await page.keyboard.press('Control+s');
    const { values, body } = (await asked).postDataJSON();
    await page.locator('.status', { hasText: 'Đã lưu' }).waitFor();
    assert.deepEqual(said(values), said(read.values), path);
    assert.equal(body, read.body, path);
  }
  assert.deepEqual(site.list(), [...before.keys()]);
  for (const [path, bytes] of before) assert.ok(site.bytes(path).equals(bytes), `${path} has changed`);
});

formTest('values of every sort are changed, and nothing else is', { site: { files: people } }, async ({ page, site, open, field, press, save, unfold }) => {
  await open(mau);
  await unfold();
  await field('Tập thể').check();
  await field('Năm bắt buộc').fill('2023, 2024');
  await page.getByLabel('Thêm lĩnh vực…').selectOption('giao-duc');
  await press('Đưa lên: 5. Giáo dục - đào tạo');
  await field('Nổi bật').check();
  await page.getByRole('group', { name: 'Chuyên đề' }).getByLabel('Thêm').fill('Chuyển đổi số, y tế');
  await press('Thêm khen thưởng');
  await page.keyboard.type('Bằng khen');
  await page.getByRole('group', { name: 'Khen thưởng 2' }).getByLabel('Ngày', { exact: true }).fill('19/05/2024');
  await page.getByRole('button', { name: 'Đưa khen thưởng lên' }).nth(1).click();
  await page.getByRole('checkbox', { name: /^3\.5\.\d+ / }).first().check();
  await page.getByLabel('Minh chứng').first().fill('Sổ theo dõi: 12 lớp # năm 2024');
  await page.getByText('Để nháp').click();
  await save();
  const code = await page.locator('.criteria input:checked + span .code').textContent();
  const expected = people[mau].replace('loại: cá nhân', 'loại: tập thể').replace('lĩnh vực: y-te', 'lĩnh vực: [giao-duc, y-te]').replace('năm: 2024', 'năm: [2023, 2024]')
    .replace('  - {hình thức: Giấy khen, cấp: Chủ tịch}\n', '  - {hình thức: Bằng khen, ngày: 19/05/2024}\n  - {hình thức: Giấy khen, cấp: Chủ tịch}\n')
    .replace('---\n\nBà', `tiêu chí: [${code}]\nminh chứng: {${code}: "Sổ theo dõi: 12 lớp # năm 2024"}\nchuyên đề: ["Chuyển đổi số, y tế"]\nnổi bật: true\nnháp: true\n---\n\nBà`);
  assert.deepEqual(site.text(mau).split('\n').sort(), expected.split('\n').sort());
  // Taken out again, with the way back.
  await page.getByRole('button', { name: 'Bỏ khen thưởng này' }).first().click();
  await press('Lấy lại');
  await page.getByRole('button', { name: 'Bỏ khen thưởng này' }).nth(1).click();
  await press('Bỏ Chuyển đổi số, y tế');
  await field('Tóm tắt').fill('');
  await save();
  assert.doesNotMatch(site.text(mau), /Giấy khen|chuyên đề/);
  assert.match(site.text(mau), /^tóm tắt:\s+# hỏi lại$/m);
});

formTest('the calendar writes days as they are written here', { site: { files: { [mau]: profile('Nguyễn Thị Mẫu', 'ngày: hôm qua\ncập nhật: 2024-05-19\n') } } }, async ({ page, site, open, field, save, unfold }) => {
  await open(mau);
  await unfold();
  const day = field('Ngày').first(); // the second one is that of the consent
  assert.equal(await day.inputValue(), 'hôm qua');
  assert.equal(await field('Cập nhật').inputValue(), '2024-05-19');
  assert.equal(await day.getAttribute('aria-invalid'), 'true');
  await page.evaluate(() => {
    const calendar = document.querySelector('[aria-invalid=true] + .calendar');
    calendar.value = '2024-03-02';
    calendar.dispatchEvent(new Event('change', { bubbles: true }));
  });
  assert.equal(await day.inputValue(), '02/03/2024');
  await page.locator('[aria-invalid]').waitFor({ state: 'detached' });
  await save();
  assert.equal(site.text(mau), profile('Nguyễn Thị Mẫu', 'ngày: 02/03/2024\ncập nhật: 2024-05-19\n'));
});

formTest('pictures are chosen and dropped, and a file becomes a bundle', { site: { files: people } }, async ({ page, site, open, field, press, save, preview, body }) => {
  await open('content/guong/to-mau.md');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Chọn ảnh', exact: true }).click()]);
  await chooser.setFiles({ name: 'Chân dung.PNG', mimeType: 'image/png', buffer: png });
  await page.locator('.chosen .file', { hasText: 'chan-dung.png' }).waitFor();
  await page.getByRole('group', { name: 'Ảnh' }).getByLabel('Mô tả').fill('Tổ Mẫu họp');
  await page.waitForFunction(() => document.querySelector('.thumb').naturalWidth === 8);
  await body.evaluate((textarea, data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], 'Buổi họp (1).png', { type: 'image/png' }));
    textarea.setSelectionRange(textarea.value.length, textarea.value.length);
    textarea.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, png.toString('base64'));
  await page.getByRole('dialog', { name: 'Chèn ảnh' }).getByLabel('Mô tả cho người không nhìn thấy ảnh').fill('Buổi họp [tháng 5]');
  await page.getByRole('dialog').getByLabel('Chú thích dưới ảnh (có thể bỏ trống)').fill('Họp "đầu tháng"');
  await press('Chèn');
  await preview().locator('img[src$="buoi-hop-1.png"]').waitFor();
  assert.equal(await preview().locator('img[src$="chan-dung.png"]').first().evaluate((image) => image.naturalWidth), 8);
  assert.equal(site.text('content/guong/to-mau/index.md'), undefined);
  await page.keyboard.press('Control+s');
  await page.getByText('Bài nay nằm trong thư mục riêng').waitFor();
  assert.ok(await body.evaluate((textarea) => document.activeElement === textarea && textarea.selectionStart > 20), 'the cursor has left the text');
  assert.equal(site.text('content/guong/to-mau.md'), undefined);
  const text = site.text('content/guong/to-mau/index.md');
  assert.match(text, /^ảnh: \{tệp: chan-dung\.png, mô tả: Tổ Mẫu họp\}$/m);
  assert.match(text, /\[bà Mẫu\]\(\.\.\/nguyen-thi-mau\.md\)/);
  assert.ok(text.includes('![Buổi họp \\[tháng 5\\]](buoi-hop-1.png "Họp \\"đầu tháng\\"")'), text);
  for (const name of ['chan-dung.png', 'buoi-hop-1.png']) assert.ok(site.bytes(`content/guong/to-mau/${name}`).equals(png), name);
  assert.match(page.url(), /to-mau%2Findex\.md/);
  const shown = await page.request.get(`${site.root}guong/to-mau/`);
  assert.match(await shown.text(), /buoi-hop-1\.png/);
  // And on: what is saved may be used again, and is kept by another save.
  await field('Tên bắt buộc').fill('Tổ Mẫu Một');
  await save();
  assert.match(site.text('content/guong/to-mau/index.md'), /^tên: Tổ Mẫu Một$/m);
  assert.equal(site.list().filter((path) => path.endsWith('.png')).length, 2);
});

formTest('a file that was changed meanwhile is not written over', { site: { files: people }, expected: [/409/] }, async ({ page, site, open, field, press }) => {
  const ours = () => page.getByRole('dialog', { name: 'Có hai bản khác nhau' });
  const theirs = people[mau].replace('Đoạn hai.', 'Đoạn hai, do người khác sửa.');
  await open(mau);
  await field('Tên bắt buộc').fill('Nguyễn Thị Mẫu Hai');
  site.put(mau, theirs);
  await page.keyboard.press('Control+s');
  await ours().waitFor();
  assert.deepEqual(await ours().locator('.differs td').allTextContents(), [
    'chỉ có ở bản trên đĩa: tên: Nguyễn Thị Mẫu', 'chỉ có ở bản của tôi: tên: Nguyễn Thị Mẫu Hai',
    'chỉ có ở bản trên đĩa: Đoạn hai, do người khác sửa.', 'chỉ có ở bản của tôi: Đoạn hai.',
  ]);
  noFaults(await accessible(page));
  await page.keyboard.press('Escape');
  assert.equal(site.text(mau), theirs);
  await page.keyboard.press('Control+s');
  await press('Giữ bản của tôi (ghi đè)');
  await page.locator('.status', { hasText: 'Đã lưu' }).waitFor();
  assert.equal(site.text(mau), people[mau].replace('tên: Nguyễn Thị Mẫu', 'tên: Nguyễn Thị Mẫu Hai'));
  site.put(mau, theirs);
  await field('Tên bắt buộc').fill('Nguyễn Thị Mẫu Ba');
  await page.getByText('Tệp này vừa được sửa ở nơi khác.').waitFor();
  await press('Xem hai bản');
  await press('Lấy bản trên đĩa');
  await page.waitForFunction(() => /do người khác sửa/.test(document.querySelector('.writing:not(.small)')?.value));
  assert.equal(site.text(mau), theirs);
});

formTest('another address, the bin and back', { site: { files: people } }, async ({ page, site, open, press, list }) => {
  await open(mau);
  await press('Đổi đường dẫn');
  const dialog = page.getByRole('dialog', { name: 'Đổi đường dẫn' });
  await dialog.getByText('1 bài có liên kết về đây').waitFor();
  await dialog.getByLabel('Đường dẫn mới').fill('Bà Nguyễn Thị Mẫu');
  await dialog.getByText('Địa chỉ mới: /guong/ba-nguyen-thi-mau/').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/ba-nguyen-thi-mau/);
  const renamed = 'content/guong/ba-nguyen-thi-mau.md';
  assert.equal(site.text(mau), undefined);
  assert.match(site.text(renamed), /^bí danh: \[\/guong\/nguyen-thi-mau\/\]$/m);
  assert.match(site.text('content/guong/to-mau.md'), /\(ba-nguyen-thi-mau\.md\)/);
  const before = site.text(renamed);
  await press('Xóa');
  await page.getByRole('dialog').getByText('Tổ Mẫu').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
  await page.getByText('Đã chuyển “Nguyễn Thị Mẫu” vào thùng rác.').waitFor();
  assert.equal(site.text(renamed), undefined);
  assert.equal(await page.locator('.files li').count(), 1);
  await press('Hoàn tác');
  await page.locator('.files li').nth(1).waitFor();
  assert.equal(site.text(renamed), before);
  await open(renamed);
  await press('Xóa');
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
  await page.waitForURL(/da-xoa/);
  await page.goto(`${site.root}_soan/?thung-rac`);
  await press('Khôi phục Nguyễn Thị Mẫu');
  await page.getByText('Thùng rác đang trống.').waitFor();
  assert.equal(site.text(renamed), before);
  await list();
});

formTest('what is not saved is not lost', { site: { files: people } }, async ({ page, site, open, field, press, save }) => {
  await open(mau);
  await field('Tên bắt buộc').fill('Nguyễn Thị Mẫu Hai');
  await page.locator('.status', { hasText: 'Chưa lưu' }).waitFor();
  assert.match(await page.title(), /^● /);
  await page.waitForTimeout(1000); // the copy in the browser
  const asked = [];
  page.once('dialog', (dialog) => { asked.push(dialog.type()); dialog.accept(); });
  await page.reload();
  assert.deepEqual(asked, ['beforeunload']);
  await press('Lấy lại bản đó');
  assert.equal(await field('Tên bắt buộc').inputValue(), 'Nguyễn Thị Mẫu Hai');
  await page.locator('.status', { hasText: 'Chưa lưu' }).waitFor();
  await save();
  assert.match(site.text(mau), /^tên: Nguyễn Thị Mẫu Hai$/m);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('soan:'))), []);
  await page.reload();
  await page.locator('.fields').waitFor();
  assert.equal(await page.getByText('Lấy lại bản đó').count(), 0);
  assert.doesNotMatch(await page.title(), /^●/);
});

formTest('the program is started again under an open page', { site: { files: people }, expected: [/403|410|ERR_CONNECTION_REFUSED/] }, async ({ page, site, open, field, save }) => {
  await open('content/guong/to-mau.md');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Chọn ảnh', exact: true }).click()]);
  await chooser.setFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
  await page.locator('.chosen .file', { hasText: 'a.png' }).waitFor();
  await site.end();
  await field('Tên bắt buộc').fill('Tổ Mẫu Một');
  await page.keyboard.press('Control+s');
  await page.locator('.toast', { hasText: 'Không gọi được chương trình.' }).waitFor();
  await site.start();
  await page.keyboard.press('Control+s');
  await page.getByText('Bài nay nằm trong thư mục riêng').waitFor();
  assert.ok(site.bytes('content/guong/to-mau/a.png').equals(png));
  assert.match(site.text('content/guong/to-mau/index.md'), /^tên: Tổ Mẫu Một$/m);
  await field('Tên bắt buộc').fill('Tổ Mẫu Hai');
  await save();
});

const toml = '+++\n# tổ này không có thật\n"tên" = "Tổ Toml"\n"loại" = "tập thể"\n"lĩnh vực" = "y-te"\n"năm" = 2024\n"đơn vị" = "Trạm Y tế Mẫu"\n+++\n\nTổ này không có thật.\n';

formTest('the file as text, and files that are text only', { site: { files: { ...people, 'content/guong/toml.md': toml, 'content/guong/hong.md': '---\ntên: "Hỏng\nloại: tập thể\n---\n\nKhông có thật.\n', 'content/guong/cu.md': Buffer.from('---\ntên: Mẫu\n---\n', 'latin1') } } }, async ({ page, site, open, field, press, save, body }) => {
  await open(mau);
  await field('Tên bắt buộc').fill('Nguyễn Thị Mẫu Hai');
  await press('Xem như văn bản');
  const whole = page.getByLabel('Toàn bộ tệp');
  assert.equal(await whole.inputValue(), people[mau].replace('tên: Nguyễn Thị Mẫu', 'tên: Nguyễn Thị Mẫu Hai'));
  await page.locator('.status', { hasText: 'Chưa lưu' }).waitFor();
  await whole.evaluate((t) => { t.setRangeText('ghi chú: của riêng tôi\n', 4, 4); t.dispatchEvent(new Event('input', { bubbles: true })); });
  await page.locator('.problems[data-state=error]').waitFor(); // else it depends on the hurry whether the save asks
  await press('Về biểu mẫu');
  await press('Lưu rồi về biểu mẫu');
  await press('Vẫn lưu');
  await page.locator('.fields').waitFor();
  assert.match(site.text(mau), /^---\nghi chú: của riêng tôi\ntên: Nguyễn Thị Mẫu Hai\n/);
  await page.getByText('“ghi chú”').first().waitFor();
  await open('content/guong/toml.md');
  assert.ok(await whole.evaluate((t) => t.readOnly));
  await press('Chuyển sang YAML');
  await page.locator('.fields').waitFor();
  assert.match(site.text('content/guong/toml.md'), /^---\n# tổ này không có thật\n"?tên"?: "?Tổ Toml/);
  assert.match(site.text('content/guong/toml.md'), /Tổ này không có thật\.\n$/);
  await body.fill('Tổ này bịa ra.');
  await save();
  await open('content/guong/cu.md');
  await page.locator('.help', { hasText: 'mở bằng Notepad' }).waitFor();
  assert.ok(await whole.evaluate((t) => t.readOnly));
  await open('content/guong/hong.md');
  await page.locator('.problems[data-state=error]').waitFor();
  await whole.fill('---\ntên: Hỏng\nloại: tập thể\nlĩnh vực: y-te\nnăm: 2024\nđơn vị: Trạm Y tế Mẫu\n---\n\nKhông có thật.\n');
  await page.locator('.problems[data-state=error]').waitFor({ state: 'detached' });
  await save();
  await page.reload();
  await page.locator('.fields').waitFor();
});
