// Each look of a page as people see it who have asked for more contrast, on their device or on the site, or whose browser forces its own colours.

import { after, before, test } from 'node:test';
import { desktop, openBrowser, openPage } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { oneSheet } from './lib/introduce.mjs';
import { tabGoesDown } from './lib/keyboard.mjs';
import { prefer, preferences, readableWith, sameOnPaper, showWith, signsAreSeen, strongContrast } from './lib/preferences.mjs';
import { serveFolder } from './lib/server.mjs';
import { onePageOfEachLook, sitesToTest, storyPages } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

for (const site of sitesToTest()) {
  test(`${site.name}: as readers have set it`, async (t) => {
    const server = await serveFolder(site.folder);
    const context = await browser.newContext(desktop);
    try {
      const { page, noted } = await openPage(context, server.root);
      for (const { kind, page: { address } } of onePageOfEachLook(site)) {
        await t.test(`${kind} (/${address})`, async () => {
          const faults = [];
          await page.goto(server.root + address);
          for (const preference of preferences) {
            const found = [...await prefer(page, preference), ...await readableWith(page, preference), ...noted()];
            faults.push(...found.map((fault) => `${preference.name}: ${fault}`));
          }
          noFaults(faults);
        });
      }
      for (const preference of preferences.filter(({ name }) => ['forced colours', 'contrast switch, dark'].includes(name))) {
        await t.test(`the focus is seen: ${preference.name}`, async () => {
          await page.goto('about:blank');
          await showWith(page, server.root, preference);
          noFaults(await tabGoesDown(page));
        });
      }
      const story = storyPages(site).reduce((a, b) => (a.html.length > b.html.length ? a : b));
      for (const address of ['', story.address, 'gioi-thieu-guong/']) {
        await t.test(`on paper (/${address})`, async () => {
          noFaults([...await sameOnPaper(page, server.root + address), ...(address.startsWith('gioi-thieu') ? await oneSheet(page) : [])]);
        });
      }
    } finally {
      await context.close();
      await server.close();
    }
  });
}

test('seen to fail: as readers have set it', async (t) => {
  const context = await browser.newContext(desktop);
  const { page } = await openPage(context, 'http://site.invalid/');
  let shown = '';
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: shown }));
  const write = (body) => {
    shown = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>T</title><meta name="viewport" content="width=device-width"></head><body><main><h1>A</h1>${body}</main></body></html>`;
  };
  const find = (wanted) => preferences.find(({ name }) => name === wanted);
  try {
    await t.test('more contrast', async () => {
      write('<style>p{color:#333;background:#fff}@media (prefers-contrast:more){p{color:#777}}</style><p>nhạt</p><p style="color:#595959">đủ</p>');
      await showWith(page, 'http://site.invalid/', find('prefers more contrast'));
      const faults = await readableWith(page, find('prefers more contrast'));
      seenToFail(faults, /^axe color-contrast/, /^contrast 4\.48, 7 is wanted: <p class=""> nhạt/);
      noFaults((await strongContrast(page)).filter((fault) => /đủ/.test(fault)));
    });
    await t.test('forced colours', async () => {
      const mask = 'display:block;width:20px;height:20px;background-color:currentColor;-webkit-mask:linear-gradient(#000,#000);mask:linear-gradient(#000,#000)';
      write(`<i class="mat" style="${mask}"></i><i class="con" style="${mask};forced-color-adjust:none;background-color:CanvasText"></i><style>.sau::after{content:"";${mask}}</style><p class="sau">x</p>`);
      await showWith(page, 'http://site.invalid/', find('prefers more contrast'));
      noFaults(await signsAreSeen(page));
      await showWith(page, 'http://site.invalid/', find('forced colours'));
      const faults = await signsAreSeen(page);
      seenToFail(faults, /a sign is not seen: contrast 1\.00: <i class="mat">/, /<p class="sau">::after/);
      noFaults(faults.filter((fault) => /con/.test(fault) && !/contrast 1/.test(fault)));
    });
    await t.test('on paper', async () => {
      write(`<style>:root{--c:#000}@media(prefers-color-scheme:dark){:root{--c:#fff;background:#000;color:var(--c)}}@media print{:root{--c:#000}:root.tre{--c:#ddd}.nen{color:#fff;background:#000}}</style>
        <p class="nen">chữ trắng</p><p style="height:16rem">cao</p><p style="height:40rem">cao</p><script>document.documentElement.style.fontSize=localStorage.getItem('size')?'200%':'';document.documentElement.dataset.contrast=localStorage.getItem('contrast')||'';if(localStorage.getItem('contrast'))document.documentElement.className='tre'</script>`);
      seenToFail(await sameOnPaper(page, 'http://site.invalid/'), /2 sheets come out of the printer, 1 without/, /rgb\(255, 255, 255\) on rgb\(255,255,255\): <p class="nen">/, /rgb\(221, 221, 221\) on rgb\(255,255,255\): <p class="">/);
    });
    await t.test('a switch that does nothing', async () => {
      write('<p>x</p>');
      seenToFail(await showWith(page, 'http://site.invalid/', find('contrast switch')), /the switch does nothing/);
    });
  } finally {
    await context.close();
  }
});
