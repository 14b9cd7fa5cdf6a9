// Two texts side by side, line by line: what is the same, what only one has, and what was changed.

/** Gives [{left, right, same}] in order; left or right is undefined where only the other text has the line. */
export function diff(left, right) {
  const a = left.split('\n');
  const b = right.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const same = (text) => ({ left: text, right: text, same: true });
  return [
    ...a.slice(0, head).map(same),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

const most = 4_000_000; // comparisons; beyond that a file is shown as changed all through

function between(a, b) {
  if (a.length * b.length > most) return paired(a, b);
  // lengths[i][j]: how many lines the ends of both from there have in common
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  }
  const rows = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const flush = () => rows.push(...paired(a.slice(fromA, i), b.slice(fromB, j)));
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      rows.push({ left: a[i], right: b[j], same: true });
      i += 1;
      j += 1;
      [fromA, fromB] = [i, j];
    } else if (j === b.length || i < a.length && lengths[i + 1][j] >= lengths[i][j + 1]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  flush();
  return rows;
}

/** Lines that differ, beside each other. */
function paired(a, b) {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => ({ left: a[i], right: b[i], same: false }));
}
