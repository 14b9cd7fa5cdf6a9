// One file: its form, what is wrong with it, how it will look, and saving it.

import { actions } from './actions.js';
import { get, post, Refused } from './api.js';
import { resolve } from './conflict.js';
import { forget, keep, kept } from './copy.js';
import { ask } from './dialogs.js';
import { announce, button, fill, h, icon, later, toast } from './dom.js';
import { formOf } from './form.js';
import { pictureShelf } from './pictures.js';
import { previewPane } from './preview.js';
import { problemList, summary } from './problems.js';
import { wholeText } from './whole.js';

const quiet = 300; // ms without a key before the page is looked at

export async function show(main, query, tables) {
  const page = new Editor(main, tables);
  await page.open(query.get('tep'), Number(query.get('dong')) || 0);
}

/** The page of a file. `view` is the form, or the whole text where that is shown. */
class Editor {
  constructor(main, tables) {
    this.main = main;
    this.tables = tables;
    this.preview = previewPane();
    this.bar = h('div', { class: 'bar' });
    this.work = h('div', { class: 'work', oninput: () => this.changed(), onchange: () => this.changed() });
    this.look = later(() => this.check(), quiet);
    this.copy = later(() => (this.dirty() ? keep(this.file.path, { base: this.file.base, ...this.view.content() }) : forget(this.file.path)), 800);
    addEventListener('beforeunload', (event) => { if (this.dirty()) event.preventDefault(); });
    // A picture that misses its place would be opened by the browser instead of the page.
    for (const name of ['dragover', 'drop']) {
      addEventListener(name, (event) => {
        if (event.defaultPrevented || ![...event.dataTransfer.types].includes('Files')) return;
        event.preventDefault();
        if (name === 'drop') toast('Hãy thả ảnh vào ô “Ảnh” hoặc vào giữa bài viết.');
      });
    }
    addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) this.save();
    });
  }

  /** Reads a file and shows it; `line` is one of its lines, from a list of problems. */
  async open(path, line = 0) {
    this.take(await get('mo', { tep: path, dong: line || undefined }));
    if (this.file.spot) this.view.goTo(this.file.spot);
    this.offerCopy();
  }

  /** Shows what was read. */
  take(file) {
    this.file = file;
    this.kind = this.tables.kinds.find(({ folder }) => folder === file.kind);
    this.shelf = pictureShelf(this);
    this.show(file.editable ? formOf(this) : wholeText(this, file.whole));
    history.replaceState(null, '', `/_soan/?tep=${encodeURIComponent(file.path)}`);
  }

  /** Puts a view on the page. */
  show(view) {
    this.view = view;
    this.saved = this.state(); // before the old view goes, whose fields may tell of a change while they do
    this.problems = problemList({ find: (p) => view.find(p), go: (p) => view.goTo(p), lineOf: (n) => view.line(n) });
    this.draw();
    this.saved = this.state();
    this.mark();
    this.check();
  }

  draw() {
    const { file, kind, view } = this;
    this.title = h('h1', {});
    this.status = h('p', { class: 'status', role: 'status' });
    this.notice = h('div', { class: 'notices' });
    const tab = (name, words, iconName) => button(words, { icon: iconName, kind: 'tab', 'aria-pressed': String(name === 'soan'), 'data-tab': name, onclick: () => this.turnTo(name) });
    this.tabs = h('div', { class: 'tabs', role: 'group', 'aria-label': 'Đang xem' }, tab('soan', 'Soạn', 'pen'), tab('xem', 'Xem trước', 'eye'));
    fill(this.bar, h('a', { class: 'button plain', href: '/_soan/', 'aria-label': 'Về danh sách' }, icon('back')),
      h('div', { class: 'bar-title' }, this.title, h('p', {}, `${kind.one} · `, h('span', { class: 'path' }, file.path))),
      this.status, this.tabs, button('Lưu', { icon: 'save', kind: 'primary', title: 'Ctrl+S', 'aria-keyshortcuts': 'Control+S', onclick: () => this.save() }));
    this.others = actions(this);
    fill(this.work, this.notice, this.problems.el, view.el, this.others.el);
    // The preview stays where it is: a frame that is moved loads again.
    if (this.root === undefined) {
      this.root = h('div', { class: 'editing' }, this.bar, this.work, this.preview.el);
      fill(this.main, this.root);
    }
    this.root.dataset.shown = 'soan';
  }

  turnTo(name) {
    if (this.root.dataset.shown === name) return;
    this.root.dataset.shown = name;
    for (const tab of this.tabs.children) tab.setAttribute('aria-pressed', String(tab.dataset.tab === name));
    scrollTo({ top: 0 });
  }

  changed() {
    this.mark();
    this.look();
    if (this.dirty()) this.copy();
  }

  state() { return JSON.stringify(this.view.content()); }

  dirty() { return this.view !== undefined && this.state() !== this.saved; }

  mark() {
    const name = this.view.title() || this.file.path.split('/').at(-1);
    const dirty = this.dirty();
    if (this.title.textContent !== name) fill(this.title, name);
    document.title = `${dirty ? '● ' : ''}${name} · Soạn bài`;
    const words = dirty ? 'Chưa lưu' : this.savedAt ? `Đã lưu lúc ${this.savedAt}` : '';
    if (this.status.textContent !== words) fill(this.status, words);
    this.status.dataset.dirty = String(dirty);
  }

  which() { return { id: this.file.id, path: this.file.path, base: this.file.base }; }

  /** What a request says of the file: where it lies and what is in it now. */
  written() { return { ...this.which(), ...this.view.content(), pictures: this.shelf.used(this.state()) }; }

  /** Asks with what is written, now or when it was noted; pictures that the program has lost meanwhile are sent again. */
  async send(name, more = {}, signal, noted = undefined) {
    for (let again = false; ; again = true) {
      try {
        return await post(name, { ...(noted ?? this.written()), ...this.which(), ...more }, signal);
      } catch (error) {
        if (again || error.code !== 'pictures' || !await this.shelf.again(error.detail)) throw error;
      }
    }
  }

  /** Looks how the page would be and what is wrong; a newer look goes before an older one. */
  async check() {
    if (this.file.notText) {
      this.problems.show(this.file.why);
      this.preview.lack(this.file.why);
      return;
    }
    this.looking?.abort();
    this.looking = new AbortController();
    const { signal } = this.looking;
    this.preview.busy(true);
    try {
      const answer = await this.send('xem', {}, signal);
      this.file.id = answer.id;
      this.wrong = answer.problems;
      this.problems.show(answer.problems);
      this.view.told?.(answer);
      this.noteChange(answer.changed);
      if (!this.dirty()) this.others.lies(answer.page);
      if (answer.preview) this.preview.show(answer.preview);
      else this.preview.lack(answer.problems);
    } catch (error) {
      if (error.name === 'AbortError') return;
      if (!(error instanceof Refused)) throw error;
      this.preview.fail(error.message);
    }
  }

  /** Says once that somebody else has changed the file. */
  noteChange(changed) {
    const there = this.notice.querySelector('.changed');
    if (!changed) there?.remove();
    if (!changed || there) return;
    this.notice.append(h('div', { class: 'notice changed', role: 'status' }, h('p', {}, 'Tệp này vừa được sửa ở nơi khác.'),
      this.dirty() ? button('Xem hai bản', { onclick: () => this.save() }) : button('Lấy bản mới', { onclick: () => this.reload() })));
  }

  /** Reads the file again and lets go of what was written here. */
  async reload() {
    try {
      forget(this.file.path);
      this.saved = this.state();
      await this.open(this.file.path);
      announce('Đã lấy bản trên đĩa');
    } catch (error) {
      toast(error.message, { bad: true });
    }
  }

  async save(over) {
    if (this.saving) return false;
    if (over === undefined && !await this.sure()) return false;
    this.saving = true;
    const content = this.state();
    const noted = this.written();
    const { view } = this;
    const writing = document.activeElement?.matches('.writing:not(.small)') ? document.activeElement.selectionStart : -1;
    // The first picture makes a folder of the file, and the form is made anew from it: what is written meanwhile would be lost.
    view.el.inert = noted.pictures.length > 0 && !this.file.path.endsWith('/index.md');
    fill(this.status, 'Đang lưu…');
    try {
      const answer = await this.send('luu', over === undefined ? {} : { over }, undefined, noted);
      await this.settled(answer, content, writing);
      return true;
    } catch (error) {
      this.mark();
      if (error.code === 'conflict') return this.choose(error.detail);
      if (!(error instanceof Refused)) throw error;
      toast(error.message, { bad: true });
      return false;
    } finally {
      this.saving = false;
      view.el.inert = false;
    }
  }

  /** Before a story is published with errors. */
  async sure() {
    const errors = (this.wrong ?? []).filter((p) => p.severity === 'error');
    if (errors.length === 0 || this.view.isDraft()) return true;
    const answer = await ask({
      title: `Bài còn ${summary(errors)}`,
      content: [h('p', {}, 'Bài này để ở chế độ đăng. Trang sẽ không cập nhật được cho tới khi sửa xong:'), h('ul', {}, errors.slice(0, 6).map((p) => h('li', {}, p.message)))],
      buttons: [['Sửa đã', 'no', 'primary'], ['Vẫn lưu', 'yes']],
    });
    if (answer === 'no') this.problems.focus();
    return answer === 'yes';
  }

  /** What follows a save. The path may be another one now, where the file got its first picture. */
  async settled(answer, content, writing) {
    const before = this.file.path;
    if (answer.moved || this.state() === content) {
      forget(before);
      this.copy.stop();
    }
    this.savedAt = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
    this.shelf.saved(content);
    if (answer.moved) {
      this.saved = this.state();
      const top = scrollY;
      await this.open(answer.path);
      scrollTo({ top });
      if (writing >= 0) this.view.writeOn(writing);
      toast('Đã lưu. Bài nay nằm trong thư mục riêng cùng với ảnh; địa chỉ trên trang không đổi.');
    } else {
      Object.assign(this.file, { id: answer.id, path: answer.path, base: answer.base });
      this.saved = content;
    }
    this.mark();
    this.check();
  }

  /** Two versions: the author decides. */
  async choose(two) {
    const choice = await resolve(two);
    if (choice === 'theirs') await this.reload();
    if (choice === 'mine') {
      this.saving = false;
      return this.save(two.base);
    }
    return false;
  }

  /** After a crash: what was not saved then. */
  offerCopy() {
    const copy = kept(this.file.path);
    if (!copy) return;
    const { time, base, ...content } = copy;
    const asText = content.whole !== undefined;
    if (JSON.stringify(content) === this.state()) {
      forget(this.file.path);
      return;
    }
    const when = new Date(time).toLocaleString('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
    const box = h('div', { class: 'notice', role: 'status' }, h('p', {}, `Trình duyệt còn giữ một bản chưa lưu, viết lúc ${when}.`),
      button('Lấy lại bản đó', { onclick: () => {
        const before = this.saved;
        this.file.base = base;
        Object.assign(this.file, content);
        this.show(asText ? wholeText(this, content.whole) : formOf(this));
        this.saved = before;
        this.changed();
      } }),
      button('Bỏ bản đó', { onclick: () => { forget(this.file.path); box.remove(); } }));
    this.notice.append(box);
  }
}
