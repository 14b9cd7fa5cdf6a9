// A picture: chosen, dropped or pasted, seen small, described.

import { button, fill, h, toast } from './dom.js';

const accepted = 'image/jpeg,image/png,image/webp,image/gif,image/svg+xml';

/** The pictures among what was dropped or pasted. */
export const picturesIn = (transfer) => [...(transfer?.files ?? [])].filter((file) => file.type.startsWith('image/') || /\.(jpe?g|png|webp|gif|svg|heic)$/i.test(file.name));

/** A place to which pictures are dropped, with a button for those who do not drag. */
export function dropPlace({ words, many = false, take }) {
  const file = h('input', { type: 'file', accept: accepted, multiple: many, hidden: true });
  const choose = button(words, { icon: 'picture', onclick: () => file.click() });
  const el = h('div', { class: 'drop' }, choose, file, h('span', { class: 'help' }, 'hoặc kéo ảnh thả vào đây'));
  file.addEventListener('input', (event) => event.stopPropagation());
  file.addEventListener('change', () => {
    const files = [...file.files];
    file.value = '';
    if (files.length > 0) take(files);
  });
  dropOn(el, take);
  return { el, choose };
}

/** Lets pictures be dropped on an element. */
export function dropOn(el, take) {
  const over = (on) => el.classList.toggle('over', on);
  el.addEventListener('dragover', (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    over(true);
  });
  el.addEventListener('dragleave', () => over(false));
  el.addEventListener('drop', (event) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    over(false);
    const files = picturesIn(event.dataTransfer);
    if (files.length > 0) take(files);
    else toast('Tệp vừa thả không phải là ảnh.', { bad: true });
  });
}

/** spec: the key. raw: what the author wrote, an object. part(sub, value): the control of one of its keys. */
export function pictureControl({ spec, raw, ctx, part }) {
  const given = raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? raw : {};
  const [fileSpec, ...others] = spec.sub;
  let name = typeof given[fileSpec.name] === 'string' ? given[fileSpec.name] : '';
  const before = name;
  const parts = others.map((sub) => [sub.name, part(sub, given[sub.name])]);
  const image = h('img', { alt: '', class: 'thumb' });
  const caption = h('p', { class: 'file' });
  const gone = button('Bỏ ảnh', { icon: 'remove', onclick: () => { set(''); place.choose.focus(); } });
  const beside = h('div', { class: 'beside' });
  const place = dropPlace({ words: 'Chọn ảnh', take: async ([file]) => {
    const added = await ctx.addPicture(file);
    if (added) set(added);
  } });
  const chosen = h('div', { class: 'chosen' }, image, h('div', {}, caption, gone));
  const details = h('div', { class: 'parts' }, parts.map(([, own]) => own.el));
  const el = h('div', { class: 'picture' }, chosen, place.el, beside, details);
  image.addEventListener('error', () => { image.hidden = true; });

  function set(next) {
    name = next;
    draw();
    el.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function draw() {
    chosen.hidden = name === '';
    details.hidden = name === '' && parts.every(([, own]) => own.get().trim() === '');
    fill(caption, name);
    image.hidden = name === '';
    if (name !== '') image.src = ctx.pictureAddress(name);
    place.choose.lastElementChild.textContent = name === '' ? 'Chọn ảnh' : 'Chọn ảnh khác';
    const others = ctx.pictures().filter((other) => other !== name);
    fill(beside, others.length > 0 && [h('p', { class: 'help' }, 'Ảnh đã có của bài:'), h('ul', { class: 'thumbs' }, others.map((other) => h('li', {},
      h('button', { type: 'button', title: other, onclick: () => set(other) }, h('img', { src: ctx.pictureAddress(other), alt: `Dùng ảnh ${other}`, loading: 'lazy' })))))]);
  }
  ctx.onPictures(draw);
  draw();

  return {
    el,
    first: () => place.choose,
    get: () => ({ [fileSpec.name]: name === before ? given[fileSpec.name] ?? '' : name, ...Object.fromEntries(parts.map(([key, own]) => [key, own.get()])) }),
    find: (key) => parts.find(([own]) => own === key)?.[1].find([]),
    focus: (key) => {
      const own = parts.find(([other]) => other === key)?.[1];
      if (own && !details.hidden) own.focus();
      else place.choose.focus();
    },
  };
}

