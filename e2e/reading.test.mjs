// The bar of reading aids: text size, contrast, reading aloud, sharing, paper. A device's voices are played by a list of what was asked of them.

import { after, before, test } from 'node:test';
import { desktop, openBrowser, phone } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { clickable, comesAsChosen, fakeVoices, readsAloud, remembers, shares, silentWithoutVoice, staysInPlace } from './lib/reading.mjs';
import { serveFolder } from './lib/server.mjs';
import { sitesToTest, storyPages } from './lib/site.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** Runs a check on a page of its own, on a device with these voices. `breaks` lists what is spoilt: the addresses, what is replaced there, and by what. */
async function onDevice(address, voices, check, options = desktop, breaks = []) {
  // What is kept for reading without a network would be neither late nor spoilt.
  const context = await browser.newContext({ ...options, permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    const page = await context.newPage();
    await page.addInitScript(fakeVoices, voices);
    for (const [at, from, to] of breaks) {
      await page.route(at, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        if (text.replaceAll(from, to) === text) throw new Error(`${route.request().url()} has nothing to spoil`);
        await route.fulfill({ response, body: text.replaceAll(from, to) });
      });
    }
    await page.goto(address);
    return await check(page);
  } finally {
    await context.close();
  }
}

for (const site of sitesToTest()) {
  test(`${site.name}: reading aids`, async (t) => {
    const server = await serveFolder(site.folder);
    const story = storyPages(site).reduce((a, b) => (a.html.length > b.html.length ? a : b));
    const at = server.root + story.address;
    const checks = [
      ['size and contrast are kept from page to page', [], (page) => remembers(page, server.root)],
      ['the text size under the keyboard', [], staysInPlace],
      ['a page comes as it was chosen', [], comesAsChosen, phone],
      ['it is read aloud with a Vietnamese voice', ['en-US', 'vi_VN'], readsAloud],
      ['without such a voice nothing offers it', ['en-US'], silentWithoutVoice],
      ['sharing, the link, and paper', [], shares],
      ['a thumb can hit the buttons', ['vi-VN'], clickable, phone],
    ];
    try {
      for (const [name, ...device] of checks) await t.test(name, async () => noFaults(await onDevice(at, ...device)));
    } finally {
      await server.close();
    }
  });
}

test('seen to fail: reading aids', async (t) => {
  const bar = (buttons, script = '') => `data:text/html,${encodeURIComponent(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>T</title><main><h1 data-read>A</h1><p data-read>B.</p>
    <div class="tools" role="group" aria-label="T">${buttons}<output></output></div></main><script>${script}</script>`)}`;
  const all = '<button data-do="smaller">a</button><button data-do="larger">A</button><button data-do="contrast" aria-pressed="false">C</button>'
    + '<button data-do="read" data-state="0">R</button><button data-do="stop">S</button><button data-do="copy">L</button><button data-do="print">P</button>';
  await t.test('dead buttons', async () => seenToFail(await onDevice(bar(all), [], (page) => remembers(page, bar(all))), /text does not grow/, /contrast does not change/));
  await t.test('a voice that says nothing', async () => seenToFail(await onDevice(bar(all), ['vi-VN'], readsAloud), /nothing is said/));
  await t.test('an offer without a voice', async () => seenToFail(await onDevice(bar(all), ['en-US'], silentWithoutVoice), /read aloud is offered/));
  await t.test('a dead link', async () => seenToFail(await onDevice(bar(all), [], shares), /link is not copied/, /nothing is printed/));
  await t.test('small buttons', async () => seenToFail(await onDevice(bar(all), ['vi-VN'], clickable, phone), /px; 44 are wanted/));
  await t.test('text without its heading', async () => seenToFail(await onDevice(bar(`${all}</div><h2>Phần</h2><div data-read>`), [], readsAloud), /without its heading “Phần”/));
  await t.test('choices and a focus that come late', async () => {
    const [site] = sitesToTest();
    const server = await serveFolder(site.folder);
    const at = server.root + storyPages(site)[0].address;
    try {
      seenToFail(await onDevice(at, [], comesAsChosen, phone, [[at, '<script src', '<script defer src']]), /the text size “”/, /without the contrast/, /jumps by/);
      seenToFail(await onDevice(at, ['vi-VN'], readsAloud, desktop, [[/\/tools\.\w+\.js$/, /\w+\.focus\(\)/g, '0']]), /the focus is lost with the button/, /the focus is lost when the text ends/);
    } finally {
      await server.close();
    }
  });
  await t.test('a text size that takes the focus and runs away', async () => {
    const [site] = sitesToTest();
    const server = await serveFolder(site.folder);
    const cases = [['"aria-disabled",', '"data-end",', /“larger” does not say so/], ['.setAttribute("aria-disabled",', '.toggleAttribute("disabled",', /“larger” loses the focus/],
      ['scrollBy(', 'String(', /“larger” moves from/], ['"output").textContent', '"output").title', /the text size is said as “”/]];
    try {
      for (const [from, to, pattern] of cases) {
        const spoilt = [[/\/tools\.\w+\.js$/, from, to]];
        seenToFail(await onDevice(server.root + storyPages(site)[0].address, [], staysInPlace, desktop, spoilt), pattern);
      }
    } finally {
      await server.close();
    }
  });
  await t.test('an English voice for Vietnamese', async () => {
    const speak = 'document.querySelector("[data-do=read]").onclick=function(){var u=new SpeechSynthesisUtterance("A");u.lang="en";u.voice=speechSynthesis.getVoices()[0];speechSynthesis.speak(u)}';
    seenToFail(await onDevice(bar(all, speak), ['en-US', 'vi-VN'], readsAloud), /is read by en-US/);
  });
});
