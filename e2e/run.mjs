// Runs all test files, two at a time. Those that take longest begin first, so that none of them is still at work when all others have ended.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import report from './reporter.mjs';

const longest = ['browser', 'search', 'lighthouse', 'offline', 'preferences', 'slides', 'generated', 'form', 'vnu'].map((name) => `${name}.test.mjs`);

const rank = (name) => (longest.includes(name) ? longest.indexOf(name) : longest.length);
const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.mjs')).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));

run({ files: names.map((name) => join(import.meta.dirname, name)), concurrency: 2 })
  .on('test:fail', () => { process.exitCode = 1; })
  .compose(report)
  .pipe(process.stdout);
