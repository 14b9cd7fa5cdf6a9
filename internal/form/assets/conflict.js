// A file that somebody else has changed: both versions, and what may become of them.

import { ask } from './dialogs.js';
import { diff } from './diff.js';
import { h } from './dom.js';

const around = 3; // lines that are the same before and after a change

/** Shows both and gives what the author wants: "theirs", "mine", or "" to go on. */
export function resolve({ now, mine }) {
  const gone = now === null;
  const content = gone
    ? h('p', {}, 'Tệp này không còn trên đĩa: có người đã xóa, đổi tên hoặc chuyển nó đi. Bản bạn đang viết vẫn còn ở đây.')
    : [h('p', {}, 'Tệp này đã được sửa ở nơi khác từ khi bạn mở. Chưa có gì bị ghi đè. Những dòng khác nhau được đánh dấu.'), table(now, mine)];
  return ask({
    title: 'Có hai bản khác nhau', content, wide: !gone,
    buttons: [['Soạn tiếp', '', 'primary'], ...gone ? [] : [['Lấy bản trên đĩa', 'theirs']], [gone ? 'Ghi lại tệp này' : 'Giữ bản của tôi (ghi đè)', 'mine']],
  });
}

function table(now, mine) {
  const rows = diff(now, mine);
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - around), i + around + 1).some((row) => !row.same));
  const lines = [];
  let hidden = 0;
  const skip = () => {
    if (hidden > 0) lines.push(h('tr', { class: 'skipped' }, h('td', { colspan: 2 }, `${hidden} dòng giống nhau`)));
    hidden = 0;
  };
  rows.forEach((row, i) => {
    if (!near[i]) {
      hidden += 1;
      return;
    }
    skip();
    lines.push(h('tr', { class: row.same ? undefined : 'differs' }, cell(row.left, row.same, 'trên đĩa'), cell(row.right, row.same, 'của tôi')));
  });
  skip();
  return h('div', { class: 'versions', tabindex: '0', role: 'region', 'aria-label': 'Hai bản cạnh nhau' },
    h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Bản trên đĩa'), h('th', { scope: 'col' }, 'Bản của tôi'))), h('tbody', {}, lines)));
}

function cell(text, same, whose) {
  if (text === undefined) return h('td', { class: 'none' }, h('span', { class: 'unseen' }, 'không có dòng này'));
  return h('td', {}, same ? text : h('mark', {}, h('span', { class: 'unseen' }, `chỉ có ở bản ${whose}: `), text || '\u00a0'));
}
