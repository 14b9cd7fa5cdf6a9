// The site with the keyboard alone. Each check takes a Playwright page that shows a page of the site, and returns a list of faults.

import { colours } from './colours.mjs';

/** On a page just opened, the first Tab shows the skip link, and Enter on it moves the focus to the main part. */
export async function skipLinkWorks(page) {
  await page.keyboard.press('Tab');
  const link = await page.evaluate(() => {
    const { activeElement: at } = document;
    const box = at.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    return { isSkip: at.matches('a[href^="#"]') && document.getElementById(at.hash.slice(1))?.matches('main') === true, what: at.outerHTML.slice(0, 120), seen };
  });
  if (!link.isSkip) return [`the first Tab does not reach the skip link but ${link.what}`];
  const faults = link.seen ? [] : ['the skip link is not seen when it has the focus'];
  await page.keyboard.press('Enter');
  const inMain = await page.evaluate(() => document.querySelector('main').contains(document.activeElement));
  if (!inMain) return [...faults, 'Enter on the skip link does not move the focus to the main part'];
  await page.keyboard.press('Tab');
  const goesOn = await page.evaluate(() => {
    const main = document.querySelector('main');
    const { activeElement: at } = document;
    return main.contains(at) || Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  return goesOn ? faults : [...faults, 'after the skip link, Tab goes back to the top'];
}

const mostStops = 400;

/** From its top, Tab goes down the page, comes to everything and round again, and what has the focus is seen to have it. */
export async function tabGoesDown(page) {
  await page.evaluate(startAtTop);
  await page.evaluate(`(${watchFocus})((${colours})(), ${JSON.stringify(least)})`);
  let stops = [];
  let round = -1;
  while (round < 0 && stops.length < mostStops) {
    await pressTabs(page, 40);
    stops = await page.evaluate(() => window.tabStops.map(({ target, ...plain }) => plain));
    if (stops.length === 0) return ['Tab reaches nothing'];
    round = stops.findIndex((stop) => stop.again);
  }
  const whole = round < 0 ? stops : stops.slice(0, round);
  return [
    ...whole.flatMap((stop) => stop.faults),
    ...whole.slice(1).flatMap((stop, index) => stepFaults(whole[index], stop)),
    ...await page.evaluate(notReached, round >= 0),
  ];
}

/** In the page: makes the next Tab begin at the top, whatever has had the focus. Tab begins where the last focus was, even when that is gone. */
function startAtTop() {
  const top = document.body.insertBefore(document.createElement('span'), document.body.firstChild);
  top.tabIndex = -1;
  top.focus({ preventScroll: true });
  top.remove();
}

/** Presses Tab many times. The presses are sent one behind the other without waiting for what each does: the browser takes them in that order, and paints less often. */
async function pressTabs(page, times) {
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp']).flat();
  await Promise.all(presses.map((type) => session.send('Input.dispatchKeyEvent', { type, ...tab })));
  await session.detach();
}

const least = { outline: 3, contrast: 3 };

/** In the page: notes in window.tabStops what gets the focus, where it stands and whether it is seen to have it. */
function watchFocus({ ratio, behind, over }, wanted) {
  // The outline is that of the element, of what it lays over its card, or of the field that it stands in.
  const outlineOf = (target) => {
    const places = [[target, getComputedStyle(target)], [target, getComputedStyle(target, '::after')], [target, getComputedStyle(target, '::before')]];
    for (let up = target.parentElement; up && places.length < 6; up = up.parentElement) places.push([up, getComputedStyle(up)]);
    return places.find(([, style]) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
  };
  const name = (target) => `<${target.tagName.toLowerCase()}> ${(target.getAttribute('aria-label') ?? target.textContent).replace(/\s+/g, ' ').trim().slice(0, 40)}`;
  const faultsOf = (target, box) => {
    const faults = [];
    if (box.width < 2 || box.height < 2 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) faults.push(`Tab reaches what is not seen: ${name(target)}`);
    const [element, style] = outlineOf(target) ?? [];
    if (!style || parseFloat(style.outlineWidth) < wanted.outline) return [...faults, `nothing shows the focus on ${name(target)}: its outline is ${style ? style.outlineWidth : 'none'}, ${wanted.outline}px is wanted`];
    const inside = parseFloat(style.outlineOffset) <= -parseFloat(style.outlineWidth);
    const ground = behind(inside ? element : element.parentElement ?? element, true);
    const contrast = ratio(over(ground, style.outlineColor), ground);
    if (contrast < wanted.contrast) faults.push(`the outline of ${name(target)} has a contrast of ${contrast.toFixed(2)}, ${wanted.contrast} is needed`);
    return faults;
  };
  window.tabStops = [];
  window.tabName = name;
  document.addEventListener('focusin', ({ target }) => {
    const box = target.getBoundingClientRect();
    window.tabStops.push({
      again: window.tabStops.some((stop) => stop.target === target),
      target,
      what: name(target),
      left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY,
      faults: faultsOf(target, box),
    });
  });
}

/** In the page: what can have the focus and did not get it (if the keyboard went `round`), and what something else lies over when it has it. */
function notReached(round) {
  const reached = new Set(window.tabStops.map(({ target }) => target));
  const faults = [];
  const focusable = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], audio[controls], video[controls]';
  for (const element of round ? document.querySelectorAll(focusable) : []) {
    if (element.tabIndex < 0 || element.disabled || element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true })) continue;
    const others = element.type === 'radio' ? [...document.getElementsByName(element.name)] : [];
    if (!reached.has(element) && !others.some((other) => reached.has(other))) faults.push(`Tab never reaches ${window.tabName(element)}`);
  }
  for (const element of reached) {
    element.focus();
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width / 2, 10), box.top + Math.min(box.height / 2, 10)];
    const top = document.elementFromPoint(x, y);
    const fixed = top?.closest('body *') && [top, ...ancestors(top)].some((e) => /fixed|sticky/.test(getComputedStyle(e).position));
    if (fixed && !element.contains(top) && !top.contains(element)) faults.push(`${window.tabName(element)} has the focus below ${window.tabName(top)}`);
  }
  function ancestors(element) {
    const all = [];
    for (let up = element.parentElement; up; up = up.parentElement) all.push(up);
    return all;
  }
  return faults;
}

/** A step goes down or on to the right; up only to the head of the next column. */
export function stepFaults(from, to) {
  const nextColumn = to.left >= from.right - 2;
  if (to.top < from.top - 4 && !nextColumn && to.bottom <= from.top + 4) return [`Tab goes up from ${from.what} to ${to.what}`];
  const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
  const sameRow = shared > Math.min(from.bottom - from.top, to.bottom - to.top) / 2;
  if (sameRow && to.right <= from.left + 2) return [`Tab goes back from ${from.what} to ${to.what}`];
  return [];
}

/** What has the focus is seen: it stands in the window, and nothing else lies over it. */
export function focusSeen(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const what = `${at.tagName.toLowerCase()} “${(at.ariaLabel ?? at.textContent).trim().slice(0, 40)}”`;
    if (box.bottom <= 0 || box.top >= innerHeight) return [`${what} has the focus outside the window`];
    const rows = [box.top + 2, box.top + box.height / 2, box.bottom - 2].filter((y) => y > 0 && y < innerHeight);
    const over = rows.map((y) => document.elementFromPoint(box.left + Math.min(box.width / 2, 10), y)).find((top) => top && !at.contains(top) && !top.contains(at));
    return over ? [`${what} has the focus below “${over.textContent.trim().slice(0, 40)}”`] : [];
  });
}

/** Presses Tab until something that matches the selector has the focus; fails where it never does. */
export async function tabTo(page, selector, most = 120) {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}
