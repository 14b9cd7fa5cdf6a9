// The list of all files, and the way to a new one.

import { get, post } from './api.js';
import { announce, button, fill, h, icon, later, put, toast } from './dom.js';

const states = [
  ['dang', 'Đã đăng'], ['nhap', 'Bản nháp'], ['hen', 'Hẹn ngày'], ['het', 'Hết hạn'], ['loi', 'Có lỗi'],
];
const perPage = 50;

export async function show(main, query, { kinds }) {
  document.title = 'Danh sách · Soạn bài';
  const names = Object.fromEntries(kinds.map(({ folder, one }) => [folder, one]));
  const wanted = { chu: '', loai: '', 'trang-thai': '', xep: 'moi', tu: '0' };
  for (const key of Object.keys(wanted)) wanted[key] = query.get(key) ?? wanted[key];

  const search = h('input', { type: 'search', id: 'tim', value: wanted.chu, placeholder: 'Gõ tên, đơn vị… không cần dấu', autocomplete: 'off' });
  const kind = h('select', { id: 'loai' });
  const state = h('select', { id: 'trang-thai' });
  const order = h('select', { id: 'xep' }, option('moi', 'Mới nhất trước'), option('ten', 'Theo tên'));
  order.value = wanted.xep;
  const total = h('p', { class: 'total' });
  const files = h('ul', { class: 'files' });
  const pages = h('nav', { class: 'pages', 'aria-label': 'Các trang của danh sách' });
  const elsewhere = h('div');

  fill(main, h('div', { class: 'page' },
    h('div', { class: 'title' }, h('h1', {}, 'Danh sách bài'), h('a', { class: 'primary button', href: '/_soan/?moi' }, icon('add'), h('span', {}, 'Bài mới'))),
    h('form', { class: 'filter', role: 'search', 'aria-label': 'Lọc danh sách', onsubmit: (event) => event.preventDefault() },
      labelled('Tìm', search, 'wide'), labelled('Loại', kind), labelled('Trạng thái', state), labelled('Thứ tự', order)),
    elsewhere, total, files, pages));

  let asked = 0;
  async function refresh(spoken = false) {
    asked += 1;
    const mine = asked;
    let answer;
    try {
      answer = await get('danh-sach', wanted);
    } catch (error) {
      toast(error.message, { bad: true });
      return;
    }
    if (mine !== asked) return;
    remember(wanted);
    options(kind, [['', `Tất cả (${sum(answer.kinds)})`], ...kinds.filter(({ folder }) => answer.kinds[folder] || folder === wanted.loai)
      .map(({ folder, many }) => [folder, `${many} (${answer.kinds[folder] ?? 0})`])], wanted.loai);
    options(state, [['', 'Tất cả'], ...states.filter(([code]) => answer.states[code] || code === wanted['trang-thai'])
      .map(([code, name]) => [code, `${name} (${answer.states[code] ?? 0})`])], wanted['trang-thai']);
    const words = answer.total === answer.all ? `${answer.all} tệp` : `${answer.total} tệp trong số ${answer.all}`;
    total.textContent = answer.total === 0 ? 'Không có bài nào khớp. Hãy gõ ít chữ hơn hoặc chọn lại bộ lọc.' : words;
    if (spoken) announce(total.textContent);
    fill(files, answer.files.map((file) => row(file, names)));
    showPages(answer);
    fill(elsewhere, siteProblems(answer.elsewhere));
  }

  function showPages({ total: all, from }) {
    fill(pages);
    if (all <= perPage) return;
    const go = (to) => () => {
      wanted.tu = String(Math.max(0, to));
      refresh(true).then(() => { main.focus(); scrollTo({ top: 0 }); });
    };
    put(pages, button('Trang trước', { icon: 'back', disabled: from === 0, onclick: go(from - perPage) }),
      h('span', {}, `${from + 1}–${Math.min(from + perPage, all)} trong ${all}`),
      button('Trang sau', { disabled: from + perPage >= all, onclick: go(from + perPage) }));
  }

  const typed = later(() => { wanted.chu = search.value; wanted.tu = '0'; refresh(true); }, 150);
  search.addEventListener('input', typed);
  for (const [select, key] of [[kind, 'loai'], [state, 'trang-thai'], [order, 'xep']]) {
    select.addEventListener('change', () => { wanted[key] = select.value; wanted.tu = '0'; refresh(true); });
  }
  document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
  await refresh();
  offerUndo(query, refresh);
}

/** After a deletion: the way back. */
function offerUndo(query, refresh) {
  const id = query.get('da-xoa');
  if (!id) return;
  toast(`Đã chuyển “${query.get('ten')}” vào thùng rác.`, {
    action: 'Hoàn tác',
    run: async () => {
      try {
        const { path } = await post('khoi-phuc', { id });
        toast('Đã lấy lại bài.', { action: 'Mở bài', run: () => { location.href = `/_soan/?tep=${encodeURIComponent(path)}`; } });
        refresh();
      } catch (error) {
        toast(error.message, { bad: true });
      }
    },
  });
}

function remember(wanted) {
  const query = new URLSearchParams(Object.entries(wanted).filter(([key, value]) => value && !(key === 'xep' && value === 'moi') && !(key === 'tu' && value === '0')));
  history.replaceState(null, '', query.size > 0 ? `?${query}` : '/_soan/');
}

function row(file, names) {
  const [errors, warnings, hints] = file.problems;
  const wrong = [[errors, 'error', 'lỗi'], [warnings, 'warning', 'cảnh báo'], [hints, 'hint', 'gợi ý']].filter(([count]) => count > 0);
  const about = [names[file.kind], file.class, file.lang, file.field, file.unit, file.day].filter(Boolean);
  return h('li', {},
    h('a', { class: 'name', href: `/_soan/?tep=${encodeURIComponent(file.path)}` }, file.name),
    h('p', { class: 'about' }, about.join(' · ')),
    h('p', { class: 'marks' },
      file.state !== 'dang' && h('span', { class: `state ${file.state}` }, Object.fromEntries(states)[file.state]),
      wrong.map(([count, severity, word]) => h('span', { class: `count ${severity}` }, icon(severity), `${count} ${word}`))),
    file.page && h('a', { class: 'see', href: file.page, 'aria-label': `Xem trang: ${file.name}` }, icon('eye'), h('span', {}, 'Xem')));
}

/** What is wrong elsewhere than in the files of the list. */
function siteProblems(problems = []) {
  if (problems.length === 0) return null;
  return h('details', { class: 'elsewhere' }, h('summary', {}, `${problems.length} điều cần xem ở chỗ khác của trang`),
    h('ul', {}, problems.map((p) => h('li', {}, h('b', {}, `${p.word}: `), p.message, p.fix ? ` — ${p.fix}` : '', ' ', h('code', {}, p.file)))));
}

const option = (value, words) => h('option', { value }, words);
const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);

function options(select, all, value) {
  fill(select, all.map(([code, words]) => option(code, words)));
  select.value = value;
}

function labelled(words, control, kind = '') {
  return h('div', { class: `labelled ${kind}`.trim() }, h('label', { for: control.id }, words), control);
}
