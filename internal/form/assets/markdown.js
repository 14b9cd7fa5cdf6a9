// Writing Markdown in a plain textarea: it keeps the browser's spell check and undo, phone keyboards, screen readers and the Vietnamese keyboards that
// take letters back while one types. The buttons change the text by the browser's own insertText, so Ctrl+Z undoes them.

import { announce, button, h, newId } from './dom.js';
import { linkDialog, pictureDialog, quoteDialog } from './insert.js';
import { dropOn, picturesIn } from './picture.js';

/** Puts a text in the place of a piece, undoably, and selects from one place to another of it. */
export function replace(textarea, from, to, text, select = [text.length, text.length]) {
  textarea.focus();
  textarea.setSelectionRange(from, to);
  const done = text === '' ? from === to || document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!done) {
    textarea.setRangeText(text, from, to, 'end');
    textarea.dispatchEvent(new Event('input', { bubbles: true }));
  }
  textarea.setSelectionRange(from + select[0], from + select[1]);
}

/** Puts a text as a paragraph of its own where the selection is. */
export function insertBlock(textarea, text) {
  const { value, selectionStart: from, selectionEnd: to } = textarea;
  const before = value.slice(0, from).trim() === '' ? '' : '\n'.repeat(2 - Math.min(2, value.slice(0, from).match(/\n*$/)[0].length));
  const after = value.slice(to).trim() === '' ? '\n' : '\n'.repeat(2 - Math.min(2, value.slice(to).match(/^\n*/)[0].length));
  replace(textarea, from, to, before + text + after, [before.length + text.length, before.length + text.length]);
}

/** Puts signs around the selection or the word at the cursor, or takes them away. */
function surround(textarea, sign) {
  const { value } = textarea;
  let [from, to] = [textarea.selectionStart, textarea.selectionEnd];
  while (from < to && /\s/.test(value[from])) from += 1;
  while (to > from && /\s/.test(value[to - 1])) to -= 1;
  if (from === to) {
    while (from > 0 && /[\p{L}\p{M}\p{N}]/u.test(value[from - 1])) from -= 1;
    while (to < value.length && /[\p{L}\p{M}\p{N}]/u.test(value[to])) to += 1;
  }
  const n = sign.length;
  const text = value.slice(from, to);
  const runBefore = value.slice(0, from).match(/\**$/)[0].length;
  const inside = text.length >= 2 * n && text.startsWith(sign) && text.endsWith(sign);
  // Three stars are bold and italic: one of them is italic's, two are bold's.
  const outside = value.slice(from - n, from) === sign && value.slice(to, to + n) === sign && (n === 2 ? runBefore >= 2 : runBefore % 2 === 1);
  if (outside) replace(textarea, from - n, to + n, text, [0, text.length]);
  else if (inside && !(n === 1 && text.startsWith('**') && !text.startsWith('***'))) replace(textarea, from, to, text.slice(n, -n), [0, text.length - 2 * n]);
  else replace(textarea, from, to, sign + text + sign, [n, n + text.length]);
}

/** Changes the whole lines of the selection. */
function changeLines(textarea, change) {
  const { value, selectionStart, selectionEnd } = textarea;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = value.indexOf('\n', selectionEnd);
  const to = end < 0 ? value.length : end;
  const text = change(value.slice(from, to).split('\n')).join('\n');
  replace(textarea, from, to, text, selectionStart === selectionEnd ? undefined : [0, text.length]);
}

const marker = /^(\s*)([-*+]|\d+[.)])\s+/;
const unmarked = (line) => line.replace(marker, '$1').replace(/^\s*(#{1,6}|>)\s+/, '');

const bullets = (lines) => (lines.every((line) => /^\s*[-*+]\s/.test(line)) ? lines.map(unmarked) : lines.map((line) => `- ${unmarked(line)}`));
const numbers = (lines) => (lines.every((line) => /^\s*\d+[.)]\s/.test(line)) ? lines.map(unmarked) : lines.map((line, i) => `${i + 1}. ${unmarked(line)}`));

/** A heading becomes a smaller one, and that a line of text again. */
const heading = (lines) => lines.map((line) => {
  if (/^##\s/.test(line)) return `### ${unmarked(line)}`;
  return /^#{3,6}\s/.test(line) ? unmarked(line) : `## ${unmarked(line)}`;
});

/** Enter in a list begins the next item, and in an empty one ends the list. */
function onEnter(event) {
  const textarea = event.target;
  const { value, selectionStart: at } = textarea;
  if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || at !== textarea.selectionEnd) return;
  const start = value.lastIndexOf('\n', at - 1) + 1;
  const line = value.slice(start, at);
  const found = line.match(/^(\s*)([-*+]|(\d+)([.)])|>)(\s+)/);
  if (!found) return;
  event.preventDefault();
  if (line.trim() === found[0].trim()) {
    replace(textarea, start, at, '');
    return;
  }
  const next = found[3] ? `${Number(found[3]) + 1}${found[4]}` : found[2];
  replace(textarea, at, at, `\n${found[1]}${next}${found[5]}`);
}

/** What was copied from Word or a page becomes Markdown; pictures are stored beside the story. */
async function onPaste(event, textarea, addPictures) {
  const { clipboardData: data } = event;
  const html = data.getData('text/html');
  const files = picturesIn(data);
  if (html && data.getData('text/plain').trim() !== '') {
    event.preventDefault();
    const { markdownOf } = await import('./paste.js');
    const text = markdownOf(html);
    if (text.includes('\n\n') || /^([-#>|]|\d+\.) /.test(text)) insertBlock(textarea, text);
    else replace(textarea, textarea.selectionStart, textarea.selectionEnd, text);
    announce('Đã dán, giữ chữ đậm, đề mục và danh sách');
  } else if (files.length > 0) {
    event.preventDefault();
    await addPictures(files);
  }
}

/** Makes the textarea with its buttons. ctx gives pictures and stories; small is for texts within the front matter. */
export function markdownEditor({ id = newId('o'), describedBy, ctx, small = false, label }) {
  const textarea = h('textarea', { id, class: small ? 'writing small' : 'writing', rows: small ? 5 : 16, 'aria-describedby': describedBy, 'aria-label': label });
  const addPictures = async (files) => {
    for (const file of files) {
      const name = await ctx.addPicture(file);
      if (name) await pictureDialog(textarea, ctx, name);
    }
  };
  const tools = [
    ['Đậm (Ctrl+B)', 'bold', () => surround(textarea, '**')],
    ['Nghiêng (Ctrl+I)', 'italic', () => surround(textarea, '*')],
    ['Đề mục', 'heading', () => changeLines(textarea, heading)],
    ['Danh sách', 'bullets', () => changeLines(textarea, bullets)],
    ['Danh sách đánh số', 'numbers', () => changeLines(textarea, numbers)],
    ['Trích lời', 'quote', () => quoteDialog(textarea)],
    ['Liên kết (Ctrl+K)', 'link', () => linkDialog(textarea, ctx)],
    ['Ảnh', 'picture', () => pictureDialog(textarea, ctx)],
  ];
  const buttons = tools.map(([words, name, onclick], i) => button(words, { icon: name, only: true, onclick, tabindex: i === 0 ? '0' : '-1' }));
  const bar = h('div', { class: 'tools', role: 'toolbar', 'aria-label': label ? `Định dạng: ${label}` : 'Định dạng', 'aria-controls': id }, buttons);
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: (at + 1) % buttons.length, ArrowLeft: (at + buttons.length - 1) % buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.forEach((b, i) => { b.tabIndex = i === to ? 0 : -1; });
    buttons[to].focus();
  });
  textarea.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') onEnter(event);
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && { b: 0, i: 1, k: 6 }[event.key.toLowerCase()];
    if (typeof tool !== 'number') return;
    event.preventDefault();
    tools[tool][2]();
  });
  textarea.addEventListener('focus', () => import('./paste.js'), { once: true }); // it is there when it is wanted
  textarea.addEventListener('paste', (event) => onPaste(event, textarea, addPictures));
  dropOn(textarea, addPictures);
  return { el: h('div', { class: 'editor' }, bar, textarea), textarea };
}

/** Puts the cursor into a line, from 1, and brings it into sight. */
export function goToLine(textarea, line, column = 1) {
  const lines = textarea.value.split('\n');
  const at = Math.min(line, lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0);
  textarea.focus();
  textarea.setSelectionRange(start + Math.min([...lines[at]].slice(0, Math.max(0, column - 1)).join('').length, lines[at].length), start + lines[at].length);
  const style = getComputedStyle(textarea);
  const mirror = h('div', { class: 'mirror', text: textarea.value.slice(0, start) });
  for (const property of ['font', 'letterSpacing', 'padding', 'wordSpacing']) mirror.style[property] = style[property];
  mirror.style.width = `${textarea.clientWidth}px`;
  document.body.append(mirror);
  const above = mirror.offsetHeight;
  mirror.remove();
  textarea.scrollTop = above - textarea.clientHeight / 3;
  const box = textarea.getBoundingClientRect();
  const y = box.top + above - textarea.scrollTop;
  if (y < 120 || y > innerHeight - 120) scrollBy({ top: y - innerHeight / 3 });
}
