// A copy of what is not saved yet, in the browser: after a crash it is offered again. Pictures are not in it.

import { site } from './api.js';

const key = (path) => `soan:${site}:${path}`;

/** Keeps {base, values, body, whole}; a browser without room keeps nothing, which is no reason to stop writing. */
export function keep(path, content) {
  try {
    localStorage.setItem(key(path), JSON.stringify({ ...content, time: Date.now() }));
  } catch { /* there is no room, or the browser keeps nothing */ }
}

export function forget(path) {
  try {
    localStorage.removeItem(key(path));
  } catch { /* the browser keeps nothing */ }
}

export function kept(path) {
  try {
    return JSON.parse(localStorage.getItem(key(path)) ?? 'null');
  } catch {
    return null;
  }
}
