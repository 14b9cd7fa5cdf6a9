// `guongsang serve` over a copy of the sample site, which a test may change.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The program, as `make e2e` builds it. */
export const program = join(root, 'bin', 'guongsang');

/** Copies the sample site into a folder whose name is as editors give it. `remove` takes it away again. */
export function copySite() {
  const above = mkdtempSync(join(tmpdir(), 'preview-'));
  const folder = join(above, 'Trang gương sáng của tôi');
  mkdirSync(folder);
  for (const name of ['content', 'static', 'site.yaml']) cpSync(join(root, name), join(folder, name), { recursive: true });
  return { folder, remove: () => rmSync(above, { recursive: true, force: true }) };
}

/** Starts the preview of a folder, on any free port if none is given. `url` ends in "/". */
export async function startPreview(folder, { port = 0, args = [] } = {}) {
  const child = spawn(program, ['serve', '--source', folder, '--port', String(port), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit').then(([status]) => status);
  let output = '';
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
        if (found) resolve(found[0]);
      });
    }
    ended.then((status) => reject(new Error(`serve ended with status ${status}: ${output}`)), reject);
  });
  return {
    url,
    port: Number(new URL(url).port),
    output: () => output,
    /** Stops it as Ctrl-C does; gives the exit status. */
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
    /** Stops it, whatever it does. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
