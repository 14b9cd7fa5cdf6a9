// Which language the words of a page are said to be in. Each check returns a list of faults.

import { hasToken } from './html.mjs';

/** Letters that Vietnamese has and English has not. */
const vietnamese = /[àáãèéìíòóõùúýăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** So many Vietnamese words in a row are a sentence. Fewer may be a name, which is the same in all languages. */
const sentence = 8;

/** The page is in the language, and Vietnamese sentences in a page of another are marked, so that a screen reader says them right. */
export function spokenAs(page, language) {
  const lang = page.doc.all('html')[0]?.attrs.lang;
  const faults = lang === language ? [] : [`${page.path}: <html lang="${lang}">, not ${language}`];
  const seen = new Set();
  for (const { value, parent, line } of page.doc.texts) {
    const words = value.trim().split(/\s+/);
    if (words.filter((word) => vietnamese.test(word)).length < sentence || languageOf(parent) === 'vi' || isUnspoken(parent) || isPhraseWithName(parent)) continue;
    const text = words.join(' ').slice(0, 50);
    if (!seen.has(text)) faults.push(`${page.path}:${line}: Vietnamese without lang="vi" in <${parent.tag}>: ${text}`);
    seen.add(text);
  }
  return faults;
}

function languageOf(element) {
  for (let up = element; up; up = up.parent) if (up.attrs.lang !== undefined) return up.attrs.lang;
  return undefined;
}

/** A phrase of the page that has a unit's name in it, which may be a long one: over the related stories of a unit, on the way to all of them, and who receives a form. */
function isPhraseWithName(element) {
  const within = (what) => {
    for (let up = element.parent; up; up = up.parent) if (what(up.attrs)) return true;
    return false;
  };
  const related = within(({ id }) => /^lien-quan--/.test(id ?? ''));
  switch (element.tag) {
    case 'h2': return related;
    case 'a': return related && within((attrs) => hasToken(attrs.class, 'more'));
    case 'p': return element.parent.tag === 'header' && within((attrs) => hasToken(attrs.class, 'sheet'));
    default: return false;
  }
}

/** What stands in the head cannot be marked, and what stands in a template or a drawing is not said. */
function isUnspoken(element) {
  for (let up = element; up; up = up.parent) if (['head', 'script', 'style', 'svg', 'template'].includes(up.tag)) return true;
  return false;
}
