// Names below the field of the search, while one types: a combobox as the ARIA patterns have it. It stands on search.js; the field works without it.
(() => {
  "use strict";
  const { anew, match, card, mark } = GS;
  const form = document.querySelector("form[role=search]"), input = form.elements.q;
  const list = document.getElementById("goi-y"), status = form.querySelector("[role=status]");
  const most = 7;
  let turn = 0, timer, at = -1;

  function close() {
    turn++;
    clearTimeout(timer);
    list.hidden = true;
    list.textContent = status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(n) {
    const options = list.children, of = options.length + 1;
    at = (n + 1 + of) % of - 1; // past the ends, the field itself
    for (let i = 0; i < options.length; i++) options[i].setAttribute("aria-selected", i == at);
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[at].id);
    options[at].scrollIntoView({ block: "nearest" });
  }

  function go(option) {
    if (option.dataset.href) location.href = option.dataset.href;
    else form.submit();
  }

  /** Adds a line to the list: a name, and what tells it from others of that name. */
  function option(name, kind, href, words, summary, lang) {
    const item = document.createElement("li"), text = document.createElement("span"), small = document.createElement("small"), first = document.createElement("span");
    item.id = "goi-y-" + list.children.length;
    item.setAttribute("role", "option");
    item.dataset.href = href;
    if (lang) text.lang = first.lang = lang;
    mark(text, name, words);
    first.textContent = summary.length > 40 ? summary.slice(0, 40).replace(/[\s,.;:]+\S*$/, "…") : summary;
    small.append(kind, summary && ": ", first);
    item.append(text, " ", small);
    list.append(item);
  }

  async function show() {
    const mine = ++turn, query = input.value.trim();
    if (!query) return close();
    let cards = [], words = [], failed;
    try {
      const [scores, used] = await match(query);
      words = used || words;
      const slots = [...scores || []].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
      cards = await Promise.all(slots.map(([slot]) => card(slot)));
      cards.forEach((one, i) => { one.worth = slots[i][1]; });
      cards.sort((a, b) => b.worth - a.worth || !!a.lang - !!b.lang); // what was translated before its translation
    } catch (error) { // without the index, the form still leads to the search page, which says what is wrong
      failed = 1;
      anew();
    }
    if (mine != turn || document.activeElement != input) return;
    list.textContent = "";
    cards.forEach((one) => option((one.before ? one.before + " " : "") + one.name, one.kind, one.href, words, one.summary, one.lang));
    option(list.dataset.all.replace("{0}", () => query), "", "", [], "");
    choose(-1);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = failed ? "" : status.dataset[cards.length == 1 ? "single" : "other"].replace("{0}", cards.length);
  }

  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "goi-y"], ["aria-expanded", "false"]]) input.setAttribute(name, value);
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  input.addEventListener("keydown", (event) => {
    const step = event.key == "ArrowDown" ? 1 : event.key == "ArrowUp" ? -1 : 0;
    if (step && !event.altKey) {
      event.preventDefault();
      if (list.hidden) show();
      else choose(at + step);
    } else if (event.key == "Enter" && at >= 0) {
      event.preventDefault();
      go(list.children[at]);
    } else if (event.key == "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => go(event.target.closest("li")));
  if (input.value) show();
})();
