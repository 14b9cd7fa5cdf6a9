// What a query that finds nothing may mean instead: words that are a slip away. It stands on search.js, which loads it when it is needed.
gs("near", ({ word, known, dictionary, add }) => {
  /** The edits that lead from one word to another, two neighbours changing places being one; stops to count after three. */
  function edits(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    let rows = [[], Array.from(b + " ", (sign, j) => j)];
    for (let i = 0; i < a.length; i++) {
      const [older, last] = rows.slice(-2), row = [i + 1];
      for (let j = 0; j < b.length; j++) {
        const swapped = a[i] == b[j - 1] && a[i - 1] == b[j] ? older[j - 1] + 1 : 9;
        row.push(Math.min(last[j] + (a[i] != b[j]), row[j] + 1, last[j + 1] + 1, swapped));
      }
      rows = [last, row];
    }
    return rows[1][b.length];
  }

  /** The queries that are one slip away: marks that are wrong first; then, with words of a dictionary, one edit, a blank too many or one that is missing. Of texts, only the words that stand nowhere are taken for slips where there are such. */
  function slips(words, name) {
    const list = dictionary(name), all = new Set(list), strange = name == "C" && words.some((w) => !known(w.f)), made = [words.map((w) => word(w.f))];
    words.forEach((w, i) => {
      const put = (count, ...instead) => {
        if (instead.every((f) => all.has(f))) made.push([...words.slice(0, i), ...instead.map((f) => word(f)), ...words.slice(i + count)]);
      };
      if (words[i + 1]) ["", "'"].forEach((sign) => put(2, w.f + sign + words[i + 1].f));
      if (strange && known(w.f)) return;
      list.forEach((f) => { if (w.f[1] && edits(w.f, f) == 1) put(1, f); });
      for (let cut = 1; cut < w.f.length; cut++) put(1, w.f.slice(0, cut), w.f.slice(cut));
    });
    return made;
  }

  return {
    /** What the queries a slip away from one find together, and the words that did. search looks for one of them, at most so many are looked for. */
    async together(query, name, search, most) {
      const queries = slips(query, name).slice(0, most), best = new Map(), words = [];
      (await Promise.all(queries.map((one) => search(one)))).forEach((scores, i) => {
        if (scores.size) words.push(...queries[i]);
        add(best, scores, i ? .9 : 1);
      });
      return [best, [...new Set(words)]];
    },

    /** Words near to those of a query that stand nowhere, and the others one by one. */
    nearest: (words) => [...new Set(words.flatMap((w) => known(w.f) || /\d/.test(w.f) ? words[1] ? w.n.normalize() : []
      : dictionary("C").filter((f) => f[2] && edits(w.f, f) < 3).sort((a, b) => edits(w.f, a) - edits(w.f, b)).slice(0, 3)))].slice(0, 6),
  };
});
