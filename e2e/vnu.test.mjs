// The Nu HTML checker has nothing to say about any page or style sheet, at any level: of the sample site, of one in English, and of one with hard cases.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after, before, test } from 'node:test';
import { noFaults, seenToFail } from './lib/faults.mjs';
import { emptySite, englishSite, hardSite } from './lib/generated.mjs';
import { sitesToTest } from './lib/site.mjs';
import { vnu } from './lib/vnu.mjs';

const generated = [englishSite('sen'), hardSite('tre'), emptySite('sen')];
after(() => generated.forEach((site) => site.remove()));
const sites = [...sitesToTest(), ...generated];
const folder = mkdtempSync(join(tmpdir(), 'vnu-'));
after(() => rmSync(folder, { recursive: true }));
const broken = {
  'error.html': '<!doctype html><html lang="vi"><title>T</title><p><b>x</p>',
  'warning.html': '<!doctype html><html><title>T</title><body><section><p>x</p></section></body></html>',
  'info.html': '<!doctype html><html lang="vi"><head><title>T</title></head><body><br/></body></html>',
  'error.css': 'a { colour: red; width: 1 2 }',
};
for (const [name, text] of Object.entries(broken)) writeFileSync(join(folder, name), text);

const checked = (site) => site.paths.filter((path) => /\.(html|css)$/.test(path)).map((path) => join(site.folder, path));
let messages;
// One call for all: starting it costs more than a hundred pages.
before(() => { messages = vnu([...sites.flatMap(checked), ...Object.keys(broken).map((name) => join(folder, name))]); });
const below = (path) => messages.filter(({ file }) => file === path || file.startsWith(path + sep)).map(({ text }) => text);

for (const site of sites) {
  test(`${site.name}: vnu on ${checked(site).length} pages and style sheets`, () => noFaults(below(site.folder)));
}

test('seen to fail: vnu', async (t) => {
  const cases = { 'error.html': /error/, 'warning.html': /warning/, 'info.html': /info|warning/, 'error.css': /error/ };
  for (const [name, pattern] of Object.entries(cases)) await t.test(name, () => seenToFail(below(join(folder, name)), pattern));
});
