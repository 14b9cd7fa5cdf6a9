// What is asked for before something is put into a text: a link, a quotation, a picture.

import { combobox, offerStories } from './combobox.js';
import { ask, labelledIn } from './dialogs.js';
import { fill, h, newId } from './dom.js';
import { insertBlock, replace } from './markdown.js';
import { dropPlace } from './picture.js';

const inLine = (text) => text.replace(/\s+/g, ' ').trim();
const inBrackets = (text) => inLine(text).replace(/([[\]\\])/g, '\\$1');

/** A link to a story of the site, or to another site. */
export async function linkDialog(textarea, ctx) {
  const { value, selectionStart: from, selectionEnd: to } = textarea;
  const words = h('input', { type: 'text', id: newId('o'), value: value.slice(from, to), autocomplete: 'off' });
  const address = h('input', { type: 'text', inputmode: 'url', id: newId('o'), placeholder: 'https://…', autocomplete: 'off' });
  const search = combobox({ strict: true, offers: offerStories('', ctx.path), placeholder: 'Gõ tên bài để tìm', pick: ({ name, link }) => {
    address.value = link;
    if (words.value.trim() === '') words.value = name;
    fill(picked, `Dẫn tới bài “${name}”.`);
  } });
  const picked = h('p', { class: 'help', role: 'status' });
  const chosen = await ask({
    title: 'Chèn liên kết',
    content: [labelledIn('Bài trên trang này', search.input, search.el), picked, labelledIn('hoặc địa chỉ trang web khác', address), labelledIn('Chữ hiện trong bài', words)],
    buttons: [['Chèn', 'yes', 'primary'], ['Thôi', 'no']],
    first: search.input,
    check: () => (address.value.trim() === '' ? 'Hãy chọn một bài hoặc ghi địa chỉ trang web.' : ''),
  });
  textarea.focus();
  if (chosen !== 'yes') return;
  const written = address.value.trim().replace(/\s/g, '%20').replace(/\(/g, '%28').replace(/\)/g, '%29');
  const full = /^(www\.|[\w-]+\.(vn|com|org|net|gov)\b)/i.test(written) ? `https://${written}` : written;
  const shown = inBrackets(words.value) || full;
  replace(textarea, from, to, `[${shown}](${full})`);
}

/** A quotation, with who said it in its last line. */
export async function quoteDialog(textarea) {
  const { value, selectionStart: from, selectionEnd: to } = textarea;
  const quote = h('textarea', { id: newId('o'), rows: 4, class: 'short' });
  quote.value = value.slice(from, to);
  const source = h('input', { type: 'text', id: newId('o'), autocomplete: 'off', placeholder: 'Bà Nguyễn Thị Mẫu, tổ trưởng' });
  const chosen = await ask({
    title: 'Trích lời',
    content: [labelledIn('Lời nói', quote), labelledIn('Ai nói (có thể bỏ trống)', source)],
    buttons: [['Chèn', 'yes', 'primary'], ['Thôi', 'no']],
    first: quote,
    check: () => (quote.value.trim() === '' ? 'Hãy ghi lời nói.' : ''),
  });
  textarea.focus();
  if (chosen !== 'yes') return;
  const lines = quote.value.trim().split('\n').map((line) => `> ${line.trim()}`.trimEnd());
  if (source.value.trim()) lines.push('>', `> — ${inLine(source.value).replace(/^[—–-]\s*/, '')}`);
  textarea.setSelectionRange(from, to);
  insertBlock(textarea, lines.join('\n'));
}

/** A picture of the story, with its description and caption. `name` is one that was just added. */
export async function pictureDialog(textarea, ctx, name = '') {
  const { selectionStart: from, selectionEnd: to } = textarea;
  let chosen = name;
  const seen = h('div', { class: 'thumbs one' });
  const others = h('ul', { class: 'thumbs' });
  const alt = h('input', { type: 'text', id: newId('o'), autocomplete: 'off', placeholder: 'Bà Mẫu khám cho người bệnh tại nhà' });
  const caption = h('input', { type: 'text', id: newId('o'), autocomplete: 'off' });
  const place = dropPlace({ words: 'Chọn ảnh trong máy', take: async ([file]) => {
    const added = await ctx.addPicture(file);
    if (added) pick(added);
  } });
  function pick(next) {
    chosen = next;
    fill(seen, next && h('img', { src: ctx.pictureAddress(next), alt: `Ảnh sẽ chèn: ${next}` }));
    fill(others, ctx.pictures().filter((other) => other !== next).map((other) => h('li', {},
      h('button', { type: 'button', title: other, onclick: () => { pick(other); alt.focus(); } }, h('img', { src: ctx.pictureAddress(other), alt: `Dùng ảnh ${other}` })))));
  }
  pick(name);
  const answer = await ask({
    title: 'Chèn ảnh',
    content: [seen, place.el, others, labelledIn('Mô tả cho người không nhìn thấy ảnh', alt), labelledIn('Chú thích dưới ảnh (có thể bỏ trống)', caption)],
    buttons: [['Chèn', 'yes', 'primary'], ['Thôi', 'no']],
    first: name ? alt : place.choose,
    check: () => (chosen === '' ? 'Hãy chọn một ảnh.' : ''),
  });
  textarea.focus();
  if (answer !== 'yes') return;
  const title = inLine(caption.value) ? ` "${inLine(caption.value).replace(/["\\]/g, '\\$&')}"` : '';
  const way = chosen.split('/').map((part) => encodeURIComponent(part)).join('/').replace(/\(/g, '%28').replace(/\)/g, '%29');
  textarea.setSelectionRange(from, to);
  insertBlock(textarea, `![${inBrackets(alt.value)}](${way}${title})`);
}
