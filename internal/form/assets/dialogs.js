// Questions over the page. The browser's own dialog keeps the focus inside and closes with Esc.

import { button, fill, h, newId } from './dom.js';

export const labelledIn = (words, control, shown = control) => h('div', { class: 'field' }, h('label', { for: control.id }, words), shown);

/**
 * Asks, and gives the value of the button that was pressed; "" for Esc. buttons: [words, value, kind]; the first is what Enter does. check() says what is
 * missing for the first one. wide is for what needs the whole window.
 */
export function ask({ title, content, buttons, first, check = () => '', wide = false }) {
  return new Promise((done) => {
    const id = newId('hoi');
    const wrong = h('p', { class: 'wrong', role: 'alert' });
    let answer = '';
    const close = (value) => { answer = value; dialog.close(); };
    const go = () => {
      const missing = check();
      fill(wrong, missing);
      if (!missing) close(buttons[0][1]);
    };
    const [main, ...others] = buttons;
    const dialog = h('dialog', { 'aria-labelledby': id, class: wide ? 'wide' : undefined },
      h('form', { method: 'dialog', onsubmit: (event) => { event.preventDefault(); go(); } },
        h('h2', { id }, title), h('div', { class: 'dialog-body' }, content), wrong,
        h('div', { class: 'actions' }, h('button', { type: 'submit', class: main[2] }, main[0]), others.map(([words, value, kind]) => button(words, { kind, onclick: () => close(value) })))));
    dialog.addEventListener('input', (event) => event.stopPropagation());
    dialog.addEventListener('close', () => { dialog.remove(); done(answer); });
    document.body.append(dialog);
    dialog.showModal();
    first?.focus();
    first?.select?.();
  });
}
