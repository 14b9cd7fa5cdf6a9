// Search in the browser: an engine over the files that internal/search makes, with which suggest.js makes the list below the field of the header, and results.js
// the search page.
//
// Files are loaded with script elements, each of which calls gs(name, value), so that it works in a copy of the site on a stick as well. Texts are
// compared decomposed (NFD): there a mark that was typed must be found, and one that was not may be.
window.GS = (() => {
  "use strict";
  const form = document.querySelector("form[role=search]");
  const folder = form.action.replace(/[^/]*$/, ""), root = folder.replace(/[^/]+\/$/, "");
  let given, asked, found, fresh, muc; // muc: what begin has loaded: the sizes of the index and its dictionaries
  window.gs = (name, value, stamp) => { given[name] = [value, stamp]; };
  /** Forgets what was loaded and what failed, so that it can be tried again. What is asked for from now on is another address to caches, in which files of two builds may lie. */
  function anew(query = "?" + Date.now()) {
    [given, asked, found, fresh] = [{}, {}, {}, query];
  }
  anew("");

  // ---- Files ----

  /** Loads a file, once. make turns what it says into what is kept. With a stamp, a file that says another one is of another build. */
  function load(file, name, make, stamp) {
    return asked[file] = asked[file] || new Promise((done, fail) => {
      const script = document.createElement("script");
      script.onload = script.onerror = () => {
        const [value, own] = given[name] || [];
        if (value != null && (!stamp || own == stamp)) done(make(value, own));
        else fail();
      };
      script.src = folder + file + ".js" + fresh;
      document.head.append(script);
    });
  }
  const begin = () => load("muc", "muc", (value) => muc = value);
  /** Loads the file of a kind with a number; muc.v has the stamps of each kind. */
  const shard = (kind, at, make) => load(kind + muc.q + "-" + at, kind + at, make, muc.v[kind].substr(at * 4, 4));

  /** Gives the numbers of a text of the index one after the other, see internal/search/number.go. */
  function reader(text) {
    const sign = () => {
      const code = text.charCodeAt(next.at++);
      return code - (code > 92 ? 34 : code > 34 ? 33 : 32);
    };
    const next = () => {
      const first = sign(), two = (high) => high * 93 + sign();
      return first < 68 ? first
        : first < 80 ? 68 + two(first - 68)
          : first < 92 ? 1184 + two(two(first - 80))
            : 104972 + two(two(two(sign())));
    };
    next.at = 0;
    return next;
  }

  /** The terms of a shard: [term, [slot, value, slot, value …]]. */
  function terms(text, names) {
    const list = [], next = reader(text);
    for (let term = ""; next.at < text.length;) {
      const places = [], kept = term.slice(0, next()), more = next();
      term = kept + text.slice(next.at, next.at += more);
      let slot = names ? 0 : -1;
      for (let left = next(); left--;) {
        const value = next();
        slot += names ? value : (value >> 1) + 1;
        places.push(slot, names ? next() : value & 1);
      }
      list.push([term.normalize("NFD"), places]);
    }
    return list;
  }

  /** The words of a dictionary, C of texts and T of names. Each is written as how many letters it shares with the one before, and the rest. */
  function dictionary(name) {
    let last = "";
    if (!muc[name].map) muc[name] = (muc[name].match(/\d\D*/g) || []).map((step) => last = last.slice(0, step[0]) + step.slice(1));
    return muc[name];
  }

  function hash(text) {
    let sum = 2166136261;
    for (const sign of text) sum = Math.imul(sum ^ sign.charCodeAt(), 16777619);
    return sum >>> 0;
  }

  // ---- Words ----

  const plain = "dblo", stroked = "đƀłø", letters = "[0-9a-z\\u00c0-\\u1fff\\u2c00-\\ud7ff]+", marks = "[\\u0300-\\u036f]*";
  /** Finds words. */
  const pattern = RegExp("(" + letters + "(?:['’‘`]" + letters + ")*)", "i");
  const fold = (text) => text.replace(/[\u0300-\u036f]/g, "").replace(/[đƀłø]/g, (letter) => plain[stroked.indexOf(letter)]);
  /** A text as words are compared: lower case, decomposed, and the tone of a single word where the new style puts it (hoà, not hòa). */
  const tidy = (text) => text.toLowerCase().replace(/[ðɖ]/g, "đ").replace(/[’‘ʼ`]/g, "'").normalize("NFD")
    .replace(/(o)([\u0300\u0301\u0303\u0309\u0323])([ae])$|((?:^|[^q])u)([\u0300\u0301\u0303\u0309\u0323])(y)$/, "$1$4$3$6$2$5");

  /**
   * A word to look for: n as it was typed, f without marks, e matches all that it may be written like, p (only of an open word) all that may begin like it.
   * bound says that it must stand right before the next, marked that the query has marks: then what is as it was typed comes first.
   */
  function word(n, open, bound, marked) {
    const source = "^" + n.replace(/([^\u0300-\u036f])([\u0300-\u036f]*)/g, (all, letter, typed) =>
      (plain.includes(letter) ? `[${letter}${stroked[plain.indexOf(letter)]}]` : letter) + typed.replace(/./g, `(?=${marks}$&)`) + marks);
    return { n, f: fold(n), e: RegExp(source + "$"), p: open && RegExp(source), bound, marked };
  }
  /** How well a term is what a word looks for: 3 as it was typed, 2 with marks that were not, 1 as its beginning. */
  const quality = (w, term) => w.marked && term == w.n ? 3 : w.e.test(term) ? 2 : w.p && w.p.test(term) ? 1 : 0;
  const known = (f, name = "C") => dictionary(name).includes(f);

  /** The words of a query. What stands between quotes is bound together; the last word is open unless it is quoted. */
  function parse(query) {
    const list = [];
    query.slice(0, 200).split(/["“”]/).forEach((part, quoted) => {
      part.split(pattern).forEach((typed, i, pieces) => {
        if (i % 2 && list.length < 12) list.push([tidy(typed), !(quoted % 2), quoted % 2 && i < pieces.length - 2]);
      });
    });
    return list.map(([n, open, bound], i) => word(n, open && i == list.length - 1 && (i || n[1]), bound, list.some(([other]) => other != fold(other))));
  }

  /**
   * Looks for a word or for two neighbours in the shards that keys lead to, those of names by the first letters: a Map of slots to what take makes of the values there, of how
   * well they match, and of how many there are.
   */
  function look(kind, words, keys, take) {
    const name = kind + words.map((w) => w.n + w.p + w.marked);
    const ask = async () => {
      const map = new Map(), at = [...new Set(keys.map((key) => hash(kind == "t" ? key.slice(0, 3) : key) % muc[kind]))];
      const shards = await Promise.all(at.map((i) => shard(kind, i, (text) => terms(text, kind == "t"))));
      shards.forEach((list) => list.forEach(([term, places]) => {
        const parts = term.split(" "), q = words.map((w, i) => quality(w, parts[i]));
        if (q.every(Boolean)) for (let i = 0; i < places.length; i += 2) map.set(places[i], take(map.get(places[i]) || [], places[i + 1], q, places.length));
      }));
      return map;
    };
    return found[name] = found[name] || ask();
  }
  /** The words of a dictionary that begin like an open word. */
  const begun = (w, name, most) => w.p ? dictionary(name).filter((f) => f.startsWith(w.f)).slice(0, most) : [];
  /** Whether all words stand somewhere; where one does not, no file need be loaded. Dictionaries have only words of a to z. */
  const stand = (words, name) => words.every((w) => /[^a-z']/.test(w.f) || known(w.f, name) || begun(w, name, 1)[0]);

  /**
   * The names that hold all words, by slot: 4 for the whole name, 3 for its beginning or end, 2 for a row, 1 for what is scattered; more for what is as it was typed, less
   * where the last word only begins like one.
   */
  async function names(words) {
    const scores = new Map();
    if (!stand(words, "T")) return scores;
    const maps = await Promise.all(words.map((w) => look("t", [w], [w.f].concat(begun(w, "T", 40)), (at, value, q) => {
      at.size = 1 + Math.sqrt(1 + 8 * value) >> 1;
      at[value - at.size * (at.size - 1) / 2] = q[0];
      return at;
    })));
    // Who typed the marks of a whole word means that word: names that only begin so come after texts that have it.
    const begins = words[1] || !words[0].marked || !known(words[0].f) ? 1.5 : 4, loose = !words.some((w) => w.bound), all = words.length;
    const worth = (row, q) => row + q.filter((one) => one == 3).length / all * .4 - (q.includes(1) && begins);
    maps[0].forEach((first, slot) => {
      const at = maps.map((map) => map.get(slot));
      if (!at.every(Boolean)) return;
      let best = loose && worth(1, at.map((q) => Math.max(...q.filter(Boolean)))) * 3e3; // below phrases of texts
      first.forEach((q, from) => {
        const row = at.map((places, i) => places[from + i]);
        if (row.every(Boolean)) best = Math.max(best, worth(2 + !from + (from + all == first.size), row) * 1e6);
      });
      if (best) scores.set(slot, best);
    });
    return scores;
  }

  // ---- What others may ask ----

  const enough = 10;
  const add = (scores, more, worth = 1) => more.forEach((score, slot) => { scores.set(slot, Math.max(scores.get(slot) || 0, score * worth)); });
  const near = () => load(muc.n, "near", (make) => make({ word, known, dictionary, add }));
  /**
   * The documents that a query finds: [scores by slot, the words to mark, whether it had to be understood freely]; no scores for no query. texts looks into the texts;
   * without it only names are looked at.
   */
  async function match(query, texts) {
    await begin();
    const words = parse(query);
    if (!words[0]) return [query && new Map(), words];
    const inRow = (found, least = 2e6) => [...found.values()].some((score) => score >= least), own = words[3] ? await names(words) : new Map();
    const sparse = inRow(own, 4e6) ? 2 : words[5] || inRow(own);
    const [scores, phrases] = await Promise.all([names(words), texts ? texts(words, sparse) : new Map()]);
    const row = inRow(scores);
    let others = new Map(), used, free;
    // A whole name with other words around it.
    if (!row && words[2]) for (const [i] of words.entries()) for (let end = i + 2; end <= words.length; end++) {
      (await names(words.slice(i, end))).forEach((score, slot) => { if (score >= 4e6) others.set(slot, score * (end - i) / words.length * .4); });
    }
    if (!scores.size && !others.size && (words[2] ? phrases.size < enough : !phrases.size)) {
      [others, used] = await (await near()).together(words, "T", names);
      others.forEach((score, slot) => { if (score > 35e5) free = scores.set(slot, score); });
    } else add(scores, others);
    add(scores, phrases);
    if (texts && !row && !free && phrases.size < (words[2] ? 3 : enough)) {
      const more = await texts(words, sparse, phrases.size ? 1 : 2);
      if (words[3] && !scores.size) free = more;
      add(scores, more);
    }
    if (!scores.size) {
      if (texts && !others.size) [others, used] = await (await near()).together(words, "C", texts, 12);
      add(scores, free = others);
    }
    words.forEach((w) => { if (known(w.f)) w.p = 0; });
    return [scores, free && used || words, !!free];
  }

  /** The card of a slot: where it leads, its kind, its name, what stands before that, a summary; lang is the language of these, where it is not the page's. */
  async function card(slot) {
    const cards = await shard("k", slot * muc.k / muc.s | 0, (list) => list);
    const [, kind, name, slug, summary, before, lang] = cards.find((one) => one[0] == slot), [folder, label] = muc.l[kind];
    return {
      href: root + folder + (slug || fold(tidy(name)).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
        + (root[0] == "f" ? "/index.html" : "/"),
      kind: label, name, summary, before, lang,
    };
  }

  /** Puts a text into an element, with the words that were looked for marked. */
  function mark(into, text, words) {
    let last, gap = "";
    text.split(pattern).forEach((piece, i) => {
      if (!(i % 2 && words.some((w) => quality(w, tidy(piece))))) gap += piece;
      else {
        if (last && gap == " ") last.textContent += gap + piece;
        else {
          into.append(gap, last = document.createElement("mark"));
          last.textContent = piece;
        }
        gap = "";
      }
    });
    into.append(gap);
  }

  return { load, anew, begin, reader, look, parse, known, begun, stand, near, match, card, mark };
})();
