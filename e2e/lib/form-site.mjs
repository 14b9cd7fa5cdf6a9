// A small site of invented people in a folder of its own, with `guongsang serve` over it, and its form in Chromium.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { desktop, openBrowser, openPage } from './browser.mjs';
import { noFaults } from './faults.mjs';
import { startPreview } from './preview.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const profile = (name, more = '', body = `${name} là người không có thật.`) => `---\ntên: ${name}\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2024\nđơn vị: Trạm Y tế Mẫu\n${more}---\n\n${body}\n`;

/** Serves a site of files by their paths, or with `sample` a copy of the sample site, whose folder has blanks and letters with marks. */
export async function serveSite({ files = {}, sample = false } = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'guongsang-')), 'Trang của tôi');
  mkdirSync(folder);
  if (sample) {
    for (const part of ['content', 'static', 'site.yaml']) cpSync(join(root, part), join(folder, part), { recursive: true });
  } else {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), 'tên trang: Trang mẫu\nđịa chỉ: https://mau.example\n');
  }
  const site = {
    folder,
    put(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    /** What stands in a file; undefined where there is none. */
    text: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    bytes: (path) => readFileSync(join(folder, path)),
    /** All content files, the pictures too. */
    list: () => readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name).slice(folder.length + 1)).sort(),
  };
  for (const [path, text] of Object.entries(files)) site.put(path, text);
  let running = await startPreview(folder);
  return Object.assign(site, {
    root: running.url,
    /** Ends the program; start starts it again at the same address. */
    end: () => running.stop(),
    async start() { running = await startPreview(folder, { port: running.port }); },
    async stop() {
      await running.stop();
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  });
}

/** A person of the small site, who leads a team that has a link to her. */
export const mau = 'content/guong/nguyen-thi-mau.md';
export const people = {
  [mau]: profile('Nguyễn Thị Mẫu', 'tóm tắt: Hai mươi năm chăm sóc bệnh nhân nghèo.  # hỏi lại\nkhen thưởng:\n  - {hình thức: Giấy khen, cấp: Chủ tịch}\n', 'Bà Mẫu là người không có thật.\n\nĐoạn hai.'),
  'content/guong/to-mau.md': profile('Tổ Mẫu', '', 'Xem [bà Mẫu](nguyen-thi-mau.md).').replace('cá nhân', 'tập thể'),
};

/** Opens a browser for the tests of a file. The function that it gives runs a test with a site and a page, and looks afterwards that the console was silent and nothing left the machine. */
export function formTests() {
  let browser;
  before(async () => { browser = await openBrowser(); });
  after(async () => { await browser?.close(); });
  return Object.assign((name, options, run) => formTest(() => browser, name, options, run), { browser: () => browser });
}

function formTest(getBrowser, name, options, run) {
  test(`form: ${name}`, { timeout: 300_000 }, async (t) => {
    const site = await serveSite(options.site);
    const context = await getBrowser().newContext({ ...desktop, ...options.context });
    try {
      const { page, noted } = await openPage(context, site.root);
      const at = {
        page, site, noted, t,
        /** Opens the form of a file and waits for its preview. */
        async open(path, more = '') {
          await page.goto(`${site.root}_soan/?tep=${encodeURIComponent(path)}${more}`);
          await page.locator('iframe.seen, .missing:not([hidden]) li').first().waitFor({ state: 'attached' });
        },
        async list(query = '') {
          await page.goto(`${site.root}_soan/${query}`);
          await page.locator('.files li').first().waitFor();
        },
        field: (label) => page.getByLabel(label, { exact: true }),
        press: (name) => page.getByRole('button', { name, exact: true }).click(),
        /** Saves and waits until it is done. */
        async save() {
          await page.keyboard.press('Control+s');
          await page.locator('.status', { hasText: 'Đã lưu' }).waitFor();
        },
        /** Opens all that is folded away. */
        unfold: () => page.evaluate(() => document.querySelectorAll('details.card').forEach((d) => { d.open = true; })),
        preview: () => page.frameLocator('iframe.seen'),
        body: page.locator('.writing:not(.small)'),
      };
      await run(at);
      noFaults(noted().filter((fault) => !(options.expected ?? []).some((pattern) => pattern.test(fault))));
    } finally {
      await context.close();
      await site.stop();
    }
  });
}
