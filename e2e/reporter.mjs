// Reports like `go test -v`, so that both halves of the tests read alike.

import { relative } from 'node:path';

export default async function* report(events) {
  let failed = false;
  const began = Date.now();
  for await (const { type, data } of events) {
    if (type === 'test:fail') failed = true;
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    // A file is a test of its own only when it could not be run.
    if ((type === 'test:pass' || type === 'test:fail') && !(type === 'test:pass' && data.name.endsWith('.test.mjs'))) yield line(type, data);
  }
  yield `${failed ? 'FAIL' : 'ok  '}\tguongsang/e2e\t${((Date.now() - began) / 1000).toFixed(3)}s\n`;
}

function line(type, { name, nesting, details, file }) {
  const indent = '    '.repeat(nesting);
  const head = `${indent}--- ${type === 'test:pass' ? 'PASS' : 'FAIL'}: ${name} (${(details.duration_ms / 1000).toFixed(2)}s)\n`;
  if (type === 'test:pass') return head;
  const { error } = details;
  if (error?.failureType === 'subtestsFailed') return head;
  const cause = error?.cause ?? error;
  const text = cause?.code === 'ERR_ASSERTION' ? cause.message : shortStack(cause?.stack ?? String(cause));
  return `${head}${indent}    ${file ? relative('.', file) : ''}: ${text.trim().replace(/\n/g, `\n${indent}        `)}\n`;
}

/** A stack without colours and without what is not ours. */
function shortStack(stack) {
  return stack.replace(/\x1b\[\d+m/g, '').split('\n').filter((text) => !/^\s*(at .*node:|at Test|$)/.test(text)).join('\n');
}
