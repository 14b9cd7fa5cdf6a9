// What readers have set on their device or on the site itself.

import { accessible } from './browser.mjs';
import { colours } from './colours.mjs';
import { toPaper } from './print.mjs';

/** The ways in which a page is looked at once each: name, and what the context or the page has to do for it. */
export const preferences = [
  { name: 'prefers more contrast', media: { contrast: 'more', colorScheme: 'light' } },
  { name: 'prefers more contrast, dark', media: { contrast: 'more', colorScheme: 'dark' } },
  { name: 'forced colours', media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'contrast switch', media: { colorScheme: 'light' }, kept: { contrast: 'more' } },
  { name: 'contrast switch, dark', media: { colorScheme: 'dark' }, kept: { contrast: 'more' } },
];

/** Shows an address as somebody with a preference sees it. */
export async function showWith(page, address, preference) {
  await page.goto(address);
  return prefer(page, preference);
}

/** The page that is shown, as somebody with a preference sees it. */
export async function prefer(page, { media, kept = {} }) {
  await page.emulateMedia({ contrast: null, forcedColors: null, ...media });
  const changed = await page.evaluate((values) => ['contrast', 'size'].filter((name) => {
    const [was, is] = [localStorage.getItem(name) ?? '', values[name] ?? ''];
    if (is) localStorage.setItem(name, is);
    else localStorage.removeItem(name);
    return was !== is;
  }).length > 0, kept);
  if (changed) await page.reload();
  const faults = [];
  if (kept.contrast && !(await page.evaluate(() => document.documentElement.getAttribute('data-contrast') === 'more'))) faults.push('the switch does nothing');
  return faults;
}

/** WCAG, and what axe does not look at: signs that are cut out of a background, and text with the contrast that was asked for. */
export async function readableWith(page, { media, kept }) {
  return [...await accessible(page), ...await signsAreSeen(page), ...(media.contrast || kept ? await strongContrast(page) : [])];
}

/** Signs that are cut out of their background by a mask can be told from what is behind them, also where the browser forces its own colours. */
export function signsAreSeen(page) {
  return page.evaluate(`(${signs})((${colours})())`);
}

function signs({ ratio, behind, over }) {
  const faults = new Set();
  for (const element of document.querySelectorAll('body *')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      if ((style.maskImage ?? 'none') === 'none' || style.display === 'none' || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (part && (style.content === 'none' || style.content === 'normal')) continue;
      const ground = behind(part ? element : element.parentElement);
      if (!ground) continue;
      const found = ratio(over(ground, style.backgroundColor), ground);
      if (found < 3) faults.add(`a sign is not seen: contrast ${found.toFixed(2)}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">${part ?? ''}`);
    }
  }
  return [...faults];
}

/** Who asks for more contrast gets 7 for text, as WCAG AAA wants it. */
export function strongContrast(page) {
  return page.evaluate(`(${strong})((${colours})())`);
}

function strong({ ratio, behind, over }) {
  const faults = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() === '' || element.closest('svg, script, style, template, [disabled], [aria-disabled=true]') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const ground = behind(element);
    if (!ground) continue;
    const style = getComputedStyle(element);
    const found = ratio(over(ground, style.color), ground);
    const size = parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 4.5 : 7;
    if (found < enough - 0.01) faults.set(`${style.color} ${ground}`, `contrast ${found.toFixed(2)}, ${enough} is wanted: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text.data.trim().slice(0, 40)}`);
  }
  return [...faults.values()];
}

/** What was chosen for the screen changes neither the colours on paper nor how many sheets it takes. */
export async function sameOnPaper(page, address) {
  await showWith(page, address, { media: { colorScheme: 'light' } });
  const { sheets: wanted } = await toPaper(page);
  const faults = await showWith(page, address, { media: { colorScheme: 'dark' }, kept: { contrast: 'more', size: '4' } });
  const { sheets } = await toPaper(page);
  if (sheets.length !== wanted.length) faults.push(`with the largest text ${sheets.length} sheets come out of the printer, ${wanted.length} without`);
  await page.emulateMedia({ media: 'print' });
  faults.push(...await page.evaluate(`(${paper})((${colours})())`));
  await page.emulateMedia({ media: null });
  return faults;
}

/** In the page, as it is printed: text that cannot be read on the white of the paper, or on the grounds that some printers are told to print. */
function paper({ ratio, behind, over }) {
  const faults = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() === '' || element.closest('svg, script, style, template') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { color, printColorAdjust } = getComputedStyle(element);
    const grounds = printColorAdjust === 'exact' ? [behind(element)] : [[255, 255, 255], behind(element)];
    for (const ground of grounds.filter(Boolean)) {
      const found = ratio(over(ground, color), ground);
      if (found < 4.5) faults.set(`${color} ${ground}`, `contrast ${found.toFixed(2)} on paper, 4.5 is needed: ${color} on rgb(${ground}): <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${text.data.trim().slice(0, 40)}`);
    }
  }
  return [...faults.values()];
}
