// From a key of the table to something that can be filled in.
//
// A control has `el` to be shown, `get()` for its value, `find(path)` for the place of a problem and `focus(path)`. A value may be empty, which takes a key
// away. What the author wrote is given back letter for letter as long as the control has not been changed: a day that is no day, a choice that is none, a
// field by its number.

import { offerNames, offerStories, offerTexts, combobox } from './combobox.js';
import { criteria } from './criteria.js';
import { button, folded, h, newId, put } from './dom.js';
import { markdownEditor } from './markdown.js';
import { isNothing, objectList } from './objects.js';
import { pictureControl } from './picture.js';
import { tokens } from './tokens.js';

/** The list of what is wrong with something, and the spot that problems are put to. */
export function spotOf(input) {
  const notes = h('ul', { class: 'notes', id: newId('van-de'), hidden: true });
  return { input, notes, described: input.getAttribute('aria-describedby') ?? '' };
}

function heading(spec, tag, attributes) {
  return h(tag, attributes, spec.label, spec.required && h('span', { class: 'required' }, ' bắt buộc'));
}

function helpOf(spec) {
  return h('p', { class: 'help', id: newId('giup') }, spec.help);
}

/** A field with one input. */
function single(spec, input, shown = input) {
  const help = helpOf(spec);
  input.id ||= newId('o');
  input.setAttribute('aria-describedby', help.id);
  if (spec.required) input.setAttribute('aria-required', 'true');
  const spot = spotOf(input);
  const el = h('div', { class: `field of-${spec.type}` }, heading(spec, 'label', { for: input.id }), help, shown, spot.notes);
  return { el, spot, find: () => spot, focus: () => input.focus() };
}

/** A field of several inputs. */
function group(spec, content, first, kind = '') {
  const help = helpOf(spec);
  const el = h('fieldset', { class: `field group of-${spec.type} ${kind}`.trim(), 'aria-describedby': help.id });
  const spot = spotOf(el);
  put(el, heading(spec, 'legend'), help, content, spot.notes);
  return { el, spot, find: () => spot, focus: () => first()?.focus() };
}

/** The value of one text input: what the author wrote while it has not been changed. */
function textOf(input, raw) {
  if (typeof raw === 'string') input.value = raw;
  const shown = input.value;
  return () => (input.value === shown ? raw ?? '' : input.value);
}

const plain = (attributes) => h('input', { type: 'text', autocomplete: 'off', ...attributes });

function text(spec, raw) {
  const long = spec.type === 'text' && spec.example.length > 30;
  const input = long ? h('textarea', { rows: 2, class: 'short' }) : plain({ spellcheck: spec.type === 'text' ? undefined : 'false' });
  return { ...single(spec, input), get: textOf(input, raw) };
}

function typed(attributes) {
  return (spec, raw) => {
    const input = plain(attributes);
    return { ...single(spec, input), get: textOf(input, raw) };
  };
}

function name(spec, raw, ctx) {
  const offers = spec.names ? offerNames(spec.names) : spec.name === 'phân loại' ? offerTexts(ctx.subkinds) : undefined;
  if (!offers) return text(spec, raw);
  const { el, input } = combobox({ offers });
  return { ...single(spec, input, el), get: textOf(input, raw) };
}

/** A day is typed as it is written here, whatever the language of the machine; the calendar is the browser's. */
function date(spec, raw) {
  const input = plain({ inputmode: 'numeric', placeholder: 'ngày/tháng/năm', class: 'day' });
  const calendar = h('input', { type: 'date', class: 'calendar', tabindex: '-1', 'aria-hidden': 'true' });
  const get = textOf(input, raw);
  const open = button('Mở lịch', {
    icon: 'calendar', only: true, 'aria-label': `Mở lịch: ${spec.label}`,
    onclick: () => {
      calendar.value = isoOf(input.value);
      calendar.showPicker?.();
    },
  });
  calendar.addEventListener('input', (event) => event.stopPropagation());
  calendar.addEventListener('change', () => {
    const [year, month, day] = calendar.value.split('-');
    if (!day) return;
    input.value = `${day}/${month}/${year}`;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  });
  return { ...single(spec, input, h('div', { class: 'with-button' }, input, calendar, open)), get };
}

/** A day as the browser's calendar takes it; empty where it is none. */
function isoOf(written) {
  const [, day, month, year] = written.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/) ?? [];
  if (day) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d$/.test(written.trim()) ? written.trim() : '';
}

function years(spec, raw) {
  const input = plain({ inputmode: 'numeric' });
  if (Array.isArray(raw)) input.value = raw.join(', ');
  const shown = input.value;
  const get = () => {
    if (input.value === shown) return raw ?? [];
    return input.value.split(/[,;]+|\s+(?=\d)/).map((year) => year.trim()).filter(Boolean);
  };
  return { ...single(spec, input), get };
}

/** What is not so needs no key, unless the author gave it one. */
const yesOrNo = (yes, raw) => (yes ? 'true' : raw === undefined ? '' : 'false');

const isYes = (raw) => ['true', 'co', 'yes'].includes(folded(raw ?? ''));

function bool(spec, raw) {
  const input = h('input', { type: 'checkbox', checked: isYes(raw), id: newId('o') });
  const before = input.checked;
  const help = helpOf(spec);
  input.setAttribute('aria-describedby', help.id);
  const spot = spotOf(input);
  const el = h('div', { class: 'field of-bool' }, h('label', { class: 'choice', for: input.id }, input, spec.label), help, spot.notes);
  const get = () => {
    if (input.checked === before) return raw ?? '';
    return yesOrNo(input.checked, raw);
  };
  return { el, get, find: () => spot, focus: () => input.focus() };
}

/** Draft or published: the same key as a checkbox, in the words of what it does. */
function draft(spec, raw) {
  const id = newId('nhap');
  const before = isYes(raw);
  const radio = (value, words, about) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: id, value: String(value), checked: before === value }), h('span', {}, h('b', {}, words), h('small', {}, about)));
  const off = radio(true, 'Để nháp', 'Chưa ai thấy bài trên trang.');
  const on = radio(false, 'Đăng bài', 'Bài hiện trên trang từ lần cập nhật trang sau.');
  const content = h('div', { class: 'choices two' }, off, on);
  const isDraft = () => off.firstElementChild.checked;
  const get = () => {
    if (isDraft() === before) return raw ?? '';
    return yesOrNo(isDraft(), raw);
  };
  return { ...group({ ...spec, label: 'Đăng hay chưa', help: '' }, content, () => content.querySelector('input:checked'), 'publish'), get, isDraft };
}

function choice(spec, raw) {
  const id = newId('chon');
  const at = raw === undefined || raw === '' ? -1 : spec.values.findIndex((value) => folded(value) === folded(raw));
  const before = at >= 0 ? spec.values[at] : raw ?? '';
  const offered = [...spec.values.map((value) => [value, value[0].toUpperCase() + value.slice(1)])];
  if (!spec.required) offered.unshift(['', 'Chưa ghi']);
  if (before !== '' && at < 0) offered.push([before, `${before} (không có trong danh sách)`]);
  const radios = offered.map(([value, words]) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: id, value, checked: value === before }), words));
  const content = h('div', { class: 'choices' }, radios);
  const chosen = () => content.querySelector('input:checked')?.value ?? '';
  const get = () => (chosen() === before ? raw ?? '' : chosen());
  return { ...group(spec, content, () => content.querySelector('input:checked') ?? content.querySelector('input')), get, chosen };
}

function object(spec, raw, ctx) {
  const given = raw !== null && typeof raw === 'object' && !Array.isArray(raw) ? raw : {};
  const parts = spec.sub.map((sub) => [sub.name, control(sub, given[sub.name], ctx)]);
  const box = group(spec, h('div', { class: 'parts' }, parts.map(([, part]) => part.el)), () => parts[0][1].focus());
  const get = () => {
    const value = collect(parts);
    // What is no object has no parts to show and stays; an object whose parts were all emptied is empty.
    return isNothing(value) && (isNothing(raw) || given !== raw) ? raw ?? {} : value;
  };
  const part = ([key, ...rest]) => [parts.find(([own]) => own === key)?.[1], rest];
  return {
    ...box, get,
    find: (path) => { const [inner, rest] = part(path); return inner?.find(rest) ?? box.spot; },
    focus: (path = []) => { const [inner, rest] = part(path); (inner ?? parts[0][1]).focus(rest); },
  };
}

/** The values of controls by their keys. */
export const collect = (parts) => Object.fromEntries(parts.map(([key, part]) => [key, part.get()]));

/** Offers stories, and notes what they are called for when one is chosen. */
function namedStories(spec, ctx, by) {
  const offers = offerStories(spec.names, ctx.path, by);
  return async (typed, signal) => {
    const found = await offers(typed, signal);
    for (const { value, name: called } of found) ctx.nameStory(value, called);
    return found;
  };
}

function story(spec, raw, ctx) {
  if (!spec.names) return typed({ spellcheck: 'false' })(spec, raw);
  const list = tokens({
    raw: raw === undefined || raw === '' ? undefined : [raw], most: 1, nameOf: ctx.storyName, offers: namedStories(spec, ctx), strict: true, placeholder: 'Gõ tên gương để tìm',
  });
  const get = () => list.get()[0] ?? '';
  return { ...group(spec, list.el, list.first), get };
}

function list(spec, raw, ctx) {
  const ways = {
    slugs: { nameOf: ctx.storyName, offers: namedStories(spec, ctx), strict: true, placeholder: spec.names === 'guong' ? 'Gõ tên gương để tìm' : 'Gõ tên bài để tìm' },
    stories: { nameOf: ctx.storyName, offers: namedStories(spec, ctx, 'ref'), strict: true, ordered: true, placeholder: 'Gõ tên bài để tìm' },
    texts: { offers: spec.names && offerNames(spec.names), placeholder: 'Gõ rồi bấm Thêm' },
    addresses: { placeholder: spec.example.replace(/[[\]]/g, '') },
    fields: {
      nameOf: ctx.fieldName, ordered: true, firstWord: 'chính', same: ctx.sameField, options: ctx.plan.map(({ code, number, short }) => [code, `${number}. ${short}`]), optionWord: 'Thêm lĩnh vực…',
    },
  };
  const made = tokens({ raw, ...ways[spec.type] });
  return { ...group(spec, made.el, made.first), get: made.get };
}

function longText(spec, raw, ctx) {
  const help = helpOf(spec);
  const id = newId('o');
  const editor = markdownEditor({ id, describedBy: help.id, ctx, small: true });
  const get = textOf(editor.textarea, raw);
  const spot = spotOf(editor.textarea);
  const el = h('div', { class: 'field of-markdown' }, heading(spec, 'label', { for: id }), help, editor.el, spot.notes);
  return { el, get, find: () => spot, focus: () => editor.textarea.focus() };
}

function objects(spec, raw, ctx) {
  const made = objectList({ spec, raw, row: (value) => {
    const parts = spec.sub.map((sub) => [sub.name, control(sub, value[sub.name], ctx)]);
    return { parts, get: () => collect(parts) };
  } });
  const box = group(spec, made.el, made.first);
  return { ...box, get: made.get, find: (path) => made.find(path) ?? box.spot, focus: (path = []) => made.focus(path) };
}

function pictured(spec, raw, ctx) {
  const made = pictureControl({ spec, raw, ctx, part: (sub, value) => control(sub, value, ctx) });
  const box = group(spec, made.el, made.first);
  return { ...box, get: made.get, find: ([key]) => made.find(key) ?? box.spot, focus: ([key] = []) => made.focus(key) };
}

const makers = {
  text: name, name, markdown: longText, date, year: typed({ inputmode: 'numeric', maxlength: 20 }), years, number: typed({ inputmode: 'decimal' }), bool, choice,
  texts: list, slug: story, slugs: list, stories: list, addresses: list, url: typed({ inputmode: 'url', spellcheck: 'false' }), fields: list, picture: pictured, object, objects, any: text,
};

/** Makes the control of a key. `ctx` is what controls need of the page. */
export function control(spec, raw, ctx) {
  if (spec.name === 'nháp') return draft(spec, raw);
  return makers[spec.type](spec, raw, ctx);
}

/** The criteria and their evidence, which are two keys in the file and one thing to fill in. */
export function criteriaControl(codes, evidence, values, ctx) {
  const made = criteria({ codes: values[codes.name], evidence: values[evidence.name], ctx });
  const box = group({ ...codes, label: 'Các tiêu chí', help: 'Đánh dấu những tiêu chí mà bài viết cho thấy, rồi ghi minh chứng cho từng tiêu chí.' }, made.el, made.first);
  const part = (path) => made.find(path) ?? box.spot;
  return [
    [codes.name, { ...box, get: made.codes, find: ([place]) => part(made.codeAt(place)), focus: ([place] = []) => made.focus(made.codeAt(place)) }],
    [evidence.name, { el: null, get: made.evidence, find: ([code]) => part(code), focus: ([code] = []) => made.focus(code) }],
  ];
}

