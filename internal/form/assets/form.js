// The form of a file that can be filled in key by key.

import { contextOf } from './context.js';
import { fill, h, newId } from './dom.js';
import { collect, control, criteriaControl, spotOf } from './fields.js';
import { goToLine, markdownEditor } from './markdown.js';
import { isNothing } from './objects.js';

/** Makes the view of a file's values and body. */
export function formOf(editor) {
  const { file, kind, tables } = editor;
  const byName = new Map();
  const value = (name) => byName.get(name)?.get() ?? file.values[name];
  const ctx = contextOf(editor, value);
  const controls = [];
  const add = (spec, made) => {
    controls.push([spec.name, made]);
    byName.set(spec.name, made);
    return made;
  };
  const codes = kind.fields.find(({ type }) => type === 'codes');
  const evidence = kind.fields.find(({ type }) => type === 'map');
  for (const spec of kind.fields) {
    if (spec === evidence) continue;
    if (spec === codes) for (const [name, made] of criteriaControl(codes, evidence, file.values, ctx)) add({ name }, made);
    else add(spec, control(spec, file.values[spec.name], ctx));
  }

  const body = markdownEditor({ id: newId('bai'), label: 'Bài viết', ctx });
  body.textarea.value = file.body;
  const shownBody = body.textarea.value;
  const bodySpot = spotOf(body.textarea);
  const unknown = h('div', { class: 'unknown' });
  const when = h('p', { class: 'when', role: 'status' });
  const length = h('p', { class: 'help length' });
  const count = () => { fill(length, `${new Intl.NumberFormat('vi-VN').format(body.textarea.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0)} tiếng`); };
  body.textarea.addEventListener('input', count);
  count();

  const el = h('form', { class: 'fields', onsubmit: (event) => event.preventDefault(), novalidate: true }, layout());
  for (const name of ['input', 'change']) el.addEventListener(name, ctx.planMayHaveChanged);

  /** Draft or not first, then what every such file has, the text, and the rest in groups. */
  function layout() {
    const shown = kind.fields.filter((spec) => byName.get(spec.name).el);
    const publish = shown.find(({ name }) => name === 'nháp');
    const head = shown.filter((spec) => !spec.group && spec !== publish);
    const sorted = [...head.filter(({ required }) => required), ...head.filter(({ required }) => !required)];
    const groups = [...new Set(tables.groups)].map((name) => [name, shown.filter(({ group }) => group === name)]).filter(([, list]) => list.length > 0);
    const elsOf = (list) => list.map(({ name }) => byName.get(name).el);
    return [
      publish && [byName.get('nháp').el, when],
      h('section', { class: 'card', 'aria-labelledby': 'phan-chinh' }, h('h2', { id: 'phan-chinh' }, 'Thông tin chính'), elsOf(sorted)),
      h('section', { class: 'card', 'aria-labelledby': 'phan-bai' }, h('h2', { id: 'phan-bai' }, kind.story || kind.folder === 'trang' ? 'Bài viết' : 'Lời giới thiệu'), body.el, length, bodySpot.notes),
      groups.map(([name, list]) => groupOf(name, list, elsOf(list))),
      unknown,
    ];
  }

  function groupOf(name, list, els) {
    const filled = list.filter((spec) => !isNothing(byName.get(spec.name).get())).length;
    const about = list.length > 1 ? list.map(({ label }) => label.toLowerCase()).join(', ') : '';
    return h('details', { class: 'card', open: filled > 0 }, h('summary', {}, h('h2', {}, name), h('span', { class: 'help' }, about)), h('div', { class: 'group-body' }, els));
  }

  const controlOf = ([name]) => byName.get(name);
  return {
    el,
    content: () => ({ values: collect(controls), body: body.textarea.value === shownBody ? file.body : body.textarea.value }),
    title: () => value('tên'),
    isDraft: () => byName.get('nháp')?.isDraft() ?? false,
    /** Puts the cursor to where it was in the text, in a form that was made anew. */
    writeOn: (at) => {
      body.textarea.focus({ preventScroll: true });
      body.textarea.setSelectionRange(at, at);
    },
    line: (n) => body.textarea.value.split('\n')[n - 1] ?? '',
    find: (p) => {
      if (p.body) return bodySpot;
      return p.path?.length > 0 ? controlOf(p.path)?.find(p.path.slice(1)) : undefined;
    },
    goTo: (p) => {
      editor.turnTo('soan');
      if (p.body) {
        goToLine(body.textarea, p.bodyLine, p.column);
        return;
      }
      const own = p.path?.length > 0 ? controlOf(p.path) : undefined;
      const target = own?.el ?? (own && byName.get(codes?.name)?.el);
      for (let up = target?.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
      own?.focus(p.path.slice(1));
      document.activeElement?.scrollIntoView({ block: 'center' });
    },
    /** Shows what a look says besides problems: what the form has no field for, and when the story is seen. */
    told: ({ unknown: keys = [], state, day }) => {
      fill(unknown, keys.length > 0 && h('p', { class: 'notice' },
        `Tệp này còn có ${keys.map((key) => `“${key}”`).join(', ')} mà biểu mẫu không biết. Những dòng đó được giữ nguyên khi lưu; muốn sửa thì bấm “Xem như văn bản” ở cuối trang.`));
      const words = { hen: `Ngày đăng là ${day}: bài hẹn đến ngày đó mới hiện trên trang.`, het: 'Bài đã hết hạn nên không còn hiện trên trang.' }[state] ?? '';
      if (when.textContent !== words) fill(when, words);
    },
  };
}
