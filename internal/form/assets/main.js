// Every page of the form is this one; the address says what it shows.

import { get } from './api.js';
import { fill, h } from './dom.js';

const main = document.getElementById('chinh');
const query = new URLSearchParams(location.search);

const pages = [
  ['tep', () => import('./edit.js')],
  ['moi', () => import('./new.js')],
  ['thung-rac', () => import('./bin.js')],
  ['', () => import('./list.js')],
];

try {
  const [name, load] = pages.find(([key]) => key === '' || query.has(key));
  for (const link of document.querySelectorAll('.top nav a')) {
    if (link.getAttribute('href') === (name ? `/_soan/?${name}` : '/_soan/')) link.setAttribute('aria-current', 'page');
  }
  const [{ show }, tables] = await Promise.all([load(), get('bang')]);
  await show(main, query, tables);
} catch (error) {
  document.title = 'Chưa mở được · Soạn bài';
  fill(main, h('div', { class: 'page narrow' }, h('h1', {}, 'Chưa mở được trang này'), h('p', {}, error.message), h('p', {}, h('a', { href: '/_soan/' }, 'Về danh sách'))));
}
