// A list of short texts, each with a way to take it out; new ones are typed, looked for, or chosen.

import { combobox } from './combobox.js';
import { announce, button, fill, h, newId, put } from './dom.js';

/**
 * raw: the author's list. nameOf(text): how an item is shown. offers: where to look for more. strict: only what is offered. options: a select instead of an input.
 * ordered: the order counts and can be changed; firstWord: what the first one is. most: how many there may be. same(a, b): two items that are one.
 */
export function tokens({ raw, nameOf = (item) => item, offers, strict = false, options, optionWord, ordered = false, firstWord, most = Infinity, same = (a, b) => a === b, placeholder }) {
  const given = Array.isArray(raw) ? raw : [];
  let items = [...given];
  const list = h('ul', { class: ordered ? 'tokens ordered' : 'tokens' });
  const entry = makeEntry();
  const el = h('div', { class: 'token-list' }, list, entry.el);

  function changed(words) {
    draw();
    announce(words);
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function add(item) {
    const clean = item.trim();
    if (clean === '') return;
    if (items.some((other) => same(other, clean))) {
      announce(`Đã có ${nameOf(clean)} trong danh sách`);
      return;
    }
    items = most === 1 ? [clean] : [...items, clean];
    changed(`Đã thêm ${nameOf(clean)}`);
  }

  function removeAt(index) {
    const [gone] = items.splice(index, 1);
    changed(`Đã bỏ ${nameOf(gone)}`);
    const next = list.children[Math.min(index, items.length - 1)];
    (next?.querySelector('button:last-of-type') ?? entry.input).focus();
  }

  function move(index, step) {
    [items[index], items[index + step]] = [items[index + step], items[index]];
    changed(`${nameOf(items[index + step])} nay ở vị trí ${index + step + 1}`);
    const buttons = [...list.children[index + step].querySelectorAll('button')];
    (buttons.find((b) => b.dataset.step === String(step) && !b.disabled) ?? buttons.find((b) => !b.disabled)).focus();
  }

  function draw() {
    fill(list, items.map((item, i) => h('li', {},
      h('span', {}, nameOf(item), firstWord && i === 0 && h('b', { class: 'tag' }, firstWord)),
      ordered && items.length > 1 && [-1, 1].map((step) => button(`${step < 0 ? 'Đưa lên' : 'Đưa xuống'}: ${nameOf(item)}`, {
        icon: step < 0 ? 'up' : 'down', only: true, 'data-step': step, disabled: !(i + step in items), onclick: () => move(i, step),
      })),
      button(`Bỏ ${nameOf(item)}`, { icon: 'remove', only: true, onclick: () => removeAt(i) }))));
    list.hidden = items.length === 0;
    entry.redraw?.();
  }

  function makeEntry() {
    if (options) {
      const select = h('select', { 'aria-label': optionWord });
      select.addEventListener('input', (event) => event.stopPropagation());
      select.addEventListener('change', () => { if (select.value) add(select.value); });
      const redraw = () => fill(select, h('option', { value: '' }, optionWord),
        options.filter(([code]) => !items.some((item) => same(item, code))).map(([code, words]) => h('option', { value: code }, words)));
      return { el: select, input: select, redraw };
    }
    const take = () => {
      if (strict || box.input.value.trim() === '') return;
      const typed = box.input.value;
      box.input.value = '';
      add(typed);
    };
    const box = combobox({ id: newId('o'), offers: offers ?? (async () => []), pick: (offer) => add(offer.value), strict, placeholder });
    box.input.setAttribute('aria-label', strict ? 'Tìm để thêm' : 'Thêm');
    box.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      take();
    });
    // What was typed and not added yet is not lost when the author goes on.
    box.input.addEventListener('blur', () => {
      take();
      if (strict) box.input.value = '';
    });
    box.input.addEventListener('input', (event) => event.stopPropagation());
    const row = h('div', { class: 'with-button' }, box.el);
    if (!strict) put(row, button('Thêm', { icon: 'add', onpointerdown: (event) => event.preventDefault(), onclick: take }));
    return { el: row, input: box.input, pending: () => (strict ? '' : box.input.value.trim()) };
  }

  draw();
  const get = () => {
    const pending = entry.pending?.();
    const all = pending && !items.some((other) => same(other, pending)) ? [...items, pending] : items;
    return [...all];
  };
  return { el, get, first: () => entry.input };
}
