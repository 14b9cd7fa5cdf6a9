// The search page: looks into the texts as well, narrows what was found, and shows it. It stands on search.js.
(() => {
  "use strict";
  const { load, anew, begin, reader, look, parse, known, begun, stand, near, match, card, mark } = GS;

  // ---- Texts ----

  /**
   * The documents whose text holds all words, by slot, and how well: those where they stand as phrases before those where some or (only if that is asked for) all
   * are scattered. Of a long query with scattered words, which would be many files, only neighbours are looked for, and some of its words may be missing: a third or, where
   * scattered is 2, nearly all.
   * A sparse search asks for no more pairs of neighbours than it takes to have each word in one; where sparse is 2, the query is a whole name, and of a name its last six words are enough.
   */
  async function texts(words, sparse, scattered) {
    const spare = words[3] && (scattered > 1 ? words.length - 2 : scattered && words.length / 3), scores = new Map();
    if (!spare && !stand(words, "C")) return scores;
    const take = ([cover = 0, weight = 0], value, q, count) => [
      Math.max(cover, q.reduce((a, b) => a + b)), Math.max(weight, (15 - Math.log(count)) * (1 + value))];
    const spared = (i) => sparse > 1 && words.length - i > 6;
    const pairs = await Promise.all(words.slice(1).map((w, i) =>
      sparse && (spared(i) || i && (words.length - i) % 2) && !words[i].bound || !stand([words[i], w], "C") ? new Map()
        : look("c", [words[i], w], [words[i].f + " " + w.f[0]], take)));
    const singles = pairs[0] && !(scattered && !spare) ? [] : await Promise.all(words.map((w) => look("d", [w], [w.f].concat(known(w.f) ? [] : begun(w, "C", 6)), take)));
    const get = (maps, i, slot) => maps[i] && maps[i].get(slot) || [0, 0];
    pairs.concat(singles).forEach((map) => map.forEach((at, slot) => {
      let score = 0, missed = 0;
      if (!scores.has(slot)) words.forEach((w, i) => {
        const next = get(pairs, i, slot), single = get(singles, i, slot), cover = Math.max(next[0], get(pairs, i - 1, slot)[0]);
        score += (next[0] && 1e4) + cover * 1e3 + single[0] * 100 + single[1] + next[1];
        missed += w.bound && !next[0] ? 12 : !cover && !single[0] && !spared(i);
      });
      if (score && missed <= (spare || 0)) scores.set(slot, missed ? score / 9 : score);
    }));
    return scores;
  }

  // ---- Filters ----

  let tables, documents;
  /** What results can be narrowed by: by a column's letter its values [code, label, how many]. Documents have theirs by the same letters. */
  const columns = () => load("cot", "cot", (cot, stamp) => {
    tables = cot.t;
    const next = reader(cot.s);
    documents = [];
    documents.stamp = stamp;
    for (let slot = -1; next.at < cot.s.length;) documents.push({ slot: slot += next() + 1 });
    for (const name in tables) {
      const number = reader(cot[name]);
      documents.forEach((one) => {
        one[name] = [];
        for (let left = "fyh".includes(name) ? number() : 1; left--;) {
          let at = number() - "upv".includes(name);
          if (name == "l") {
            one.after = at & 1; // a translation, which comes after what it was made of
            at >>= 1;
          }
          if (tables[name][at]) one[name].push(tables[name][at]);
        }
      });
    }
    return tables;
  });

  /**
   * The documents that a query and filters find, best first, the words to mark, and whether the query had to be understood freely. filters has by a column's letter the
   * codes, as texts, of which a document must have one. The values of columns() are counted anew: each column's over what the filters of all others leave.
   */
  async function find(query, filters) {
    const [[scores, words, free], , { i: stamp }] = await Promise.all([match(query, texts), columns(), begin()]);
    if (documents.stamp != stamp) throw 0; // of two builds
    const letters = Object.keys(tables), hits = [];
    letters.forEach((name) => tables[name].forEach((value) => { value[2] = 0; }));
    documents.forEach((one) => {
      if (scores && !scores.has(one.slot)) return;
      const missed = letters.filter((name) => filters[name] && !one[name].some((value) => filters[name].includes("" + value[0])));
      letters.forEach((name) => { if (missed.every((other) => other == name)) one[name].forEach((value) => value[2]++); });
      one.year = Math.max(0, ...one.y.map((value) => value[0]));
      if (!missed[0]) hits.push([scores ? scores.get(one.slot) : one.year, -one.after, -tables.l.indexOf(one.l[0]), one.year, -one.slot, one]);
    });
    hits.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || b[3] - a[3] || b[4] - a[4]);
    return { hits: hits.map((hit) => hit[5]), words, free };
  }

  // ---- The page ----

  const at = (id) => document.getElementById(id);
  const list = at("ket-qua"), page = at("tim-thay"), status = at("tinh-hinh"), retry = at("thu-lai"), more = at("xem-them"), chips = at("dang-loc"), like = at("gan-giong");
  const form = document.querySelector("form[role=search]"), input = form.elements.q, filters = at("bo-loc"), title = document.title, say = status.dataset;
  const [option, rest, chip] = filters.querySelectorAll("template"), sets = [...filters.querySelectorAll("fieldset")];
  const batch = 10;
  const fill = (text, ...words) => text.replace(/\{(\d)\}/g, (all, i) => words[i]);
  const count = (n) => n.toLocaleString(document.documentElement.lang);
  const copy = (template) => document.importNode(template.content, true).firstElementChild;
  const write = (place, text) => { place.textContent = text; };
  const on = (target, event, act) => target.addEventListener(event, act);
  const asked = () => new URLSearchParams(location.search);
  let turn = 0, last = {}, boxes = [], timer, shown, settled, arrived, made, here;

  /** Makes a box for each value; where there may be many of them, the most frequent come first and the rest waits behind a button. */
  function makeBoxes() {
    made = 1;
    boxes = [];
    sets.forEach((set) => {
      set.querySelectorAll("label, button").forEach((old) => old.remove());
      const letter = set.dataset.column, values = tables[letter].slice(), button = copy(rest);
      set.most = 99;
      if ("uph".includes(letter)) {
        set.most = 8;
        values.sort((a, b) => b[2] - a[2]);
      }
      values.forEach((value) => {
        const label = copy(option), [box, name] = label.children;
        box.name = set.dataset.filter;
        box.value = value[0];
        write(name, value[1] || set.dataset.label);
        boxes.push({ set, letter, value, label, box, name: name.textContent });
        set.append(label);
      });
      set.append(button);
      on(button, "click", () => {
        const labels = [...set.querySelectorAll("label[hidden]")];
        set.most = 1e5;
        showBoxes();
        labels.find((one) => !one.hidden).firstElementChild.focus();
      });
    });
    filters.hidden = !documents[0];
  }

  function showBoxes() {
    sets.forEach((set) => {
      const button = set.lastElementChild;
      let n = 0;
      boxes.forEach(({ set: of, value, label, box }) => {
        if (of != set) return;
        const used = value[2] || box.checked;
        if (used) n++;
        label.hidden = !used || n > set.most && !box.checked;
        write(label.lastElementChild, count(value[2]));
      });
      set.hidden = !n;
      button.hidden = n <= set.most;
      write(button, fill(button.dataset.rest, count(n)));
    });
  }

  function showChips() {
    const chosen = boxes.filter((one) => one.box.checked);
    const add = (text, label, off) => {
      const item = copy(chip), button = item.firstElementChild;
      write(button, text);
      if (label) button.setAttribute("aria-label", label);
      on(button, "click", () => {
        off.forEach((one) => { one.box.checked = false; });
        commit();
        (chips.querySelector("button") || input).focus();
      });
      chips.append(item);
    };
    write(chips, "");
    chosen.forEach((one) => add(one.name, fill(chips.dataset.off, one.name), [one]));
    chips.hidden = !chosen[0];
    if (chosen[0]) add(chips.dataset.clear, "", chosen);
    return chosen;
  }

  /** Puts what is asked into the address: as a step to go back to, or in the place of the present one. */
  function note(step) {
    const query = input.value.trim(), params = new URLSearchParams(query && { q: query });
    boxes.forEach(({ box }) => { if (box.checked) params.append(box.name, box.value); });
    const address = ("" + params).replace(/^./, "?$&");
    try {
      if (made && address != location.search) history[step ? "pushState" : "replaceState"](null, "", location.pathname + address);
    } catch (error) { /* some browsers keep the address of a file as it is */ }
    here = location.search;
  }
  function commit() {
    clearTimeout(timer);
    note(1);
    settled = 1;
    work(run);
  }

  function element(one, from) {
    const item = copy(at("mau-the")), label = (name) => (one[name][0] || "")[1];
    const says = { ...from, field: label("f"), unit: label("u"), year: one.year };
    item.querySelector("a").href = from.href;
    if (one.f[0]) item.dataset.field = one.f[0][0];
    item.querySelectorAll("[data-show]").forEach((place) => {
      const text = says[place.dataset.show], own = /^[ns]/.test(place.dataset.show); // name and summary
      if (own && from.lang) place.lang = from.lang;
      if (text) mark(place, "" + text, own && last.words || []);
      else place.remove();
    });
    return item;
  }

  /** Shows the next ten, and gives what to say of all. */
  async function showMore(stale) {
    const next = last.hits.slice(shown, shown + batch), cards = await Promise.all(next.map((one) => card(one.slot)));
    if (stale()) return;
    if (!shown) write(list, "");
    const button = more.firstElementChild, left = last.hits.length - (shown += batch);
    list.append(...next.map((one, i) => element(one, cards[i])));
    more.hidden = left < 1;
    write(button, fill(button.dataset.more, count(Math.min(batch, left))));
    return last.text;
  }

  /**
   * Does what takes a while, and says so; what is begun later goes before it. act gives what to say afterwards. It may fail because files of two builds were kept somewhere: then
   * all is looked for once more, with all files anew.
   */
  async function work(act, again) {
    const mine = ++turn, stale = () => mine != turn;
    let text, failed;
    const slow = setTimeout(() => {
      if (stale()) return;
      page.classList.add("waiting");
      write(status, say.wait);
    }, 200);
    list.setAttribute("aria-busy", "true");
    retry.hidden = true;
    try {
      text = await act(stale);
    } catch (error) {
      failed = 1;
    }
    clearTimeout(slow);
    if (stale()) return;
    if (failed) {
      if (!again) {
        made = anew();
        return work(run, 1);
      }
      if (last.at != here) {
        write(list, "");
        more.hidden = true;
      }
      retry.hidden = false;
      text = navigator.onLine ? say.error : say.offline;
    }
    page.classList.remove("waiting");
    list.setAttribute("aria-busy", "false");
    write(status, text);
  }

  async function run(stale) {
    const query = input.value.trim();
    document.title = (query && query + " | ") + title;
    if (!made) {
      await find("", {});
      makeBoxes();
      arrived = 0;
    }
    if (!arrived) boxes.forEach(({ box }) => { box.checked = asked().getAll(box.name).includes(box.value); });
    arrived = 1;
    note();
    const chosen = {};
    showChips().forEach(({ letter, box }) => { chosen[letter] = (chosen[letter] || []).concat(box.value); });
    const result = await find(query, chosen), n = result.hits.length;
    const others = !n && query && chips.hidden ? (await near()).nearest(parse(query)) : [];
    if (stale()) return;
    last = result;
    last.at = here;
    last.text = fill(!query ? n || chips.hidden ? say.all : say.empty : !n ? chips.hidden ? say.none : say.empty : result.free ? say.near : n == 1 ? say.single : say.other, count(n), query);
    shown = 0;
    showBoxes();
    write(like, "");
    others.forEach((text) => {
      const item = copy(like.nextElementSibling), link = item.firstElementChild;
      write(link, text);
      link.href = "?q=" + encodeURIComponent(text);
      like.append(item);
    });
    like.hidden = !others[0];
    return showMore(stale);
  }

  function read() {
    here = location.search;
    input.value = asked().get("q") || "";
    arrived = 0;
    settled = input.value;
    work(run);
  }

  on(input, "input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      note(settled && last.at);
      settled = 0;
      work(run);
    }, 150);
  });
  on(form, "submit", (event) => {
    event.preventDefault();
    commit();
  });
  on(filters, "change", commit);
  on(retry, "click", () => {
    input.focus();
    work(run);
  });
  on(more, "click", () => work(async (stale) => {
    const from = shown, text = await showMore(stale);
    if (!stale()) list.children[from].querySelector("a").focus();
    return text;
  }));
  on(window, "popstate", () => { if (here != location.search) read(); });
  filters.open = matchMedia("(min-width:60rem)").matches;
  page.hidden = false;
  read();
})();
