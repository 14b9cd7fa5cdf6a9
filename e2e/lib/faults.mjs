// Checks return lists of faults; these turn the lists into passed and failed tests.

import assert from 'node:assert/strict';

const mostShown = 25;

/** Fails with the faults, if there are any. */
export function noFaults(faults) {
  if (faults.length === 0) return;
  const more = faults.length > mostShown ? [`… and ${faults.length - mostShown} more`] : [];
  assert.fail([`${faults.length} faults`, ...faults.slice(0, mostShown), ...more].join('\n'));
}

/** Fails unless a check, run on something broken, reported it: a check that cannot fail says nothing. */
export function seenToFail(faults, ...patterns) {
  for (const pattern of patterns) {
    assert.ok(faults.some((fault) => pattern.test(fault)), `no fault matches ${pattern}, only ${JSON.stringify(faults)}`);
  }
}
