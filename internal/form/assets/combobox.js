// An input with a list of what fits, for names of units and for stories. Any text may be typed; with `pick` a choice goes to a function instead of into the input.

import { get } from './api.js';
import { announce, fill, h, later, newId } from './dom.js';

/** Offers the site's units, localities, columns or topics. */
export const offerNames = (folder) => async (typed, signal) => (await get('ten', { loai: folder, chu: typed }, signal)).map((offer) => ({ ...offer, value: offer.name }));

/** Offers stories of a kind, or all, by their slugs or by `ref`. */
export const offerStories = (folder, from, by = 'slug') => async (typed, signal) => (await get('tim', { loai: folder, chu: typed, tu: from() }, signal)).map((story) => ({ ...story, value: story[by] }));

/** Offers what stands in a list of texts. */
export const offerTexts = (texts) => async (typed) => {
  const plain = fold(typed.trim());
  return texts().filter((text) => fold(text).includes(plain)).map((text) => ({ name: text, value: text }));
};

const fold = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/**
 * Makes the input and its list. `offers(typed, signal)` gives [{name, note, value}]; `pick(offer)` is called when one is chosen. With `strict` only what is
 * offered can be taken, so Enter takes the first.
 */
export function combobox({ id = newId('o'), value = '', offers, pick, strict = false, placeholder }) {
  const listId = `${id}-ds`;
  const input = h('input', {
    id, value, type: 'text', role: 'combobox', autocomplete: 'off', placeholder, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': listId,
  });
  const list = h('ul', { id: listId, class: 'offers', role: 'listbox', hidden: true, 'aria-label': 'Gợi ý' });
  const el = h('div', { class: 'combobox' }, input, list);
  let shown = [];
  let active = -1;
  let asking;

  function close() {
    asking?.abort();
    look.stop();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(offer) {
    close();
    if (pick) {
      input.value = '';
      pick(offer);
    } else {
      input.value = offer.value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      close();
    }
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    input.setAttribute('aria-activedescendant', list.children[index].id);
    list.children[index].scrollIntoView({ block: 'nearest' });
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    let found;
    try {
      found = await offers(input.value, asking.signal);
    } catch {
      return; // it is an offer only
    }
    if (document.activeElement !== input) return;
    shown = found.filter((offer) => pick || offer.value !== input.value);
    fill(list, shown.map((offer, i) => h('li', {
      id: `${listId}-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: (event) => event.preventDefault(), onclick: () => choose(offer),
    }, h('span', {}, offer.name), offer.note && h('small', {}, offer.note))));
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(-1);
    if (shown.length > 0) announce(`${shown.length} gợi ý, dùng phím mũi tên để chọn`);
  }
  const look = later(ask, 120);

  input.addEventListener('input', look);
  input.addEventListener('focus', () => { if (pick || input.value === '') look(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!open) {
          ask();
          break;
        }
        const step = event.key === 'ArrowDown' ? 1 : -1;
        mark(active < 0 && step < 0 ? shown.length - 1 : (active + step + shown.length) % shown.length);
        break;
      }
      case 'Enter':
        if (open && (active >= 0 || strict)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          choose(shown[Math.max(active, 0)]);
        }
        break;
      case 'Escape':
        if (open) {
          event.preventDefault();
          event.stopPropagation();
          close();
        }
        break;
      default:
    }
  });
  return { el, input };
}
