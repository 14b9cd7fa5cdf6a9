// Reading without a network: what the service worker keeps, shows, renews and forgets. Every check takes a world of its own (a copy of the sample
// site, a host that can be slow or gone, a fresh browser profile), gives a list of faults, and is seen to fail with a worker that is broken on purpose.

import { execFileSync } from 'node:child_process';
import { cpSync, createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { desktop, openBrowser, withWorker } from './lib/browser.mjs';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { copySite, program, startPreview } from './lib/preview.mjs';

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.woff2': 'font/woff2' };
const story = 'guong/cong-ty-tnhh-che-suong-doi/';
const other = 'guong/ha-thi-mai-1986/';

const build = (folder, ...options) => execFileSync(program, ['build', '--source', folder, '--quiet', ...options], { stdio: 'pipe' });

// The built sites, by their themes: a world begins with a copy of one, so that the program is asked only where a check is about another build.
const built = {};
let browser;
before(async () => {
  browser = await openBrowser();
  for (const theme of ['sen', 'tre']) {
    built[theme] = copySite();
    edit(join(built[theme].folder, 'site.yaml'), 'giao diện: sen', `giao diện: ${theme}`);
    build(built[theme].folder);
  }
});
after(async () => {
  await browser?.close();
  for (const site of Object.values(built)) site.remove();
});

function edit(file, from, to) {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
  writeFileSync(file, text.replaceAll(from, to));
}

const longAgo = new Date(Date.now() - 100 * 864e5).toUTCString();

/**
 * A host that serves a folder under a path, and can be slow (with its pages, or with what `slowly` matches), gone, or give something else for a file. With `vague` it says when
 * files changed, long ago, and not how long they are good, so that browsers guess.
 */
async function host(folder, path = '/abc/') {
  const state = { slow: 0, slowly: /^$|\/$/, gone: false, vague: false, instead: {}, asked: [] };
  const server = createServer(async (request, response) => {
    const below = decodeURIComponent(new URL(request.url, 'http://x/').pathname).slice(path.length);
    state.asked.push(below);
    const file = join(folder, below.endsWith('/') || below === '' ? `${below}index.html` : below);
    const instead = state.instead[below];
    if (state.slow && state.slowly.test(below)) await new Promise((resolve) => { setTimeout(resolve, state.slow); });
    if (request.socket.destroyed) return; // nobody waits any more
    if (instead !== undefined) {
      const { status = 200, body, ...headers } = instead;
      response.writeHead(status, { 'content-type': types[extname(below)] ?? types['.html'], ...headers }).end(body);
    } else if (statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...(state.vague && below !== 'sw.js' && { 'last-modified': longAgo }) });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404, { 'content-type': types['.html'] }).end(readFileSync(join(folder, '404.html')));
    }
  });
  server.on('connection', (socket) => { if (state.gone) socket.destroy(); });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return Object.assign(state, {
    root: `http://127.0.0.1:${server.address().port}${path}`,
    port: server.address().port,
    vanish() {
      state.gone = true;
      server.closeAllConnections();
    },
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  });
}

/** Runs a check in a world of its own. `breaks` may spoil the world before anything is read. */
async function inWorld(check, { theme = 'sen', breaks } = {}) {
  const patience = breaks ? 5000 : 20_000; // what is broken on purpose needs none; what is right may be slow where much else runs
  const above = mkdtempSync(join(tmpdir(), 'offline-'));
  const source = join(above, 'site');
  cpSync(built[theme].folder, source, { recursive: true });
  const folder = join(source, 'public');
  const server = await host(folder);
  const context = await browser.newContext({ ...desktop, ...withWorker });
  const page = await context.newPage();
  const world = {
    context, page, server, folder,
    edit: (from, to) => edit(join(source, 'site.yaml'), from, to),
    /** Adds somebody to the site, and builds it. */
    add(name) {
      writeFileSync(join(source, 'content', 'guong', `moi-${Date.now()}.md`), `---\ntên: ${name}\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2024\nđơn vị: Trạm Mới\n---\n\nChuyện về dâu tây.\n`);
      build(source);
    },
    /** Loads a file of the search index as a page does, and gives its stamp; empty where it does not come. */
    stamp: (address) => page.evaluate((src) => new Promise((resolve) => {
      window.gs = (name, value, stamp) => resolve(stamp);
      document.head.append(Object.assign(document.createElement('script'), { src, onerror: () => resolve('') }));
    }), server.root + address),
    build: (...options) => build(source, ...options),
    visit: (address) => page.goto(server.root + address, { timeout: 20_000 }),
    /** The addresses that are kept, below the site's own. */
    kept: (kind) => page.evaluate(async ([wanted, root]) => {
      const names = (await caches.keys()).filter((name) => name.endsWith(` ${wanted}`));
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => url.replace(root, ''));
    }, [kind, server.root]),
    /** Visits a page with the worker at work, and waits until it is kept. */
    async read(address) {
      await world.visit(address);
      await world.until(async () => (await world.kept('pages')).includes(address.replace(/\?.*/, '')));
    },
    /** Waits until something holds; false where it does not within the time. */
    async until(holds, within = patience) {
      for (const end = Date.now() + within; Date.now() < end; await page.waitForTimeout(100)) if (await holds()) return true;
      return false;
    },
    heading: () => page.locator('h1').innerText({ timeout: 5000 }).catch(() => ''),
  };
  try {
    if (breaks) await breaks(world);
    return await check(world);
  } finally {
    await context.close();
    await server.close();
    rmSync(above, { recursive: true });
  }
}

const headingOf = (world, address) => /<h1[^>]*>([^<]*)/.exec(readFileSync(join(world.folder, address, 'index.html'), 'utf8'))[1];

const textOf = (world, at) => { try { return readFileSync(join(world.folder, at), 'utf8'); } catch { return ''; } };
const stampOf = (world, at) => /"([\w-]{4})"\)\s*$/.exec(textOf(world, at))[1];

const checks = {
  async 'a page that was read is there without a network, as it was'(world) {
    await world.read('');
    await world.read(story);
    const look = () => world.page.evaluate(async () => {
      await document.fonts.ready;
      const picture = document.querySelector('main img');
      picture.loading = 'eager';
      await picture.decode().catch(() => {});
      return { picture: picture.naturalWidth, font: getComputedStyle(document.querySelector('h1')).fontFamily, faces: [...document.fonts].filter((f) => f.status === 'loaded').length };
    });
    const was = await look();
    await world.until(async () => (await world.kept('pictures')).some((at) => at.startsWith(story)));
    world.server.vanish();
    await world.visit(story).catch(() => {});
    if (await world.heading() !== headingOf(world, story)) return ['the page is not there again'];
    const is = await look();
    return JSON.stringify(is) === JSON.stringify(was) && is.picture > 0 ? [] : [`the page looks different: ${JSON.stringify(was)}, then ${JSON.stringify(is)}`];
  },

  async 'so is the first page of all, which was open before the worker came'(world) {
    await world.visit(story);
    const came = await world.until(async () => (await world.kept('pages')).includes(story));
    if (!came) return ['the page that was open is not kept'];
    const again = world.server.asked.filter((at) => at.startsWith('guong/') && at !== story && world.server.asked.indexOf(at) !== world.server.asked.lastIndexOf(at));
    await world.context.setOffline(true);
    await world.page.reload().catch(() => {});
    const faults = again.map((at) => `${at} was loaded twice`);
    if (await world.heading() !== headingOf(world, story)) faults.push('the first page is not there again');
    if (!await world.page.evaluate(() => document.querySelector('main img').naturalWidth > 0)) faults.push('its picture is not there again');
    return faults;
  },

  async 'a page that was not read says so and leads to those that were'(world) {
    await world.read('');
    await world.read(story);
    world.server.vanish();
    await world.visit(other).catch(() => {});
    const faults = [];
    if (!/mạng/.test(await world.heading())) return [`nothing says that there is no network: “${await world.heading()}”`];
    if (world.page.url() !== world.server.root + other) faults.push(`the address is ${world.page.url()}`);
    if (!await world.page.evaluate(() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 0)) faults.push('it has no styles');
    await world.page.locator('[data-kept] a').first().waitFor({ timeout: 5000 }).catch(() => {});
    const links = await world.page.locator('[data-kept] a').evaluateAll((all) => all.filter((a) => a.checkVisibility()).map((a) => [a.innerText, a.href]));
    if (links[0]?.[0] !== headingOf(world, story)) faults.push(`the page read last is not the first in the list: ${JSON.stringify(links)}`);
    if (links.length !== 2) faults.push(`the list has ${links.length} pages, not 2`);
    await world.page.locator('[data-kept] a').first().click({ timeout: 5000 }).catch(() => {});
    await world.page.waitForURL(world.server.root + story, { timeout: 10_000 }).catch(() => {});
    if (await world.heading() !== headingOf(world, story)) faults.push('its links lead nowhere');
    return faults;
  },

  async 'a search that was made is there without a network'(world) {
    await world.read('');
    const results = async () => {
      await world.page.locator('#ket-qua > li').first().waitFor({ timeout: 5000 }).catch(() => {});
      return world.page.locator('#ket-qua > li').allInnerTexts();
    };
    await world.read('tim-kiem/?q=d%C3%A2u');
    const was = await results();
    await world.until(async () => (await world.kept('search')).length > 1);
    world.server.vanish();
    await world.visit('tim-kiem/?q=d%C3%A2u').catch(() => {});
    const is = await results();
    return was.length > 0 && was.join() === is.join() ? [] : [`${was.length} found with a network, ${is.length} without`];
  },

  async 'a new build shows on the next visit'(world) {
    await world.read('');
    await world.read(story);
    world.edit('Gương sáng Ngàn Thông', 'Gương sáng Mới');
    world.build();
    await world.visit(story);
    return (await world.page.title()).endsWith('Gương sáng Mới') ? [] : [`the next visit shows “${await world.page.title()}”`];
  },

  async 'so does it, and the new index, where the host does not say how long files are good'(world) {
    world.server.vague = true;
    await world.read('');
    await world.read(story);
    await world.stamp('tim-kiem/muc.js');
    await world.read('');
    world.edit('Gương sáng Ngàn Thông', 'Gương sáng Mới');
    world.add('Nguyễn Văn Mới Toanh');
    const stamp = await world.stamp('tim-kiem/muc.js');
    await world.page.evaluate((to) => { window.location.href = to; }, world.server.root + story);
    await world.page.waitForURL(world.server.root + story);
    const title = await world.page.title(), faults = title.endsWith('Gương sáng Mới') ? [] : [`the next visit shows “${title}”`];
    return stamp === stampOf(world, 'tim-kiem/muc.js') ? faults : [...faults, 'the index is an old one'];
  },

  async 'of the search index, files of one build are kept'(world) {
    await world.read('');
    await world.read('tim-kiem/?q=d%C3%A2u');
    await world.page.locator('#ket-qua > li').first().waitFor();
    await world.until(async () => (await world.kept('search')).length > 4);
    const strange = () => world.page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((one) => one.endsWith(' search'));
      const cache = await caches.open(name);
      const all = await Promise.all((await cache.keys()).map(async (request) => [request.url, await (await cache.match(request))?.text()]));
      return all.filter(([, text]) => text !== undefined); // it may go at any moment
    }).then((all) => all.map(([url, text]) => [url.slice(world.server.root.length), text]).filter(([at, text]) => text !== textOf(world, at)).map(([at]) => at));
    world.add('Nguyễn Văn Mới Toanh');
    const before = await strange();
    await world.stamp('tim-kiem/muc.js');
    await world.until(async () => (await strange()).length === 0, 3000);
    const faults = (await strange()).map((at) => `${at} is of another build`);
    if (before.length < 4) faults.push(`nothing was tried: only ${before} changed`);
    world.server.instead['tim-kiem/t16-0.js'] = { body: '<title>Đăng nhập</title>' };
    await world.stamp('tim-kiem/cot.js?1');
    await world.page.addScriptTag({ url: `${world.server.root}tim-kiem/t16-0.js` }).catch(() => {});
    await world.until(async () => (await world.kept('search')).includes('tim-kiem/cot.js'));
    const kept = await world.kept('search');
    if (kept.some((at) => at.includes('?')) || !kept.includes('tim-kiem/cot.js')) faults.push(`what was asked for behind “?” is kept as ${kept.filter((at) => at.includes('cot'))}`);
    if (kept.includes('tim-kiem/t16-0.js')) faults.push('what is no part of the index is kept');
    return faults;
  },

  async 'who asks for the search index past what is kept waits for the new one'(world) {
    await world.read('');
    await world.stamp('tim-kiem/muc.js');
    await world.until(async () => (await world.kept('search')).length > 0);
    world.add('Nguyễn Văn Mới Toanh');
    Object.assign(world.server, { slow: 4000, slowly: /muc\.js$/ });
    return await world.stamp('tim-kiem/muc.js?1') === stampOf(world, 'tim-kiem/muc.js') ? [] : ['the index is an old one'];
  },

  async 'on a slow line the kept page shows, and the new one on the next visit'(world) {
    await world.read('');
    await world.read(story);
    world.edit('Gương sáng Ngàn Thông', 'Gương sáng Mới');
    world.build();
    world.server.slow = 9000;
    const began = Date.now();
    await world.page.goto(world.server.root + story, { waitUntil: 'commit' });
    const took = Date.now() - began;
    await world.page.waitForFunction(() => document.title); // it has begun to come, and no more
    const title = await world.page.title();
    const faults = [];
    if (took > 8000) faults.push(`the slow page took ${took} ms`);
    if (!title.endsWith('Ngàn Thông')) faults.push(`the slow page is “${title}”`);
    const keptNow = () => world.page.evaluate(async (at) => (await (await caches.match(at))?.text())?.includes('Gương sáng Mới') === true, world.server.root + story);
    await world.until(keptNow, 20_000 - took);
    world.server.vanish();
    await world.visit(story).catch(() => {});
    if (!(await world.page.title()).endsWith('Gương sáng Mới')) faults.push('what came too late was not kept');
    return faults;
  },

  async 'a page that is gone from the site is gone from the device'(world) {
    await world.read('');
    await world.read(story);
    rmSync(join(world.folder, story), { recursive: true });
    await world.visit(story);
    await world.until(async () => !(await world.kept('pages')).includes(story));
    return (await world.kept('pages')).includes(story) ? ['the page is still kept'] : [];
  },

  async 'nothing is kept of what does not belong to the site, or must not be kept'(world) {
    await world.read('');
    const html = readFileSync(join(world.folder, story, 'index.html'), 'utf8');
    Object.assign(world.server.instead, {
      'quan-tri/': { body: '<!doctype html><title>Quản trị</title><h1>Quản trị</h1>' },
      'rieng/': { body: html, 'cache-control': 'private' },
      'hong/': { body: html, status: 500 },
      'rieng.png': { body: 'x', 'cache-control': 'no-store' },
    });
    for (const address of ['quan-tri/', 'rieng/', 'hong/', 'rss.xml', other]) await world.visit(address).catch(() => {});
    await world.page.evaluate(async (root) => {
      await fetch(`${root}feed.json`);
      await fetch(`${root}logo.svg`, { headers: { range: 'bytes=0-9' } });
      await new Promise((resolve) => { Object.assign(new Image(), { onload: resolve, onerror: resolve, src: `${root}rieng.png` }); });
    }, world.server.root);
    await world.until(async () => (await world.kept('pages')).includes(other));
    const all = (await Promise.all(['pages', 'pictures', 'search', 'theme', 'own'].map(world.kept))).flat();
    const faults = ['quan-tri/', 'rieng/', 'hong/', 'rss.xml', 'feed.json', 'rieng.png'].filter((at) => all.includes(at)).map((at) => `${at} is kept`);
    if (!all.includes(other)) faults.push('not even a page of the site is kept');
    return faults;
  },

  // With a smaller number of pages than readers have, so that it does not take long.
  async 'what is kept has bounds'(world) {
    const most = 12;
    const text = readFileSync(join(world.folder, 'sw.js'), 'utf8');
    const faults = /pages:\[60,8e6\]/.test(text) ? [] : ['the worker that is published does not keep 60 pages'];
    world.server.instead['sw.js'] ??= { body: text.replace('pages:[60', `pages:[${most}`) };
    await world.read('');
    const many = execFileSync('find', ['guong', '-name', 'index.html'], { cwd: world.folder, encoding: 'utf8' }).trim().split('\n')
      .map((file) => file.replace('index.html', '')).filter((at) => !readFileSync(join(world.folder, at, 'index.html'), 'utf8').includes('http-equiv')).slice(0, most + 8);
    for (const address of many) await world.page.goto(world.server.root + address, { waitUntil: 'commit' });
    await world.read(many.at(-1));
    for (let n = 0; n < 10; n++) world.server.instead[`to/${n}.png`] = { body: Buffer.alloc(15e5, n) };
    world.server.instead['to/qua.png'] = { body: Buffer.alloc(25e5) };
    await world.page.evaluate(async (root) => {
      for (const name of ['qua', ...'0123456789']) await new Promise((resolve) => { Object.assign(new Image(), { onerror: resolve, onload: resolve, src: `${root}to/${name}.png` }); });
    }, world.server.root);
    await world.page.waitForTimeout(2000);
    await world.until(async () => (await world.kept('pages')).length <= most && (await world.kept('pictures')).filter((at) => at.startsWith('to/')).length <= 7);
    const [pages, pictures] = [await world.kept('pages'), await world.kept('pictures')];
    const large = pictures.filter((at) => at.startsWith('to/'));
    if (pages.length > most) faults.push(`${pages.length} pages are kept`);
    if (pages.length < most - 3 || !pages.includes(many.at(-1)) || pages.includes(many[0])) faults.push('it is not the oldest that go');
    if (large.length > 7) faults.push(`${large.length} large pictures are kept`);
    if (!large.includes('to/9.png')) faults.push('the newest picture is not kept');
    if (large.includes('to/qua.png')) faults.push('a picture of 2.5 MB is kept');
    return faults;
  },

  async 'with the switch off, the worker and all that it kept are gone'(world) {
    await world.read('');
    await world.read(story);
    world.edit('ngôn ngữ: vi', 'ngôn ngữ: vi\nngoại tuyến: không');
    world.build();
    await world.visit(story);
    await world.visit('');
    const gone = await world.until(() => world.page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0));
    if (!gone) return [`still there: ${await world.page.evaluate(async () => JSON.stringify([Boolean(await navigator.serviceWorker.getRegistration()), await caches.keys()]))}`];
    await world.visit(other);
    world.server.vanish();
    const shown = await world.visit(other).then(() => true, () => false);
    return shown ? ['a page is shown without a network'] : [];
  },

  async 'another site on the same host is left alone'(world) {
    await world.visit('logo.svg');
    await world.page.evaluate(() => caches.open('guongsang http://127.0.0.1/abc/def/ 1 pages').then(() => caches.open('khac')));
    await world.read('');
    const names = await world.page.evaluate(() => caches.keys());
    return ['guongsang http://127.0.0.1/abc/def/ 1 pages', 'khac'].filter((name) => !names.includes(name)).map((name) => `${name} is gone`);
  },

  async 'the page of unknown addresses asks for the worker too, in the right place'(world) {
    world.build('--base-url', world.server.root); // that page knows where the site lies
    await world.visit('khong/co/trang/nay/');
    const scope = await world.page.evaluate(() => Promise.race([navigator.serviceWorker.ready.then((r) => r.scope), new Promise((resolve) => { setTimeout(resolve, 8000, 'none'); })]));
    return scope === world.server.root ? [] : [`the worker is for ${scope}`];
  },
};

// Worlds know nothing of one another and mostly wait, so several may turn at once.
const together = { concurrency: 3 };

test('reading without a network', together, async (t) => {
  const running = Object.entries(checks).map(([name, check]) => t.test(name, async () => noFaults(await inWorld(check))));
  running.push(t.test('in the other theme', async () => {
    noFaults(await inWorld(checks['a page that was not read says so and leads to those that were'], { theme: 'tre' }));
    noFaults(await inWorld(checks['a page that was read is there without a network, as it was'], { theme: 'tre' }));
  }));
  await Promise.all(running);
});

test('a preview keeps nothing, and forgets what a site at the same place kept', async () => {
  const site = built.sen;
  const server = await host(join(site.folder, 'public'), '/');
  const context = await browser.newContext({ ...desktop, ...withWorker });
  let preview;
  try {
    const page = await context.newPage();
    await page.goto(server.root);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await server.close();
    preview = await startPreview(site.folder, { port: server.port });
    const faults = preview.port === server.port ? [] : ['the preview is at another port, so nothing is tried'];
    await page.goto(preview.url);
    const state = () => page.evaluate(async () => JSON.stringify([(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]));
    for (const end = Date.now() + 8000; Date.now() < end && await state() !== '[0,0]';) await page.waitForTimeout(200);
    if (await state() !== '[0,0]') faults.push(`workers and caches: ${await state()}`);
    await page.goto(`${preview.url}${story}`);
    await page.waitForTimeout(1500);
    if (await state() !== '[0,0]') faults.push(`the preview is kept: ${await state()}`);
    noFaults(faults);
  } finally {
    await context.close();
    await preview?.kill();
    await server.close();
  }
});

test('from a folder, nobody asks for a worker', async () => {
  const context = await browser.newContext({ ...desktop, ...withWorker });
  try {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(pathToFileURL(join(built.sen.folder, 'public', 'index.html')).href);
    await page.waitForTimeout(500);
    noFaults(said.filter((text) => /worker|sw\.js/i.test(text)));
  } finally {
    await context.close();
  }
});

// From here on: workers that are broken on purpose.

const worker = (body) => (world) => { world.server.instead['sw.js'] = { body }; };
const none = worker('');
const stale = worker(`
  const open = () => caches.open("x pages");
  oninstall = () => skipWaiting();
  onactivate = (e) => e.waitUntil(clients.claim());
  onfetch = (e) => e.respondWith(open().then(async (c) => (await c.match(e.request)) || fetch(e.request).then((a) => (c.put(e.request, a.clone()), a))));`);
const changed = (from, to) => (world) => {
  const text = readFileSync(join(world.folder, 'sw.js'), 'utf8');
  const body = text.replace(from, to);
  if (body === text) throw new Error(`the worker has no ${from}`);
  world.server.instead['sw.js'] = { body };
};

const broken = {
  'a page that was read is there without a network, as it was': [none, /not there again/],
  'so is the first page of all, which was open before the worker came': [changed(/clients\.matchAll\(/, '[]||('), /not kept/],
  'a page that was not read says so and leads to those that were': [changed(/ngoai-tuyen\//, 'linh-vuc/'), /nothing says/],
  'a search that was made is there without a network': [changed(/tim-kiem\//, 'tim-khac/'), /\d+ found with a network, 0 without/],
  'a new build shows on the next visit': [stale, /the next visit shows “.*Ngàn Thông”/],
  'so does it, and the new index, where the host does not say how long files are good': [changed('?{cache:"no-cache"}:{}', '?{}:{}'), /the next visit shows “.*Ngàn Thông”/, /the index is an old one/],
  'of the search index, files of one build are kept': [changed('await sweep(', 'await Boolean('), /is of another build/],
  'who asks for the search index past what is kept waits for the new one': [changed(/\.url!==(\w)\?/, '.url===0?'), /the index is an old one/],
  'on a slow line the kept page shows, and the new one on the next visit': [changed(/3e3|3000/, '60000'), /the slow page took/, /the slow page is/],
  'a page that is gone from the site is gone from the device': [changed('===404', '===444'), /still kept/],
  'nothing is kept of what does not belong to the site, or must not be kept': [stale, /quan-tri\/ is kept/, /rieng\/ is kept/],
  'what is kept has bounds': [changed(/(\w)>=BOUNDS/, '-$1>=BOUNDS'), /\d\d pages are kept/, /not the oldest/],
  'with the switch off, the worker and all that it kept are gone': [(world) => { world.build = () => {}; }, /still there/],
  'another site on the same host is left alone': [changed(/\w\.startsWith\(FAMILY\)&&!/, '!'), /khac is gone/],
  'the page of unknown addresses asks for the worker too, in the right place': [(world) => { world.server.instead['sw.js'] = { status: 404, body: '' }; }, /for none/],
};

test('seen to fail: reading without a network', together, async (t) => {
  await Promise.all(Object.entries(checks).map(([name, check]) => {
    const [breaks, ...patterns] = broken[name];
    return t.test(name, async () => seenToFail(await inWorld(check, { breaks }), ...patterns));
  }));
});
