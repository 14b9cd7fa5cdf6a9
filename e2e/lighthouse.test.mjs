// Lighthouse on one page of each template: 100 for accessibility, best practices and SEO. The performance of the pages that readers open first is told.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { audit, openAudited, performance } from './lib/lighthouse.mjs';
import { serveFolder } from './lib/server.mjs';
import { onePageOfEachLook, sitesToTest } from './lib/site.mjs';

let audited;
before(async () => { audited = await openAudited(); });
after(async () => { await audited?.close(); });

const all = sitesToTest();
const sites = [[all.find(({ name }) => name === 'sen'), () => true], [all.find(({ name }) => name === 'tre'), (kind) => ['home', 'profile with a picture', 'field'].includes(kind)]];
const timed = ['home', 'profile with a picture'];

for (const [site, chosen] of sites) {
  test(`${site.name}: Lighthouse`, async (t) => {
    const server = await serveFolder(site.folder);
    try {
      for (const { kind, page } of onePageOfEachLook(site).filter(({ kind }) => chosen(kind))) {
        const speed = timed.includes(kind) ? `, performance ${await performance(audited, server.root + page.address)}` : '';
        await t.test(`${kind} (/${page.address})${speed}`, async () => noFaults(await audit(audited, server.root + page.address, page)));
      }
    } finally {
      await server.close();
    }
  });
}

test('seen to fail: Lighthouse', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const page = ({ doctype = '<!doctype html>', head = '', body = '' }) => `${doctype}<html lang="vi"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,">`
    + `${head}</head><body><main><h1>A</h1>${body}</main></body></html>`;
  const proper = '<meta name="viewport" content="width=device-width"><meta name="description" content="x">';
  const pages = {
    good: page({ head: proper }),
    unseen: page({ head: proper, body: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">' }),
    old: page({ doctype: '', head: proper, body: '<script>console.error("hỏng")</script>' }),
    scripted: page({ head: proper, body: '<p><a class="nowhere">x</a></p><div><p><a href="/">y</a> <a class="scripted">z</a></p></div><script>document.querySelector("div").onclick = () => {}</script>' }),
    hidden: page({ head: '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">' }),
  };
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
  const server = await serveFolder(folder);
  const faults = (name, as) => audit(audited, `${server.root}${name}.html`, as);
  try {
    await t.test('what is right is no fault', async () => noFaults(await faults('good')));
    await t.test('accessibility', async () => seenToFail(await faults('unseen'), /accessibility: image-alt: .*<img/));
    await t.test('best practices', async () => seenToFail(await faults('old'), /best-practices: doctype/, /best-practices: errors-in-console: .*hỏng/));
    await t.test('SEO', async () => {
      seenToFail(await faults('hidden'), /seo: is-crawlable/, /seo: meta-description/);
      seenToFail(await faults('scripted'), /seo: crawlable-anchors: .*<a class="scripted">/);
      const onPurpose = await faults('hidden', { noindex: true });
      seenToFail(onPurpose, /seo: meta-description/);
      noFaults(onPurpose.filter((fault) => !/meta-description/.test(fault)));
    });
    await t.test('a page that is not there', async () => seenToFail(await faults('none'), /^Lighthouse: /));
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
