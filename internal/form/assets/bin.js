// What was deleted, and the way back.

import { get, post } from './api.js';
import { button, fill, h, toast } from './dom.js';

export async function show(main, query, { kinds }) {
  document.title = 'Thùng rác · Soạn bài';
  const names = Object.fromEntries(kinds.map(({ folder, one }) => [folder, one]));
  const list = h('ul', { class: 'files' });
  const none = h('p', { class: 'total' });
  fill(main, h('div', { class: 'page' }, h('h1', {}, 'Thùng rác'),
    h('p', { class: 'lead' }, 'Bài đã xóa nằm ở đây, cả ảnh của bài. “Khôi phục” đưa bài về đúng chỗ cũ.'), none, list));

  async function refresh() {
    const deleted = await get('thung-rac');
    none.textContent = deleted.length === 0 ? 'Thùng rác đang trống.' : `${deleted.length} bài`;
    fill(list, deleted.map(({ id, path, when, name }) => h('li', {},
      h('b', { class: 'name' }, name || path.split('/').at(-1)),
      h('p', { class: 'about' }, [names[path.split('/')[1]], path, when && `xóa ${when}`].filter(Boolean).join(' · ')),
      button('Khôi phục', { class: 'see', 'aria-label': `Khôi phục ${name || path}`, onclick: () => restore(id) }))));
  }

  async function restore(id) {
    try {
      const { path } = await post('khoi-phuc', { id });
      toast('Đã khôi phục bài.', { action: 'Mở bài', run: () => { location.href = `/_soan/?tep=${encodeURIComponent(path)}`; } });
      await refresh();
    } catch (error) {
      toast(error.message, { bad: true });
    }
  }
  await refresh();
}
