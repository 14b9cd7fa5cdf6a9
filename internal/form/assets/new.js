// A new file: what it is and whom it is about; the rest is asked for in the form.

import { post } from './api.js';
import { combobox, offerNames } from './combobox.js';
import { button, fill, h } from './dom.js';

export async function show(main, query, tables) {
  document.title = 'Bài mới · Soạn bài';
  const kind = tables.kinds.find(({ folder }) => folder === query.get('moi'));
  fill(main, kind ? start(kind, tables) : choose(tables));
}

function choose({ kinds }) {
  return h('div', { class: 'page' }, h('h1', {}, 'Bài mới'), h('p', { class: 'lead' }, 'Bạn muốn viết gì?'),
    h('ul', { class: 'kinds' }, kinds.map(({ folder, one, about }) => h('li', {}, h('a', { href: `/_soan/?moi=${folder}` }, one), h('p', {}, about)))));
}

function start(kind, { plan, today }) {
  const profile = kind.folder === 'guong';
  const intro = kind.folder === 'linh-vuc';
  const name = h('input', { id: 'ten', type: 'text', required: true, autocomplete: 'off', 'aria-describedby': 'ten-loi' });
  const field = select('linh-vuc', [['', 'Chọn lĩnh vực…'], ...plan.map(({ code, number, short }) => [code, `${number}. ${short}`])]);
  const year = h('input', { id: 'nam', type: 'text', inputmode: 'numeric', value: today.slice(-4), autocomplete: 'off' });
  const unit = combobox({ id: 'don-vi', offers: offerNames('don-vi') });
  const classes = ['cá nhân', 'tập thể', 'hộ gia đình'].map((words, i) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: 'loai', value: words, checked: i === 0 }), words[0].toUpperCase() + words.slice(1)));
  const wrong = h('div', { class: 'wrong', id: 'ten-loi', role: 'alert' });
  let slug = '';

  async function make() {
    fill(wrong);
    try {
      const { path } = await post('moi', {
        kind: kind.folder, name: intro ? field.value : name.value, slug, field: field.value, unit: unit.input.value, year: Number.parseInt(year.value, 10) || 0,
        class: profile ? document.querySelector('input[name=loai]:checked').value : '',
      });
      location.href = `/_soan/?tep=${encodeURIComponent(path)}`;
    } catch (error) {
      const { by, free } = error.detail ?? {};
      fill(wrong, h('p', {}, error.message), (by || free) && h('div', { class: 'actions' },
        by && h('a', { class: 'button', href: `/_soan/?tep=${encodeURIComponent(by)}` }, 'Mở bài đó'),
        free && button(`Dùng “${free}”`, { onclick: () => { slug = free; make(); } })));
      (intro ? field : name).focus();
    }
  }

  const label = (words, control, help) => h('div', { class: 'field' }, h('label', { for: (control.input ?? control).id }, words), help && h('p', { class: 'help' }, help), control.el ?? control);
  return h('div', { class: 'page narrow' }, h('h1', {}, `${kind.one} mới`), h('p', { class: 'lead' }, kind.about),
    h('form', { class: 'card', onsubmit: (event) => { event.preventDefault(); slug = ''; make(); } },
      !intro && label('Tên', name, 'Đúng như sẽ hiện ở đầu trang.'),
      wrong,
      profile && h('fieldset', { class: 'field' }, h('legend', {}, 'Loại'), h('div', { class: 'choices' }, classes)),
      (profile || intro || kind.folder === 'mo-hinh') && label('Lĩnh vực', field),
      profile && label('Đơn vị giới thiệu', unit),
      profile && label('Năm được biểu dương', year),
      h('p', { class: 'actions' }, h('button', { class: 'primary', type: 'submit' }, 'Bắt đầu viết'), h('a', { class: 'button', href: '/_soan/' }, 'Thôi')),
      kind.story && h('p', { class: 'help' }, 'Bài mới là bản nháp: chưa ai thấy cho tới khi bạn chọn “Đăng bài”.')));
}

function select(id, options) {
  return h('select', { id }, options.map(([value, words]) => h('option', { value }, words)));
}
