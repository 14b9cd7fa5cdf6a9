// The page on introducing somebody: a letter that asks, and a form on one sheet of paper. Each check takes a Playwright page and returns a list of faults.

import { toPaper } from './print.mjs';

/** The form comes out of the printer on one sheet, with its last line. */
export async function oneSheet(page) {
  if (await page.locator('.sheet-line b').count() === 0) return ['no form'];
  const { sheets } = await toPaper(page);
  const faults = sheets.length === 1 ? [] : [`the form takes ${sheets.length} sheets`];
  const last = await page.locator('.sheet-line b').last().textContent();
  if (!sheets.join('').normalize('NFC').replace(/\s+/g, ' ').includes(last.normalize('NFC'))) faults.push(`not on paper: ${last}`);
  return faults;
}

/** The link opens a letter that any mail program takes: in lines that end as mail wants them, not too long, with what the form asks. */
export async function letter(page) {
  const link = page.locator('a[href^="mailto:"][href*="body="]').first();
  if (await link.count() === 0) return ['no letter'];
  const href = await link.getAttribute('href');
  const faults = href.length < 1800 ? [] : [`the address of the letter has ${href.length} characters`];
  if (!/^mailto:[^?\s]+@[^?\s]+\?subject=[^&\s]+&body=[^&\s]+$/.test(href) || /[+]/.test(href.replace(/^[^?]*/, ''))) faults.push(`no address of a letter: ${href.slice(0, 80)}`);
  let text;
  try {
    text = decodeURIComponent(href.split('body=')[1]);
  } catch {
    return [...faults, 'the letter cannot be read'];
  }
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) faults.push('lines do not end in CRLF');
  for (const heading of await page.locator('.sheet h3').allTextContents()) if (!text.includes(heading)) faults.push(`the letter has nothing of: ${heading}`);
  return faults;
}
