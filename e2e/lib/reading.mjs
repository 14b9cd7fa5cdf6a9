// What the bar of reading aids does. Each check takes a Playwright page that shows a page of text, and returns a list of faults.

const button = (page, name) => page.locator(`.tools [data-do=${name}]`);

/** Plays a device with voices of these languages; what was asked of them is noted in window.said. Runs within the page. */
export function fakeVoices(languages) {
  const all = languages.map((lang) => ({ lang, name: lang }));
  window.said = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices: () => all,
      speak(utterance) { window.said.push(utterance); },
      cancel() { window.said.push('cancel'); },
    },
  });
  window.print = () => { window.printed = true; };
}

const size = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const contrast = (page) => page.evaluate(() => document.documentElement.dataset.contrast ?? '');

/** Text size and contrast change, say so, and hold on the next page, at `next`, too. */
export async function remembers(page, next) {
  const faults = [];
  const start = await size(page);
  if (!await button(page, 'smaller').isDisabled()) faults.push('what is at its smallest can be made smaller');
  await button(page, 'larger').click();
  const large = await size(page);
  if (large <= start) faults.push('the text does not grow');
  await button(page, 'contrast').click();
  if (await contrast(page) !== 'more') faults.push('the contrast does not change');
  if (await button(page, 'contrast').getAttribute('aria-pressed') !== 'true') faults.push('the switch does not say that it is on');
  const story = page.url();
  await page.goto(next);
  if (await size(page) !== large) faults.push('the next page has another text size');
  if (await contrast(page) !== 'more') faults.push('the next page has another contrast');
  await page.goto(story);
  await button(page, 'contrast').click();
  if (await contrast(page) !== '') faults.push('the contrast cannot be switched off');
  for (let i = 0; i < 9 && await button(page, 'larger').isEnabled(); i++) await button(page, 'larger').click({ timeout: 2_000 });
  if (await button(page, 'larger').isEnabled()) faults.push('the text grows without end');
  if (await size(page) < 2 * start) faults.push('the text does not reach twice its size');
  return faults;
}

/** With the keyboard, a button of the text size keeps the focus to its end and stays where it is in the window, and the new size is said. */
export async function staysInPlace(page) {
  const faults = [];
  for (const [name, wanted] of [['larger', '200%'], ['smaller', '100%']]) {
    const own = button(page, name);
    await own.focus();
    const top = () => own.evaluate((e) => e.getBoundingClientRect().top);
    const before = await top();
    for (let pressed = 0; pressed < 6; pressed++) await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    if (!await own.evaluate((e) => e === document.activeElement)) faults.push(`at its end, “${name}” loses the focus`);
    if (await own.getAttribute('aria-disabled') !== 'true') faults.push(`at its end, “${name}” does not say so`);
    const noWay = name === 'smaller' && await page.evaluate(() => scrollY === 0); // the top of a page goes no further down
    if (Math.abs(await top() - before) > 8 && !noWay) faults.push(`“${name}” moves from ${Math.round(before)} to ${Math.round(await top())} px`);
    const said = await page.locator('.tools output').textContent();
    if (said !== wanted) faults.push(`the text size is said as “${said}”, not “${wanted}”`);
  }
  return faults;
}

/** What was chosen is there before anything is seen, also where scripts come late: the page does not jump under its reader. */
export async function comesAsChosen(page) {
  await page.evaluate(() => {
    localStorage.setItem('size', 4);
    localStorage.setItem('contrast', 'more');
  });
  await page.addInitScript(() => {
    window.jumps = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.jumps += value; }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver((changes, observer) => {
      if (!document.body) return;
      observer.disconnect();
      const { style, dataset } = document.documentElement;
      window.atFirst = { size: style.fontSize, contrast: dataset.contrast };
    }).observe(document, { childList: true, subtree: true });
  });
  await page.route(/\.js$/, async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    await route.continue();
  });
  await page.reload();
  await page.waitForTimeout(300);
  const { jumps, atFirst } = await page.evaluate(() => ({ jumps: window.jumps, atFirst: window.atFirst }));
  const faults = [];
  if (atFirst.size !== '200%') faults.push(`the page comes with the text size “${atFirst.size}”`);
  if (atFirst.contrast !== 'more') faults.push('the page comes without the contrast that was chosen');
  if (jumps > 0.1) faults.push(`the page jumps by ${jumps.toFixed(2)}`);
  return faults;
}

const said = (page) => page.evaluate(() => window.said.map((u) => (u === 'cancel' ? u : { text: u.text, voice: u.voice?.lang ?? '' })));
const ended = (page) => page.evaluate(() => window.said.filter((u) => u !== 'cancel').at(-1)?.onend?.());

/** The heading first, sentence by sentence, each in a voice of its language; it can be paused, goes on where it was, stops, and ends with the text or the page. */
export async function readsAloud(page) {
  const faults = await page.evaluate(() => [...document.querySelectorAll('main :is(h2, h3) + [data-read]')]
    .map((text) => text.previousElementSibling).filter((heading) => !heading.closest('[data-read]'))
    .map((heading) => `the text is read without its heading “${heading.textContent.trim()}”`));
  // A paragraph in another language, for which there is a voice, and one for which there is none.
  await page.evaluate(() => {
    const parts = [...document.querySelectorAll('[data-read]')];
    parts[0].insertAdjacentHTML('afterend', '<div data-read><p lang="en">One. Two?</p><p lang="kpm">Khong co giong doc.</p></div>');
  });
  const read = button(page, 'read');
  if (!await read.isVisible()) return [...faults, 'nobody is offered to hear it'];
  const word = await read.textContent();
  await read.click();
  const first = (await said(page)).filter((u) => u !== 'cancel');
  if (first.length !== 1) return [...faults, `nothing is said, or all at once: ${first.length} utterances`];
  const heading = (await page.locator('h1').textContent()).trim();
  if (first[0].text !== heading) faults.push(`it begins with “${first[0].text}”, not with “${heading}”`);
  if (!/^vi/.test(first[0].voice)) faults.push(`“${first[0].text}” is read by ${first[0].voice}`);
  if (await page.locator('.reading').count() !== 1) faults.push('what is being read is not marked');
  if (await read.textContent() === word) faults.push('the button does not say that it pauses now');

  for (let i = 0; i < 3; i++) await ended(page);
  const spoken = (await said(page)).filter((u) => u !== 'cancel');
  if (spoken[1]?.text !== 'One.' || spoken[2]?.text !== 'Two?' || !/^en/.test(spoken[1].voice)) faults.push(`English is read as ${JSON.stringify(spoken.slice(1, 3))}`);
  if (spoken.some((u) => /^Khong/.test(u.text))) faults.push('a language without a voice is read');
  const last = spoken.at(-1);

  await read.click();
  if ((await said(page)).at(-1) !== 'cancel') faults.push('a pause does not silence the voice');
  await read.click();
  if ((await said(page)).at(-1).text !== last.text) faults.push('after a pause it does not go on where it was');
  await button(page, 'stop').click();
  if ((await said(page)).at(-1) !== 'cancel') faults.push('stop does not silence the voice');
  if (await page.locator('.reading').count() !== 0) faults.push('a mark is left behind');
  if (await button(page, 'stop').isVisible()) faults.push('what is still can be stopped');
  if (!await read.evaluate((e) => e === document.activeElement)) faults.push('the focus is lost with the button that stopped it');

  await read.click();
  if ((await said(page)).at(-1).text !== heading) faults.push('after a stop it does not begin again');
  await button(page, 'stop').focus();
  const over = await page.evaluate(() => {
    const stop = document.querySelector('.tools [data-do=stop]');
    for (let sentence = 0; sentence < 10_000 && !stop.hidden; sentence++) window.said.filter((u) => u !== 'cancel').at(-1).onend?.();
    return stop.hidden;
  });
  if (!over) faults.push('it never ends');
  if (!await read.evaluate((e) => e === document.activeElement)) faults.push('the focus is lost when the text ends');

  await read.click();
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  if ((await said(page)).at(-1) !== 'cancel') faults.push('the voice goes on after the page was left');
  return faults;
}

/** Nobody is offered a voice that would read Vietnamese as if it were English. */
export async function silentWithoutVoice(page) {
  const offered = [];
  for (const name of ['read', 'stop']) if (await button(page, name).isVisible()) offered.push(`read aloud is offered (${name}), but there is no voice`);
  return offered;
}

/** The link is the page's own address; where the device has a menu for sharing, it is used; paper. */
export async function shares(page) {
  const faults = [];
  const canonical = await page.evaluate(() => document.querySelector('link[rel=canonical]')?.href ?? location.href);
  await button(page, 'copy').click();
  await page.waitForFunction(() => document.querySelector('.tools output').textContent !== '', null, { timeout: 5_000 }).catch(() => faults.push('nothing says that the link was copied'));
  const copied = await page.evaluate(() => navigator.clipboard?.readText()).catch(() => '');
  if (copied !== canonical) faults.push(`the link is not copied: “${copied}”`);
  await button(page, 'print').click();
  if (!await page.evaluate(() => window.printed)) faults.push('nothing is printed');

  await page.addInitScript(() => { navigator.share = (what) => { window.shared = what; return Promise.resolve(); }; });
  await page.reload();
  const share = button(page, 'share');
  if (!await share.count()) return [...faults, 'the menu of the device is not offered'];
  await share.click();
  const shared = await page.evaluate(() => window.shared);
  if (shared?.url !== canonical || !shared.title) faults.push(`what is shared: ${JSON.stringify(shared)}`);
  return faults;
}

/** Every button of the bar is 44 px in both directions, within the window, and has a name. */
export function clickable(page) {
  return page.evaluate(() => [...document.querySelectorAll('.tools button')].filter((e) => e.checkVisibility()).flatMap((e) => {
    const box = e.getBoundingClientRect();
    const faults = [];
    if (box.width < 43.5 || box.height < 43.5) faults.push(`${e.textContent}: ${Math.round(box.width)}×${Math.round(box.height)} px; 44 are wanted`);
    if (box.left < 0 || box.right > innerWidth) faults.push(`${e.textContent} is not within the window`);
    if (!(e.getAttribute('aria-label') ?? e.textContent).trim()) faults.push(`a button without a name: ${e.outerHTML}`);
    return faults;
  }));
}
