// A list of groups, such as commendations: added, taken out, moved up and down.

import { announce, button, fill, h, toast } from './dom.js';

/** Says that there is nothing in a value. */
export const isNothing = (value) => value === undefined || value === null || (typeof value === 'object' ? Object.values(value).every(isNothing) : String(value).trim() === '');

/** spec: the key. raw: the author's list. row(value): {parts, get} of one group. */
export function objectList({ spec, raw, row }) {
  const given = Array.isArray(raw) ? raw : [];
  let rows = [];
  const list = h('div', { class: 'rows' });
  const what = spec.label.toLowerCase();
  const more = button(`Thêm ${what}`, { icon: 'add', onclick: () => { add({}); changed(`Đã thêm ${what} ${rows.length}`); focus([rows.length - 1]); } });
  const el = h('div', {}, list, more);

  function make(value) {
    const own = row(value);
    own.legend = h('legend');
    own.up = button(`Đưa ${what} lên`, { icon: 'up', only: true, onclick: () => move(own, -1) });
    own.down = button(`Đưa ${what} xuống`, { icon: 'down', only: true, onclick: () => move(own, 1) });
    own.el = h('fieldset', { class: 'row' }, own.legend, h('div', { class: 'parts' }, own.parts.map(([, part]) => part.el)),
      h('div', { class: 'row-buttons' }, own.up, own.down, button('Bỏ', { icon: 'remove', 'aria-label': `Bỏ ${what} này`, onclick: () => remove(own) })));
    return own;
  }

  function add(value) {
    rows.push(make(value));
    draw();
  }

  function changed(words) {
    announce(words);
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Puts the rows into their order without moving those that stand right, so that what has the focus keeps it. */
  function draw() {
    for (const gone of [...list.children].filter((child) => !rows.some((own) => own.el === child))) gone.remove();
    rows.forEach((own, i) => {
      fill(own.legend, `${spec.label} ${i + 1}`);
      own.up.disabled = i === 0;
      own.down.disabled = i === rows.length - 1;
      if (list.children[i] !== own.el) list.insertBefore(own.el, list.children[i] ?? null);
    });
  }

  function move(own, step) {
    const from = rows.indexOf(own);
    rows.splice(from, 1);
    rows.splice(from + step, 0, own);
    draw();
    changed(`${spec.label} nay ở vị trí ${from + step + 1}`);
    const pressed = step < 0 ? own.up : own.down;
    (pressed.disabled ? (step < 0 ? own.down : own.up) : pressed).focus();
  }

  function remove(own) {
    const at = rows.indexOf(own);
    rows = rows.filter((other) => other !== own);
    draw();
    changed(`Đã bỏ ${what} ${at + 1}`);
    (rows[Math.min(at, rows.length - 1)]?.up.closest('fieldset').querySelector('.row-buttons button:last-child') ?? more).focus();
    if (!isNothing(own.get())) {
      toast(`Đã bỏ ${what} ${at + 1}.`, { action: 'Lấy lại', run: () => { rows.splice(at, 0, own); draw(); changed('Đã lấy lại'); focus([at]); } });
    }
  }

  function focus([at = 0, key, ...rest] = []) {
    const own = rows[at];
    if (!own) {
      more.focus();
      return;
    }
    (own.parts.find(([name]) => name === key) ?? own.parts[0])[1].focus(rest);
  }

  /** The groups that stand in the file: a new one does not until something is in it. */
  const written = () => rows.filter((own) => own.bare || !isNothing(own.get()));

  for (const value of given) {
    add(value);
    rows.at(-1).bare = isNothing(value); // as the author left it
  }
  return {
    el, focus,
    first: () => list.querySelector('input, textarea, select') ?? more,
    find: ([at, key, ...rest]) => {
      const parts = written()[at]?.parts;
      return parts && (parts.find(([name]) => name === key) ?? parts[0])[1].find(rest);
    },
    get: () => written().map((own) => own.get()),
  };
}
