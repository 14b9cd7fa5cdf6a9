// HTML that was copied from Word, Google Docs or a page, as Markdown. Turndown does the work; here is what it cannot know: how Word writes a list, and
// what of a page is no text.

import Turndown from './ngoai/turndown-7.2.5.js';

/** The Markdown of a piece of HTML. */
export function markdownOf(html) {
  const plain = html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, '').replace(/<!\[(if|endif)[^\]]*\]>/g, '').replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<\w[^>]*>/g, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style')); // the page may not have styles in it, but they tell what is bold
  const page = new DOMParser().parseFromString(plain, 'text/html');
  clean(page);
  listsOfWord(page);
  return service().turndown(page.body).replace(/[ \u00a0]+$/gm, '').replace(/\n{3,}/g, '\n\n').normalize('NFC').trim();
}

function service() {
  const turndown = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*', hr: '---' });
  // The page has one heading of the first order already, its name.
  turndown.addRule('heading', { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], replacement: (text, node) => {
    const words = text.replace(/\n+/g, ' ').replace(/\*\*/g, '').trim();
    return words === '' ? '' : `\n\n${'#'.repeat(Math.max(2, Number(node.nodeName[1])))} ${words}\n\n`;
  } });
  turndown.addRule('item', { filter: 'li', replacement: (text, node) => {
    const list = node.parentNode;
    const ordered = list.nodeName === 'OL';
    const first = Number(list.getAttribute('start') ?? 1);
    const mark = ordered ? `${first + [...list.children].indexOf(node)}. ` : '- ';
    return `${mark}${text.trim().replace(/\n+/g, `\n${' '.repeat(mark.length)}`)}${node.nextElementSibling ? '\n' : ''}`;
  } });
  turndown.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.hasAttribute('href'),
    replacement: (text, node) => {
      const address = node.getAttribute('href');
      return /^(https?|mailto|tel):/i.test(address) && text.trim() !== '' ? `[${text.trim()}](${address.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/\s/g, '%20')})` : text;
    },
  });
  turndown.addRule('table', { filter: 'table', replacement: (_, node) => `\n\n${table(node, turndown)}\n\n` });
  return turndown;
}

/** Takes out what cannot be seen, and bold and italic that are none: both programs write them as styles. */
function clean(page) {
  for (const node of page.querySelectorAll('style, script, title, meta, link, img')) node.remove(); // pictures of another place are not the story's
  for (const node of [...page.body.querySelectorAll('*')]) {
    const style = node.getAttribute('data-style') ?? '';
    if (/mso-hide:\s*all|display:\s*none/i.test(style)) {
      node.remove();
    } else if (node.nodeName.includes(':') && node.textContent.trim() === '') {
      node.remove(); // <o:p> and its kin
    } else if (/^(B|STRONG)$/.test(node.nodeName) && /(^|[\s;])font-weight:\s*(normal|400)/i.test(style)) {
      node.replaceWith(...node.childNodes);
    } else if (node.nodeName === 'SPAN' && node.textContent.trim() !== '') {
      mark(page, node, /font-weight:\s*(bold|[6-9]00)/i.test(style), 'strong');
      mark(page, node, /font-style:\s*italic/i.test(style), 'em');
    }
  }
}

function mark(page, node, is, name) {
  if (!is || node.closest('h1, h2, h3, h4, h5, h6')) return;
  const wrapped = page.createElement(name);
  wrapped.append(...node.childNodes);
  node.append(wrapped);
}

/** Word writes an item of a list as a paragraph whose sign or number is a piece of text. */
function listsOfWord(page) {
  const open = []; // the lists that the last paragraph lies in, the outermost first
  let last; // the name that Word gives the list
  for (const node of [...page.body.querySelectorAll('p, h1, h2, h3, h4, h5, h6, table')]) {
    const [, name, depth] = (node.getAttribute('data-style') ?? '').match(/mso-list:\s*(\S+)\s+level(\d)/i) ?? [];
    if (name === undefined || node.closest('table')) {
      open.length = 0;
      continue;
    }
    const level = Number(depth);
    if (name !== last) open.length = 0;
    last = name;
    const sign = [...node.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''));
    const ordered = /\d|^[a-z]+[.)]/i.test(sign?.textContent.trim() ?? '');
    sign?.remove();
    const item = page.createElement('li');
    item.append(...node.childNodes);
    open.length = Math.min(open.length, level);
    if (open.length < level) {
      const list = page.createElement(ordered ? 'ol' : 'ul');
      const around = open.at(-1)?.lastElementChild;
      if (around) around.append(list);
      else node.before(list);
      open.push(list);
    }
    open.at(-1).append(item);
    node.remove();
  }
}

/** A table with its first row as the head. A table of one cell is only a frame. */
function table(node, turndown) {
  const rows = [...node.rows].map((row) => [...row.cells].map((cell) => turndown.turndown(cell.innerHTML).replace(/\s*\n+\s*/g, ' ').replace(/\|/g, '\\|')));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  if (rows.length === 1 && width === 1) return turndown.turndown(node.rows[0].cells[0].innerHTML);
  const line = (cells) => `| ${[...cells, ...Array(width - cells.length).fill('')].join(' | ')} |`;
  return [line(rows[0]), line(Array(width).fill('---')), ...rows.slice(1).map(line)].join('\n');
}
