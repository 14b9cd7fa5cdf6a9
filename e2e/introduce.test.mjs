// The page on introducing somebody: the letter and the form for pen and paper.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { desktop, openBrowser, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { letter, oneSheet } from './lib/introduce.mjs';
import { serveFolder } from './lib/server.mjs';
import { sitesToTest } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

async function onPage(address, check, options = desktop) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await check(page);
  } finally {
    await context.close();
  }
}

const at = 'gioi-thieu-guong/';

for (const site of sitesToTest().filter(({ folder }) => existsSync(join(folder, at)))) {
  test(`${site.name}: introducing somebody`, async (t) => {
    const server = await serveFolder(site.folder);
    const address = server.root + at;
    try {
      await t.test('the letter', async () => noFaults(await onPage(address, letter)));
      await t.test('one sheet of paper', async () => noFaults(await onPage(address, oneSheet)));
      await t.test('one sheet of paper, without scripts and on a phone in the dark', async () => noFaults(await onPage(address, oneSheet, { ...phone, colorScheme: 'dark', javaScriptEnabled: false })));
    } finally {
      await server.close();
    }
  });
}

test('seen to fail: introducing somebody', async (t) => {
  const page = (body) => `data:text/html,${encodeURIComponent(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>T</title><main>${body}</main>`)}`;
  const sheet = (more = '') => `<section class="sheet"><h3>Việc</h3><div class="sheet-line"><b>Họ tên</b></div>${more}</section>`;
  const mail = (body) => `<a href="mailto:a@b.example?subject=x&amp;body=${body}">Thư</a>`;
  await t.test('no form', async () => seenToFail(await onPage(page(''), oneSheet), /no form/));
  await t.test('two sheets', async () => seenToFail(await onPage(page(sheet('<p style="height:300mm">x<p>y')), oneSheet), /takes 2 sheets/));
  await t.test('a line that is not printed', async () => seenToFail(await onPage(page(`<style>@media print{b{display:none}}</style>${sheet()}`), oneSheet), /not on paper: Họ tên/));
  await t.test('no letter', async () => seenToFail(await onPage(page(sheet()), letter), /no letter/));
  await t.test('a letter in one line', async () => seenToFail(await onPage(page(sheet() + mail('Viec%0Ax')), letter), /CRLF/, /nothing of: Việc/));
  await t.test('blanks as plus signs', async () => seenToFail(await onPage(page(sheet() + mail('Vi%E1%BB%87c+x')), letter), /no address of a letter/));
  await t.test('a letter too long', async () => seenToFail(await onPage(page(sheet() + mail('Vi%E1%BB%87c'.repeat(200))), letter), /characters/));
  await t.test('signs that are cut', async () => seenToFail(await onPage(page(sheet() + mail('Vi%E1%BB')), letter), /cannot be read/));
});
