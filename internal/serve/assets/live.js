// Keeps an open page of the preview up to date: loads it again when it has changed, in its scroll place, and shows over it what is wrong with the
// site. All pages of a browser share one connection to the server, since a browser opens six at the most: whichever page holds the lock has it, and
// tells the others.
(() => {
  'use strict';
  if (window !== window.top) return;
  const own = document.currentScript.dataset;
  const name = 'guongsang';
  const words = {
    vi: {
      name: 'Xem thử', desk: 'Soạn bài', edit: 'Sửa bài này', mend: 'Sửa', mendAt: 'Sửa {0}', fold: 'Thu gọn', unfold: 'Xem', wrong: 'Những chỗ cần sửa',
      errors: (n) => `${n} lỗi`, warnings: (n) => `${n} cảnh báo`, more: (n) => `… và ${n} chỗ khác; xem đủ bằng lệnh guongsang check.`,
      kept: 'Bạn đang xem bản gần nhất không có lỗi. Sửa xong và lưu lại thì trang tự cập nhật.',
      failure: 'Chưa đọc lại được trang: {0}.', mended: 'Không còn lỗi nào.',
      stopped: 'Đã ngừng xem thử. Khi guongsang serve chạy lại, trang này tự nối lại.',
    },
    en: {
      name: 'Preview', desk: 'Edit the site', edit: 'Edit this page', mend: 'Edit', mendAt: 'Edit {0}', fold: 'Fold', unfold: 'Show', wrong: 'What is to be corrected',
      errors: (n) => (n === 1 ? '1 error' : `${n} errors`), warnings: (n) => (n === 1 ? '1 warning' : `${n} warnings`),
      more: (n) => `… and ${n} more; guongsang check shows all of them.`,
      kept: 'You see the last version without errors. The page follows once they are corrected and saved.',
      failure: 'The site cannot be read again: {0}.', mended: 'No errors any more.',
      stopped: 'The preview has stopped. When guongsang serve runs again, this page connects to it by itself.',
    },
  }[own.lang];

  // What a tab remembers while it loads a page again.
  const memory = {
    get: (key) => JSON.parse(sessionStorage.getItem(`${name}.${key}`)),
    set: (key, value) => sessionStorage.setItem(`${name}.${key}`, JSON.stringify(value)),
    take(key) {
      const value = this.get(key);
      sessionStorage.removeItem(`${name}.${key}`);
      return value;
    },
  };

  // The scroll place: not a number of pixels, since what is above may be longer now, but where the blocks around the upper edge of the window are.

  const blocks = function* blocks() {
    const seen = new Map();
    for (const block of document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, figcaption, blockquote, pre)')) {
      if (block.getClientRects().length === 0) continue; // it is not shown
      const text = `${block.localName} ${block.textContent.trim().slice(0, 120)}`;
      seen.set(text, (seen.get(text) ?? 0) + 1);
      yield { block, key: `${text} ${seen.get(text)}`, top: block.getBoundingClientRect().top };
    }
  };

  const place = () => {
    const above = [];
    const below = [];
    for (const { key, top } of blocks()) (top < 0 ? above : below).push({ key, top });
    // The edited block itself has other words afterwards; then the next one counts.
    return { x: scrollX, y: scrollY, marks: [...below.slice(0, 10), ...above.slice(-10).reverse()] };
  };

  const goTo = ({ x, y, marks }) => {
    const tops = new Map([...blocks()].map(({ key, top }) => [key, top]));
    const mark = marks.find(({ key }) => tops.has(key));
    scrollTo({ left: x, top: mark && y > 0 ? scrollY + tops.get(mark.key) - mark.top : y, behavior: 'instant' });
  };

  const restore = () => {
    const kept = memory.take('place');
    if (kept?.path !== location.pathname) return;
    goTo(kept);
    const at = scrollY;
    addEventListener('load', () => {
      if (scrollY === at) goTo(kept); // pictures and fonts may have come
      setTimeout(() => { history.scrollRestoration = 'auto'; }); // from now on the browser has nothing to restore here
    }, { once: true });
  };

  const reload = () => {
    memory.set('place', { path: location.pathname, ...place() });
    history.scrollRestoration = 'manual';
    location.reload();
  };

  // Whether this page has changed is asked of the server: most changes are on other pages.

  let checking = false;
  let again = false;
  const check = async () => {
    again = true;
    if (checking) return;
    checking = true;
    let missed = false;
    while (again) {
      again = false;
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
      if (answer && answer.headers.get('ETag') !== `"${own.tag}"`) {
        if (answer.status !== 404 || missed) {
          reload();
          return;
        }
        // Some programs remove a file before they write it anew.
        missed = true;
        again = true;
        await new Promise((resolve) => { setTimeout(resolve, 700); });
      }
    }
    checking = false;
  };

  // What is shown over the page.

  const style = `
    :host { all: initial; color-scheme: light dark; --text: #1c1917; --ground: #fffdfa; --line: #b5aca2; --error: #a11212; --warning: #7a4a00; --link: #0b57a4; }
    @media (prefers-color-scheme: dark) { :host { --text: #f3efea; --ground: #23201d; --line: #6d655d; --error: #ff9b92; --warning: #f0bd6b; --link: #9cc8ff; } }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    .dock { position: fixed; z-index: 2147483647; inset: auto 0 0 0; padding: .5rem; display: flex; flex-wrap: wrap-reverse; justify-content: space-between;
      align-items: end; gap: .5rem; pointer-events: none; font: 16px/1.5 system-ui, "Segoe UI", sans-serif; color: var(--text); }
    .dock > * { pointer-events: auto; background: var(--ground); border: 1px solid var(--line); border-radius: 8px; box-shadow: 0 2px 12px rgb(0 0 0 / .25); }
    .wrong { max-width: min(52rem, 100%); max-height: min(26rem, 50vh); display: flex; flex-direction: column; }
    .wrong.open { width: 52rem; border-top: 4px solid var(--error); }
    .head { display: flex; align-items: center; gap: .75rem; padding: .25rem .25rem .25rem .75rem; }
    .head strong { flex: 1; }
    .body { overflow: auto; padding: 0 .75rem .75rem; overscroll-behavior: contain; }
    .body:focus-visible { outline: 3px solid var(--link); outline-offset: -3px; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { display: flex; align-items: center; justify-content: space-between; gap: .75rem; padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    p { margin: 0 0 .5rem; }
    .error b { color: var(--error); } .warning b { color: var(--warning); }
    code { font: .9em/1.5 ui-monospace, Consolas, monospace; display: block; }
    a { color: var(--link); }
    button, .desk a, li a { font: inherit; color: var(--link); background: none; border: 0; border-radius: 8px; padding: .4rem .75rem; min-height: 2.25rem; display: inline-flex;
      align-items: center; cursor: pointer; text-decoration: underline; }
    a:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: -3px; border-radius: 8px; }
    li a { flex: none; }
    li div { min-width: 0; }
    .desk { margin-left: auto; }
    .stopped { padding: .4rem .75rem; }
    @media (pointer: coarse) { button, .desk a, li a { min-height: 44px; min-width: 44px; } }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); border: 0; }
  `;

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const filled = (text, word) => text.replace('{0}', () => word);

  const view = (() => {
    const host = element('div');
    host.dataset.guongsang = '';
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const button = element('button', { type: 'button' });
    const count = element('strong');
    const body = element('div', { className: 'body', id: 'list', tabIndex: 0 });
    body.setAttribute('role', 'group');
    body.setAttribute('aria-label', words.wrong);
    button.setAttribute('aria-controls', 'list');
    const wrong = element('section', { className: 'wrong', hidden: true }, element('div', { className: 'head' }, count, button), body);
    wrong.setAttribute('role', 'region');
    wrong.setAttribute('aria-label', words.wrong);
    const stopped = element('p', { className: 'stopped', textContent: words.stopped, hidden: true });
    const said = element('p', { className: 'said' });
    said.setAttribute('role', 'status');
    const desk = element('nav', { className: 'desk' }, element('a', {
      href: own.file ? `/_soan/?tep=${encodeURIComponent(own.file)}` : '/_soan/', textContent: own.file ? words.edit : words.desk,
    }));
    desk.setAttribute('aria-label', words.desk);
    const dock = element('aside', { className: 'dock' }, wrong, stopped, desk, said);
    dock.setAttribute('aria-label', words.name);
    root.append(dock);
    document.body.append(host);
    return { wrong, count, button, body, stopped, desk, said };
  })();

  const fold = (folded) => {
    memory.set('folded', folded);
    view.body.hidden = folded;
    view.wrong.classList.toggle('open', !folded);
    view.button.textContent = folded ? words.unfold : words.fold;
    view.button.setAttribute('aria-expanded', String(!folded));
  };
  view.button.addEventListener('click', () => fold(!view.body.hidden));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !view.wrong.hidden && !view.body.hidden) fold(true);
  });

  const line = (problem) => {
    const text = [problem.message, problem.fix].filter(Boolean).join('; ');
    const item = element('li', { className: problem.severity }, element('div', {}, element('code', { textContent: problem.place }),
      element('b', { textContent: `${problem.word} ${problem.code}` }), `: ${text}`));
    if (problem.edit) {
      const link = element('a', { href: problem.edit, textContent: words.mend });
      link.setAttribute('aria-label', filled(words.mendAt, problem.place));
      item.append(link);
    }
    return item;
  };

  // What is said to those who do not see is said once, and after the page has been loaded again, if it is about to be.
  const speak = () => setTimeout(() => { view.said.textContent = memory.take('unsaid') ?? view.said.textContent; }, 300);
  const say = (text) => {
    if (memory.get('said') === text) return;
    memory.set('said', text);
    memory.set('unsaid', text);
    speak();
  };

  const show = (state) => {
    view.stopped.hidden = !state.stopped;
    view.desk.hidden = Boolean(state.stopped);
    if (state.stopped) {
      say(words.stopped);
      return;
    }
    const { errors, warnings, problems, failure, kept } = state;
    const grave = errors > 0 || failure !== '';
    const counts = [errors && words.errors(errors), warnings && words.warnings(warnings)].filter(Boolean).join(', ');
    const summary = failure ? filled(words.failure, failure) : counts;
    view.count.textContent = summary;
    // What is wrong with this very page comes first.
    const rank = ({ severity, file }) => (severity === 'error' ? 0 : 2) + (file === own.file ? 0 : 1);
    const lines = [...problems].sort((a, b) => rank(a) - rank(b)).map(line);
    const more = errors + warnings - problems.length;
    view.body.replaceChildren(...(kept ? [element('p', { textContent: words.kept })] : []), element('ol', {}, ...lines),
      ...(more > 0 ? [element('p', { textContent: words.more(more) })] : []));
    view.wrong.hidden = summary === '';
    if (grave !== memory.get('grave')) memory.set('folded', null); // an old fold is not about what has just gone wrong
    fold(memory.get('folded') ?? !grave);
    if (grave) say([summary, kept ? words.kept : ''].join('. '));
    else if (memory.get('grave')) say(words.mended);
    memory.set('grave', grave);
  };

  // The connection.

  let seen = own.state; // the state that this page is known to be of
  const take = (state) => {
    show(state);
    if (!state.stopped && state.id !== seen) {
      seen = state.id;
      check();
    }
  };

  let channel;
  let leaving;
  let source;
  let latest;

  const tell = (state) => {
    latest = state;
    channel.postMessage(state);
    take(state);
  };

  const listen = () => {
    let silent;
    source = new EventSource('/_soan/events');
    source.onopen = () => {
      clearTimeout(silent);
      silent = undefined;
    };
    source.onmessage = ({ data }) => tell(JSON.parse(data));
    source.onerror = () => {
      silent ??= setTimeout(() => tell({ stopped: true }), 1500);
      if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself
      setTimeout(() => { if (!leaving.signal.aborted) listen(); }, 2000);
    };
    leaving.signal.addEventListener('abort', () => { clearTimeout(silent); source.close(); });
  };

  const start = () => {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data !== 'what is new?') take(data);
      else if (latest) channel.postMessage(latest);
    };
    leaving = new AbortController();
    const { signal } = leaving;
    const lead = () => new Promise((release) => {
      signal.addEventListener('abort', release);
      listen();
    });
    navigator.locks.request(name, { signal }, lead).catch(() => {}); // it left before its turn came
    channel.postMessage('what is new?');
  };

  addEventListener('pagehide', () => {
    leaving.abort();
    channel.close();
    latest = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) start(); });
  restore();
  speak();
  start();
})();
