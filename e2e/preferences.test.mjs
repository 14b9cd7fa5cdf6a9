// Each look of a page as people see it who have asked for more contrast, on their device or on the site, or whose browser forces its own colours.

import { after, before, test } from 'node:test';
import { desktop, openBrowser, openPage } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { tabGoesDown } from './lib/keyboard.mjs';
import { preferences, readableWith, showWith, signsAreSeen, strongContrast } from './lib/preferences.mjs';
import { serveFolder } from './lib/server.mjs';
import { onePageOfEachLook, sitesToTest } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

for (const site of sitesToTest()) {
  test(`${site.name}: as readers have set it`, async (t) => {
    const server = await serveFolder(site.folder);
    const contexts = await Promise.all(preferences.map(() => browser.newContext(desktop)));
    try {
      const open = await Promise.all(preferences.map(async (preference, index) => ({ preference, ...await openPage(contexts[index], server.root) })));
      for (const { kind, page: { address } } of onePageOfEachLook(site)) {
        await t.test(`${kind} (/${address})`, async () => {
          const found = await Promise.all(open.map(async ({ preference, page, noted }) => {
            const faults = [...await showWith(page, server.root + address, preference), ...await readableWith(page, preference), ...noted()];
            return faults.map((fault) => `${preference.name}: ${fault}`);
          }));
          noFaults(found.flat());
        });
      }
      for (const { preference, page } of open.filter(({ preference }) => ['forced colours', 'contrast switch, dark'].includes(preference.name))) {
        await t.test(`the focus is seen: ${preference.name}`, async () => {
          await page.goto('about:blank');
          await showWith(page, server.root, preference);
          noFaults(await tabGoesDown(page));
        });
      }
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
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
    await t.test('a switch that does nothing', async () => {
      write('<p>x</p>');
      seenToFail(await showWith(page, 'http://site.invalid/', find('contrast switch')), /the switch does nothing/);
    });
  } finally {
    await context.close();
  }
});
