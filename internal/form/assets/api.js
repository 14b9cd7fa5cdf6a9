// Asking the program. Every request carries the token of this page; when the program was started again, a new one is fetched.

const meta = document.querySelector('meta[name=soan]');
let token = meta.content;

/** Names the site among those that one browser has seen at this address. */
export const site = meta.dataset.site;

/** What cannot be done, in words for people. `code` says what the page can do about it. */
export class Refused extends Error {
  constructor({ code, message, detail }) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

const unreachable = {
  code: 'offline',
  message: 'Không gọi được chương trình. Có lẽ cửa sổ “guongsang serve” đã đóng: hãy mở lại, những gì bạn viết vẫn còn trên trang này.',
};

async function send(method, name, { query = {}, json, body, signal } = {}) {
  const address = new URL(`/_soan/api/${name}`, location.href);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') address.searchParams.set(key, value);
  }
  const headers = { 'X-Soan-Token': token };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const response = await fetch(address, { method, headers, body: json === undefined ? body : JSON.stringify(json), signal });
    return { ok: response.ok, answer: await response.json() };
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refused(unreachable);
  }
}

async function ask(method, name, options) {
  let { ok, answer } = await send(method, name, options);
  if (!ok && answer.error?.code === 'token' && await freshToken()) ({ ok, answer } = await send(method, name, options));
  if (!ok) throw new Refused(answer.error);
  return answer;
}

async function freshToken() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch('/_soan/')).text(), 'text/html');
    const found = page.querySelector('meta[name=soan]');
    if (found?.dataset.site !== site) return false; // another site is shown here now
    token = found.content;
    return true;
  } catch {
    return false;
  }
}

export const get = (name, query, signal) => ask('GET', name, { query, signal });
export const post = (name, json, signal) => ask('POST', name, { json, signal });

/** Gives a picture to a draft. */
export const sendPicture = (draft, file, name) => ask('POST', 'anh', { query: { id: draft.id, tep: draft.path, base: draft.base, ten: name }, body: file });
