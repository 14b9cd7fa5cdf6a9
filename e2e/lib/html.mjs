// Reads HTML into a flat list of elements, which is all that the checks need.

import { parse, parseFragment } from 'parse5';

/** Reads a whole page. What only shows without JavaScript (noscript) is read as elements too. */
export function readPage(html) {
  return flatten(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
}

/** Reads a piece of HTML, such as the full text in a feed. */
export function readPiece(html) {
  return flatten(parseFragment(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
}

/** The text of an element, blanks folded. */
export function textOf(element) {
  let text = '';
  const walk = (node) => {
    if (node.nodeName === '#text') text += node.value;
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(element.node);
  return text.replace(/\s+/g, ' ').trim();
}

/** Says whether an element stands inside an element with one of the tags. */
export function isInside(element, ...tags) {
  for (let up = element.parent; up; up = up.parent) {
    if (tags.includes(up.tag)) return true;
  }
  return false;
}

/** Says whether the token stands in an attribute that holds several, such as rel or class. */
export function hasToken(value, token) {
  return (value ?? '').toLowerCase().split(/\s+/).includes(token);
}

function flatten(tree) {
  const elements = [];
  const texts = [];
  const walk = (node, parent) => {
    let here = parent;
    if (node.tagName) {
      here = {
        tag: node.tagName,
        attrs: Object.fromEntries(node.attrs.map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value])),
        line: node.sourceCodeLocation?.startLine ?? 0,
        location: node.sourceCodeLocation,
        parent,
        node,
      };
      elements.push(here);
    } else if (node.nodeName === '#text') {
      texts.push({ value: node.value, parent, line: node.sourceCodeLocation?.startLine ?? 0 });
    }
    for (const child of node.childNodes ?? []) walk(child, here);
    if (node.content) walk(node.content, here); // <template>
  };
  walk(tree, null);
  return {
    elements,
    texts,
    all: (...tags) => elements.filter((e) => tags.includes(e.tag)),
    ids: new Set(elements.flatMap((e) => (e.attrs.id === undefined ? [] : [e.attrs.id]))),
  };
}
