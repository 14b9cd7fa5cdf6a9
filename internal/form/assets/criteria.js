// The criteria of the plan for the chosen fields and kind, in the plan's own words, each with its evidence once it is ticked.

import { fill, folded, h, newId } from './dom.js';
import { spotOf } from './fields.js';

/** codes and evidence: what the author wrote. ctx.plan, ctx.fields() and ctx.holdsFor(group) say what is offered. */
export function criteria({ codes: rawCodes, evidence: rawEvidence, ctx }) {
  const given = Array.isArray(rawCodes) ? rawCodes.map(String) : [];
  const proofs = rawEvidence !== null && typeof rawEvidence === 'object' ? rawEvidence : {};
  const items = new Map(); // code -> its row, made once, so that what is typed stays when the fields change
  let chosen = [...given];
  const el = h('div', { class: 'criteria' });

  function item(code, criterion) {
    if (items.has(code)) return items.get(code);
    const id = newId('tc');
    const tick = h('input', { type: 'checkbox', id, checked: chosen.includes(code) });
    const proof = h('textarea', { rows: 2, class: 'short', id: `${id}-mc` });
    proof.value = typeof proofs[code] === 'string' ? proofs[code] : '';
    const own = { tick, proof, before: proof.value, spot: spotOf(proof) };
    const below = h('div', { class: 'proof' }, h('label', { for: proof.id }, 'Minh chứng'), proof, own.spot.notes);
    const marks = criterion && h('span', { class: 'marks' }, criterion.mandatory && h('b', { class: 'tag' }, 'bắt buộc'), criterion.condition && h('span', { class: 'tag' }, `xét khi: ${criterion.condition}`));
    own.el = h('li', {}, h('label', { class: 'choice', for: id }, tick, h('span', {}, h('b', { class: 'code' }, code), ' ', criterion ? criterion.text : 'Mã này không thuộc lĩnh vực và loại đã chọn.', marks)), below);
    const showProof = () => { below.hidden = !tick.checked && proof.value.trim() === ''; };
    tick.addEventListener('change', () => {
      chosen = tick.checked ? [...chosen, code] : chosen.filter((other) => other !== code);
      showProof();
    });
    showProof();
    items.set(code, own);
    return own;
  }

  function draw() {
    const fields = ctx.fields();
    const shown = new Set();
    const parts = fields.map((field) => {
      const rows = field.groups.filter(ctx.holdsFor).flatMap(({ criteria: list }) => list);
      for (const { code } of rows) shown.add(code);
      return rows.length > 0 && h('div', {}, h('h3', {}, `${field.section}. ${field.short}`), h('ul', {}, rows.map((c) => item(c.code, c).el)));
    });
    const others = [...new Set([...chosen, ...Object.keys(proofs)])].filter((code) => !shown.has(code));
    const all = new Map(ctx.plan.flatMap(({ groups }) => groups.flatMap(({ criteria: list }) => list.map((c) => [c.code, c]))));
    const left = others.length > 0 && h('div', {}, h('h3', {}, 'Ngoài lĩnh vực và loại đã chọn'), h('ul', {}, others.map((code) => item(code, all.get(code)).el)));
    if (shown.size + others.length === 0) {
      fill(el, h('p', { class: 'help' }, fields.length === 0 ? 'Chọn lĩnh vực trước, các tiêu chí sẽ hiện ra ở đây.' : 'Lĩnh vực này không có tiêu chí cho loại đã chọn.'));
    } else {
      fill(el, parts, left);
    }
  }
  ctx.onPlanChange(draw);
  draw();

  return {
    el,
    first: () => el.querySelector('input'),
    codes: () => [...chosen],
    evidence: () => {
      const value = { ...proofs };
      for (const [code, { proof, before }] of items) {
        if (proof.value !== before || !(code in proofs)) value[code] = proof.value;
      }
      return value;
    },
    codeAt: (place) => chosen[place],
    find: (code) => items.get(code ?? '')?.spot,
    focus: (code) => {
      const own = items.get(code ?? '');
      (own ? (own.proof.checkVisibility() ? own.proof : own.tick) : el.querySelector('input'))?.focus();
    },
  };
}

/** Whether the criteria of a group hold for a kind and, where it is known, its smaller group. */
export function holds(group, kind, subkind) {
  return group.applies.some((scope) => scope.kind === kind && (!scope.subkind || !subkind || scope.subkind === subkind));
}

/** The code of the kind that a value of the key means: "cá nhân" is "ca-nhan". */
export const kindCode = (value) => ({ canhan: 'ca-nhan', tapthe: 'tap-the', hogiadinh: 'ho-gia-dinh' })[folded(value)] ?? '';
