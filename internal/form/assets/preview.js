// How the page will look, beside the form: two frames, of which one is seen while the other loads, so that nothing flickers and the place stays.

import { fill, h, icon } from './dom.js';

export function previewPane() {
  const state = h('p', { class: 'preview-state' });
  const alone = h('a', { class: 'button', target: '_blank', hidden: true }, icon('open'), h('span', {}, 'Mở riêng'));
  const missing = h('div', { class: 'missing', hidden: true });
  const frames = [0, 1].map((i) => h('iframe', { title: i === 0 ? 'Xem trước' : 'Xem trước, bản đang tải', 'aria-hidden': i === 0 ? undefined : 'true', tabindex: i === 0 ? undefined : '-1' }));
  const stage = h('div', { class: 'stage' }, frames);
  const el = h('aside', { class: 'preview', 'aria-label': 'Xem trước' }, h('div', { class: 'preview-bar' }, h('h2', {}, 'Xem trước'), state, alone), missing, stage);
  let seen = 0;
  let turn = 0;

  /** Shows a page; it comes into sight when it is there. */
  function show(address) {
    const fresh = frames[1 - seen];
    turn += 1;
    const mine = turn;
    alone.href = address;
    alone.hidden = false;
    missing.hidden = true;
    stage.hidden = false;
    fresh.onload = () => {
      if (mine !== turn || !fresh.contentDocument) return;
      keepPlace(frames[seen], fresh);
      follow(fresh.contentDocument);
      swap();
      fill(state);
    };
    fresh.contentWindow.location.replace(`${address}?${mine}`);
  }

  function swap() {
    seen = 1 - seen;
    frames.forEach((frame, i) => {
      frame.classList.toggle('seen', i === seen);
      frame.title = i === seen ? 'Xem trước' : 'Xem trước, bản đang tải';
      frame.toggleAttribute('inert', i !== seen);
      if (i === seen) {
        frame.removeAttribute('aria-hidden');
        frame.removeAttribute('tabindex');
      } else {
        frame.setAttribute('aria-hidden', 'true');
        frame.tabIndex = -1;
      }
    });
  }

  /** Says why there is no page yet. */
  function lack(problems) {
    const errors = problems.filter((p) => p.severity === 'error' || p.severity === 'warning');
    const inFields = errors.filter((p) => !p.body);
    turn += 1;
    stage.hidden = true;
    alone.hidden = true;
    missing.hidden = false;
    fill(state);
    fill(missing, h('p', {}, 'Chưa xem trước được, vì còn:'), h('ul', {}, (inFields.length > 0 ? inFields : errors).slice(0, 6).map((p) => h('li', {}, p.message))));
  }

  const busy = (on) => { fill(state, on ? 'đang cập nhật…' : ''); };
  const fail = (words) => { fill(state, words); };
  return { el, show, lack, busy, fail };
}

/** Scrolls a page to where another one is: to the same piece of text, at the same height. */
function keepPlace(from, to) {
  const [old, fresh] = [from.contentDocument, to.contentDocument];
  const scrolled = from.contentWindow.scrollY;
  if (!scrolled || !old?.body) return;
  const pieces = (page) => [...page.querySelectorAll('main :is(h1, h2, h3, p, li, figure, table, dt)')];
  const before = pieces(old);
  const at = before.findIndex((piece) => piece.getBoundingClientRect().bottom > 0);
  const same = pieces(fresh)[at];
  const top = same && before[at] ? same.getBoundingClientRect().top + to.contentWindow.scrollY - before[at].getBoundingClientRect().top : scrolled;
  to.contentWindow.scrollTo({ top, behavior: 'instant' });
}

/** A link in the preview leads nowhere by itself: the page that is written stays in sight. */
function follow(page) {
  page.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || link.getAttribute('href').startsWith('#')) return;
    event.preventDefault();
    if (link.protocol.startsWith('http')) open(link.href, '_blank', 'noopener');
  });
  page.addEventListener('submit', (event) => event.preventDefault());
  for (const name of ['dragover', 'drop']) page.addEventListener(name, (event) => event.preventDefault());
  page.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault(); // the page is saved, not the preview of it
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }));
  });
}

