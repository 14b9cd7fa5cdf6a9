// What the controls of a form must know of the file, of each other, and of the plan.

import { holds, kindCode } from './criteria.js';
import { folded } from './dom.js';

/** value(name): what stands in a field now. */
export function contextOf(editor, value) {
  const { file, tables: { plan }, shelf } = editor;
  const isOne = (words, text) => words.some((word) => folded(word) === folded(text));
  const fieldOf = (text) => plan.find(({ code, number, name, short }) => isOne([code, number, name, short], text));
  const fields = () => [...new Set((value('lĩnh vực') ?? []).map(fieldOf))].filter(Boolean);
  const kind = () => kindCode(value('loại') ?? '');
  const subkinds = () => fields().flatMap(({ admits }) => admits.filter((a) => a.kind === kind()).flatMap((a) => a.subkinds));
  const subkind = () => subkinds().find(({ code, name }) => isOne([code, name], value('phân loại') ?? ''))?.code;
  const listeners = [];
  const asPlan = () => JSON.stringify([value('lĩnh vực'), value('loại'), value('phân loại')]);
  let before;
  return {
    plan,
    path: () => file.path,
    fields,
    holdsFor: (group) => holds(group, kind(), subkind()),
    subkinds: () => [...new Set(subkinds().map(({ name }) => name))],
    fieldName: (text) => { const f = fieldOf(text); return f ? `${f.number}. ${f.short}` : text; },
    sameField: (a, b) => a === b || fieldOf(a) !== undefined && fieldOf(a) === fieldOf(b),
    storyName: (slug) => file.stories[slug]?.name ?? slug,
    /** Notes the name of a story that is offered, for when it is chosen. */
    nameStory: (slug, name) => { file.stories[slug] ??= { name }; },
    /** Calls a function when other criteria hold than before. */
    onPlanChange: (listener) => listeners.push(listener),
    planMayHaveChanged: () => {
      const now = asPlan();
      if (now === before) return;
      before = now;
      for (const listener of listeners) listener();
    },
    pictures: () => shelf.names(),
    pictureAddress: (name) => shelf.address(name),
    addPicture: (picture) => shelf.add(picture),
    onPictures: (listener) => shelf.onChange(listener),
  };
}
