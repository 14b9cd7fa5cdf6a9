// The page of a peer: as little as there can be around its engine. It shows ten cards with a title and a text.

import { find } from './engine.js';

const field = document.querySelector('input');
const list = document.querySelector('#ket-qua');
const status = document.querySelector('[role=status]');

async function show() {
  const query = field.value;
  list.setAttribute('aria-busy', 'true');
  const { total, cards } = await find(query);
  if (query !== field.value) return;
  list.replaceChildren(...cards.map(({ address, title, text }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    const words = document.createElement('p');
    link.href = address;
    link.textContent = title;
    words.textContent = text;
    item.append(link, words);
    return item;
  }));
  status.textContent = `${total} kết quả`;
  list.removeAttribute('aria-busy');
}

field.addEventListener('input', show);
field.value = new URLSearchParams(location.search).get('q') ?? '';
show();
