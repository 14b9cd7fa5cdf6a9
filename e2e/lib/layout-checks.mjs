// Does everything fit, and can a thumb hit it? Each check takes a Playwright page that shows a page of the site, and returns a list of faults.

import { noSidewaysScroll } from './browser.mjs';

/** Runs a check with the text of the page at so many percent, as browsers and phones can be set. */
export async function withText(page, percent, check) {
  await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, percent);
  const faults = await check(page);
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  return faults.map((fault) => `text at ${percent} %: ${fault}`);
}

/** Nothing is wider than the window, no text is cut off, and no parts of the header lie over one another. */
export async function fits(page) {
  return [...await noSidewaysScroll(page), ...await noTextCut(page), ...await noOverlap(page)];
}

/** No box hides a part of the text that it holds. */
export function noTextCut(page) {
  return page.evaluate(() => {
    const faults = [];
    for (const box of document.querySelectorAll('body *')) {
      const style = getComputedStyle(box);
      const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
      if (!(cuts(style.overflowX) || cuts(style.overflowY)) || box.closest('svg, iframe, video') || !box.checkVisibility({ visibilityProperty: true })) continue;
      const inner = box.getBoundingClientRect();
      // One pixel is how things are shown to screen readers alone.
      if (inner.width <= 2 || inner.height <= 2) continue;
      const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let text = words.nextNode(); text; text = words.nextNode()) {
        if (text.data.trim() === '' || !text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const outer = range.getBoundingClientRect();
        const hiddenForEyes = text.parentElement.getBoundingClientRect().width <= 2 || outer.width <= 2;
        const beside = cuts(style.overflowX) && (outer.right > inner.right + 2 || outer.left < inner.left - 2);
        // Lines of capitals with marks may be taller than their line.
        const below = cuts(style.overflowY) && outer.bottom > inner.bottom + 0.35 * parseFloat(style.fontSize);
        if (!hiddenForEyes && (beside || below)) faults.push(`text is cut off in <${box.tagName.toLowerCase()} class="${box.getAttribute('class') ?? ''}">: ${text.data.trim().slice(0, 50)}`);
      }
    }
    return [...new Set(faults)];
  });
}

/** Pictures, links, fields and words in the header stand beside or below one another. */
export function noOverlap(page, within = 'header') {
  return page.evaluate((selector) => {
    const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const parts = [];
    for (const e of document.querySelectorAll(`body > ${selector} :is(a, button, input, summary, img, p, select), body > ${selector} > svg`)) {
      const box = e.getBoundingClientRect();
      if (seen(e) && box.width > 2 && box.height > 2 && box.right > 0 && box.bottom > 0) parts.push({ e, box });
    }
    const name = ({ e }) => `<${e.tagName.toLowerCase()}> ${(e.getAttribute('aria-label') ?? e.textContent).replace(/\s+/g, ' ').trim().slice(0, 30)}`;
    const faults = [];
    for (const [index, one] of parts.entries()) {
      for (const other of parts.slice(index + 1)) {
        if (one.e.contains(other.e) || other.e.contains(one.e)) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 2) faults.push(`in the ${selector}, ${name(one)} and ${name(other)} lie over one another by ${Math.round(width)}×${Math.round(height)} px`);
      }
    }
    return faults;
  }, within);
}

/** The least size of what one presses, in CSS pixels. Links in running text have at least the height of a line, which axe checks. */
const least = 44;

/** Buttons, fields, entries of menus and the ways through a list can be hit with a thumb. */
export function thumbsHit(page) {
  return page.evaluate((wanted) => {
    const faults = new Set();
    const controls = 'button, select, textarea, summary, input:not([type=hidden]), [role=button], [role=option], [role=tab], body > header nav a, nav.pager a, a.button';
    for (const control of document.querySelectorAll(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const boxes = [control, ...(control.labels ?? [])].map((e) => e.getBoundingClientRect()).filter((box) => box.width > 1 && box.height > 1);
      const [width, height] = [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
      // A skip link, a checkbox under its label and the like are looked at where they are seen.
      if (boxes.length === 0 || boxes.every((box) => box.right <= 0 || box.bottom <= 0)) continue;
      if (width < wanted - 0.5 || height < wanted - 0.5) {
        const told = (control.getAttribute('aria-label') ?? control.textContent).replace(/\s+/g, ' ').trim().slice(0, 30);
        faults.add(`${Math.round(width)}×${Math.round(height)} px are too small for a thumb: <${control.tagName.toLowerCase()} class="${control.getAttribute('class') ?? ''}"> ${told}`);
      }
    }
    return [...faults];
  }, least);
}
