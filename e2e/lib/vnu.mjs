// The Nu HTML checker, for HTML and CSS. It takes seconds to start and milliseconds a page: so all files go in one call.

import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmFile, program } from './tools.mjs';

/** Runs vnu over files and returns its messages of every level: [{file, text}]. */
export function vnu(files) {
  const args = ['-jar', npmFile('vnu-jar/build/dist/vnu.jar'), '--format', 'json', '--stdout', '--also-check-css', '--exit-zero-always', ...files];
  const run = spawnSync(program('java', 'default-jre-headless'), args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0 || !run.stdout) throw new Error(`vnu ended with ${run.status}: ${run.stderr.slice(0, 2000)}`);
  return JSON.parse(run.stdout).messages.map((message) => {
    if (!message.url) throw new Error(`vnu: ${message.message}`);
    const file = fileURLToPath(message.url);
    const extract = message.extract ? `: ${message.extract.replace(/\s+/g, ' ').slice(0, 120)}` : '';
    return { file, text: `${relative('.', file)}:${message.lastLine ?? 0}: ${message.subType ?? message.type}: ${message.message}${extract}` };
  });
}
