// A small site of invented people in a folder of its own, with `guongsang serve` over it.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const profile = (name, more = '', body = `${name} là người không có thật.`) => `---\ntên: ${name}\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2024\nđơn vị: Trạm Y tế Mẫu\n${more}---\n\n${body}\n`;

/** Serves a site of files by their paths, or with `sample` a copy of the sample site, whose folder has blanks and letters with marks. */
export async function serveSite({ files = {}, sample = false } = {}) {
  const folder = join(mkdtempSync(join(tmpdir(), 'guongsang-')), 'Trang của tôi');
  mkdirSync(folder);
  if (sample) {
    for (const part of ['content', 'static', 'site.yaml']) cpSync(join(root, part), join(folder, part), { recursive: true });
  } else {
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'site.yaml'), 'tên trang: Trang mẫu\nđịa chỉ: https://mau.example\n');
  }
  const site = {
    folder,
    put(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    /** What stands in a file; undefined where there is none. */
    text: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined),
    bytes: (path) => readFileSync(join(folder, path)),
    /** All content files, the pictures too. */
    list: () => readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name).slice(folder.length + 1)).sort(),
  };
  for (const [path, text] of Object.entries(files)) site.put(path, text);
  let running = await serve(folder, 0);
  return Object.assign(site, {
    root: running.root,
    /** Ends the program; start starts it again at the same address. */
    end: () => running.stop(),
    async start() { running = await serve(folder, new URL(running.root).port); },
    async stop() {
      await running.stop();
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  });
}

/** Starts the program over a folder and gives the address that it prints. */
async function serve(folder, port) {
  const child = spawn(join(root, 'bin/guongsang'), ['serve', '--port', String(port), '--source', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((done) => { child.on('close', done); });
  let said = '';
  const address = await new Promise((found, failed) => {
    const hear = (text) => {
      said += text;
      const at = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (at) found(at[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', failed);
    child.on('close', (code) => failed(new Error(`guongsang serve ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { root: address, stop };
}
