// Making elements, and the few things that every page says or does in the same way.

/**
 * Makes an element. Attributes that begin with "on" are listeners, `class`, `text` and `hidden` what they say; true is an attribute without a value, false, null
 * and undefined leave it out. Children are elements, texts, lists of them, or nothing.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  put(element, children);
  return element;
}

/** Puts children to the end of an element. */
export function put(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== undefined && child !== null && child !== false) element.append(child);
  }
  return element;
}

/** Puts children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  return put(element, children);
}

const icons = new URL('icons.svg', import.meta.url);

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${icons.pathname}#${name}`);
  svg.append(use);
  return svg;
}

/** A button. With `only` its words are for those who cannot see the icon, and for the mouse. */
export function button(words, { icon: name, only = false, kind = '', ...attributes } = {}) {
  const seen = only ? h('span', { class: 'unseen' }, words) : h('span', {}, words);
  return h('button', { type: 'button', class: `${kind}${only ? ' square' : ''}`.trim() || undefined, title: only ? words : undefined, ...attributes }, name && icon(name), seen);
}

let last = 0;
/** An id that nothing on the page has yet. */
export function newId(stem = 'm') {
  last += 1;
  return `${stem}-${last}`;
}

/** Tells those who do not see the page what has happened on it. */
export function announce(words) {
  const live = document.getElementById('loi-nhan');
  live.textContent = live.textContent === words ? `${words}\u00a0` : words;
}

/** Shows a message at the edge of the page for a while, with one thing that may be done about it. */
export function toast(words, { action, run, bad = false } = {}) {
  const place = document.getElementById('tin');
  const box = h('div', { class: bad ? 'toast bad' : 'toast' }, h('p', {}, words));
  const close = () => box.remove();
  if (action) {
    put(box, button(action, { onclick: () => { close(); run(); } }));
  }
  put(box, button('Đóng', { icon: 'remove', only: true, onclick: close }));
  place.append(box);
  while (place.children.length > 3) place.firstElementChild.remove();
  if (!bad) setTimeout(() => { if (!box.matches(':hover, :focus-within')) close(); }, action ? 20_000 : 7_000);
}

/** Calls a function when nobody has asked for it again for a while. */
export function later(run, wait) {
  let timer;
  const asked = (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), wait);
  };
  asked.stop = () => clearTimeout(timer);
  return asked;
}

/** A text without case, marks and blanks: for comparing keys and listed values. */
export function folded(text) {
  return String(text).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[\s_-]+/g, '');
}
