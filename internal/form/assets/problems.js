// What is wrong, in a list at the head of the form and at the fields.

import { announce, button, fill, h, icon, put } from './dom.js';

const words = { error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' };

/** Makes the list. find(path): the spot of a field. go(problem): brings the author there. lineOf(n): a line of the body, for its first words. */
export function problemList({ find, go, lineOf }) {
  const head = h('h2', { id: 'can-xem', tabindex: '-1' });
  const list = h('ul');
  const details = h('details', {}, h('summary', {}, head), list);
  const el = h('section', { class: 'problems', 'aria-labelledby': 'can-xem' }, details);
  let marked = [];
  let told;
  let last = '';

  function show(problems) {
    const now = JSON.stringify(problems);
    if (now === last) return;
    last = now;
    const text = summary(problems);
    fill(head, text);
    el.dataset.state = problems[0]?.severity ?? 'good';
    list.hidden = problems.length === 0;
    details.classList.toggle('empty', problems.length === 0);
    fill(list, problems.map((p) => h('li', { class: p.severity }, icon(p.severity), button(`${where(p)}${p.message}`, { kind: 'plain', onclick: () => go(p) }), p.fix && h('span', { class: 'fix' }, p.fix))));
    atFields(problems);
    if (told !== undefined && told !== text) announce(text);
    told = text;
  }

  function where(p) {
    if (p.body) return `${firstWords(lineOf(p.bodyLine))}: `;
    return '';
  }

  /** Puts each problem to its field and takes away those of before. */
  function atFields(problems) {
    for (const spot of marked) {
      fill(spot.notes);
      spot.notes.hidden = true;
      spot.input.removeAttribute('aria-invalid');
      if (spot.described) spot.input.setAttribute('aria-describedby', spot.described);
      else spot.input.removeAttribute('aria-describedby');
    }
    marked = [];
    for (const p of problems) {
      const spot = find(p);
      if (!spot) continue;
      put(spot.notes, h('li', { class: p.severity }, icon(p.severity), h('span', {}, h('span', { class: 'unseen' }, `${words[p.severity]}: `), where(p), p.message, p.fix && h('span', { class: 'fix' }, p.fix))));
      if (marked.includes(spot)) continue;
      marked.push(spot);
      spot.notes.hidden = false;
      spot.input.setAttribute('aria-describedby', `${spot.described} ${spot.notes.id}`.trim());
      if (p.severity === 'error') {
        if (spot.input.matches('input, textarea, select')) spot.input.setAttribute('aria-invalid', 'true');
        for (let up = spot.notes.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
      }
    }
  }

  show([]);
  return { el, show, focus: () => { details.open = true; head.focus(); } };
}

export function summary(problems) {
  const counts = Object.entries(words).map(([severity, word]) => [problems.filter((p) => p.severity === severity).length, word]).filter(([count]) => count > 0);
  return counts.length === 0 ? 'Không có gì phải sửa' : counts.map(([count, word]) => `${count} ${word}`).join(', ');
}

function firstWords(line) {
  const list = line.trim().split(/\s+/);
  if (list[0] === '') return 'Bài viết';
  return `“${list.slice(0, 6).join(' ')}${list.length > 6 ? '…' : ''}”`;
}
