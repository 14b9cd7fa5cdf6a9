// The whole file as text: for files whose beginning cannot be read, and for those who want to see what the form writes.

import { button, h, newId } from './dom.js';
import { spotOf } from './fields.js';
import { goToLine } from './markdown.js';

export function wholeText(editor, text) {
  const { file } = editor;
  const help = h('p', { class: 'help', id: newId('giup') }, explain(file));
  const textarea = h('textarea', { class: 'writing whole', rows: 24, id: newId('van-ban'), spellcheck: 'false', 'aria-describedby': help.id });
  textarea.value = text;
  const shown = textarea.value;
  textarea.readOnly = file.notText || file.format !== 'yaml' && file.why === undefined;
  const spot = spotOf(textarea);
  const el = h('section', { class: 'card' }, h('h2', {}, h('label', { for: textarea.id }, 'Toàn bộ tệp')), help,
    file.format !== 'yaml' && file.why === undefined && button('Chuyển sang YAML', { kind: 'primary', onclick: () => editor.convert() }), textarea, spot.notes);
  return {
    el,
    content: () => ({ whole: textarea.value === shown ? text : textarea.value }),
    title: () => textarea.value.match(/^tên\s*[:=]\s*["']?(.+?)["']?\s*$/m)?.[1],
    isDraft: () => /^nháp\s*[:=]\s*(true|có)/m.test(textarea.value),
    writeOn: (at) => {
      textarea.focus({ preventScroll: true });
      textarea.setSelectionRange(at, at);
    },
    line: (n) => textarea.value.split('\n')[n - 1] ?? '',
    find: () => spot,
    goTo: (p) => {
      editor.turnTo('soan');
      goToLine(textarea, p.line || 1);
    },
  };
}

function explain({ format, why, editable, notText }) {
  if (notText) return 'Tệp này không phải là văn bản UTF-8 nên không hiện và không sửa ở đây được. Hãy mở bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8, rồi tải lại trang này.';
  if (why !== undefined) return 'Phần đầu của tệp này có lỗi nên chưa điền vào biểu mẫu được. Hãy sửa ngay trong văn bản; sửa xong và lưu thì biểu mẫu hiện ra.';
  if (format !== 'yaml') return `Phần đầu của tệp này viết bằng ${format.toUpperCase()}, biểu mẫu chỉ xem được. “Chuyển sang YAML” viết lại phần đầu, giữ nguyên nội dung bài.`;
  if (!editable) return 'Phần đầu của tệp này có cách viết mà biểu mẫu không sửa được từng mục. Hãy sửa ngay trong văn bản.';
  return 'Đây là nội dung mà chương trình ghi vào tệp. Sửa ở đây cũng được; phần giữa hai dòng --- là thông tin, bên dưới là bài viết.';
}
