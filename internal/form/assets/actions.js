// What is done seldom: the file as text, another address, into the bin.

import { get, post, Refused } from './api.js';
import { ask, labelledIn } from './dialogs.js';
import { button, fill, h, icon, newId, toast } from './dom.js';
import { forget } from './copy.js';
import { wholeText } from './whole.js';

/** Makes the buttons. `lies` is told where the page of the file is. */
export function actions(editor) {
  const { file, view } = editor;
  const asText = view.content().whole !== undefined;
  const address = h('p', { class: 'help' });
  const lies = (page) => {
    file.page = page;
    fill(address, page && ['Địa chỉ trên trang: ', h('a', { href: page, target: '_blank' }, page, h('span', { class: 'unseen' }, ' (mở thẻ mới)'))]);
  };
  lies(file.page);
  editor.convert = () => guarded(() => convert(editor));
  const el = h('section', { class: 'card others', 'aria-labelledby': 'viec-khac' }, h('h2', { id: 'viec-khac' }, 'Việc khác'), address, h('div', { class: 'actions' },
    asText
      ? file.editable && button('Về biểu mẫu', { icon: 'pen', onclick: () => guarded(() => asForm(editor)) })
      : button('Xem như văn bản', { onclick: () => guarded(() => showText(editor)) }),
    file.kind !== 'linh-vuc' && button('Đổi đường dẫn', { icon: 'link', onclick: () => guarded(() => rename(editor)) }),
    button('Xóa', { icon: 'bin', onclick: () => guarded(() => remove(editor)) })));
  return { el, lies };
}

async function guarded(run) {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, { bad: true });
  }
}

async function showText(editor) {
  const { whole } = await editor.send('van-ban');
  const dirty = editor.dirty();
  editor.show(wholeText(editor, whole));
  if (dirty) editor.saved = ''; // the text of the form has not been saved yet
  editor.mark();
  editor.main.querySelector('.whole').focus();
}

async function asForm(editor) {
  if (editor.dirty()) {
    const answer = await ask({
      title: 'Lưu trước khi về biểu mẫu?', content: h('p', {}, 'Những gì bạn vừa sửa trong văn bản chưa được lưu.'),
      buttons: [['Lưu rồi về biểu mẫu', 'save', 'primary'], ['Bỏ những gì vừa sửa', 'drop'], ['Ở lại', '']],
    });
    if (answer === '' || answer === 'save' && !await editor.save()) return;
  }
  forget(editor.file.path);
  editor.saved = editor.state();
  await editor.open(editor.file.path);
  if (editor.view.content().whole === undefined) editor.title.focus();
}

async function convert(editor) {
  editor.take(await post('chuyen', editor.which()));
  toast('Đã chuyển phần đầu của tệp sang YAML. Nội dung bài giữ nguyên.');
}

/** What must be saved before a file is moved. */
async function savedFirst(editor, words) {
  if (!editor.dirty()) return true;
  const answer = await ask({ title: 'Lưu trước đã?', content: h('p', {}, words), buttons: [['Lưu', 'save', 'primary'], ['Thôi', '']] });
  return answer === 'save' && editor.save();
}

async function rename(editor) {
  if (!await savedFirst(editor, 'Bài có thay đổi chưa lưu. Cần lưu trước khi đổi đường dẫn.')) return;
  const { file } = editor;
  const leaders = await get('dan-den', { tep: file.path });
  const slug = h('input', { type: 'text', id: newId('o'), value: file.slug, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'none' });
  const result = h('p', { class: 'help', role: 'status' });
  const folder = file.page?.replace(/[^/]+\/$/, '') ?? '/';
  const plain = () => slug.value.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const tell = () => { result.textContent = `Địa chỉ mới: ${folder}${plain() || '…'}/`; };
  slug.addEventListener('input', tell);
  tell();
  const answer = await ask({
    title: 'Đổi đường dẫn',
    content: [
      h('p', {}, 'Đường dẫn là phần cuối của địa chỉ trang. Địa chỉ cũ vẫn dẫn về bài này, nên ai đã lưu hay gửi địa chỉ cũ vẫn mở được.'),
      labelledIn('Đường dẫn mới', slug), result, leading(leaders, 'được sửa theo:'),
    ],
    buttons: [['Đổi đường dẫn', 'yes', 'primary'], ['Thôi', '']], first: slug,
    check: () => (plain() === '' ? 'Đường dẫn cần ít nhất một chữ cái hoặc chữ số.' : plain() === file.slug ? 'Đây vẫn là đường dẫn cũ.' : ''),
  });
  if (answer !== 'yes') return;
  const renamed = await post('doi-ten', { ...editor.which(), slug: plain() });
  forget(file.path);
  await editor.open(renamed.path);
  toast(renamed.adapted > 0 ? `Đã đổi đường dẫn và sửa ${renamed.adapted} tệp dẫn về đây.` : 'Đã đổi đường dẫn.');
}

async function remove(editor) {
  const { file } = editor;
  const leaders = await get('dan-den', { tep: file.path });
  const name = editor.view.title() || file.path;
  const answer = await ask({
    title: `Xóa “${name}”?`,
    content: [h('p', {}, file.bundle ? 'Bài và các ảnh của bài được chuyển vào thùng rác. Có thể lấy lại lúc nào cũng được.' : 'Bài được chuyển vào thùng rác. Có thể lấy lại lúc nào cũng được.'),
      editor.dirty() && h('p', {}, 'Những gì chưa lưu sẽ mất.'), leading(leaders, 'sẽ không còn dẫn tới đâu:')],
    buttons: [['Xóa', 'yes', 'primary'], ['Thôi', '']],
  });
  if (answer !== 'yes') return;
  const { id } = await post('xoa', editor.which());
  forget(file.path);
  editor.saved = editor.state();
  location.href = `/_soan/?${new URLSearchParams({ 'da-xoa': id, ten: name })}`;
}

function leading(leaders, words) {
  if (leaders.length === 0) return null;
  return [h('p', {}, icon('link'), ` ${leaders.length} bài có liên kết về đây, ${words}`),
    h('ul', { class: 'leaders' }, leaders.map(({ name, how, path }) => h('li', {}, h('b', {}, name), ` – ${how} `, h('code', {}, path))))];
}

