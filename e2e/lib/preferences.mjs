// What readers have set on their device or on the site itself.

import { accessible } from './browser.mjs';

/** The ways in which a page is looked at once each: name, and what the context or the page has to do for it. */
export const preferences = [
  { name: 'prefers more contrast', media: { contrast: 'more', colorScheme: 'light' } },
  { name: 'prefers more contrast, dark', media: { contrast: 'more', colorScheme: 'dark' } },
  { name: 'forced colours', media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'contrast switch', media: { colorScheme: 'light' }, kept: { contrast: 'more' } },
  { name: 'contrast switch, dark', media: { colorScheme: 'dark' }, kept: { contrast: 'more' } },
];

/** Shows an address as somebody with a preference sees it. */
export async function showWith(page, address, { media, kept = {} }) {
  await page.emulateMedia({ contrast: null, forcedColors: null, ...media });
  await page.goto(address);
  const changed = await page.evaluate((values) => {
    for (const name of ['contrast', 'size']) localStorage.removeItem(name);
    for (const [name, value] of Object.entries(values)) localStorage.setItem(name, value);
    return Object.keys(values).length > 0;
  }, kept);
  if (changed) await page.reload();
  const faults = [];
  if (kept.contrast && !(await page.evaluate(() => document.documentElement.getAttribute('data-contrast') === 'more'))) faults.push('the switch does nothing');
  return faults;
}

/** WCAG, and what axe does not look at: signs that are cut out of a background, and text with the contrast that was asked for. */
export async function readableWith(page, { media, kept }) {
  return [...await accessible(page), ...await signsAreSeen(page), ...(media.contrast || kept ? await strongContrast(page) : [])];
}

/** In the page: the colours that the checks compare. */
function colours() {
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const draw = (...layers) => {
    brush.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      brush.fillStyle = layer;
      brush.fillRect(0, 0, 1, 1);
    }
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [front, back] = [light(one), light(other)];
    return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  };
  /** What is behind the content of an element; undefined where a picture or a gradient is. */
  const behind = (element) => {
    const layers = [];
    for (let up = element; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.backgroundImage !== 'none') return undefined;
      layers.unshift(style.backgroundColor);
      if (draw(style.backgroundColor)[3] === 255) break;
    }
    return draw('Canvas', ...layers).slice(0, 3);
  };
  const over = (ground, colour) => draw(`rgb(${ground})`, colour).slice(0, 3);
  return { ratio, behind, over };
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
    if (text.data.trim() === '' || element.closest('svg, script, style, template, [disabled]') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
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
