// A host that tells what goes over the wire: it packs with gzip what becomes smaller by it, at level 6 as hosts do, and notes each answer.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
};

/** Serves a folder on a free port of this machine. `answers` has the path, the raw bytes and those on the wire (with the head of the answer) of each request so far. */
export async function serveCounted(folder) {
  const packed = new Map();
  const pack = async (path) => {
    const raw = await readFile(join(folder, path));
    const zipped = await promisify(gzip)(raw, { level: 6 });
    return zipped.length < raw.length ? { raw: raw.length, body: zipped, encoding: { 'content-encoding': 'gzip' } } : { raw: raw.length, body: raw, encoding: {} };
  };
  const answers = [];
  const server = createServer(async (request, response) => {
    const { socket } = request;
    const before = socket.bytesWritten;
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://site/').pathname));
    if (path.endsWith('/')) path += 'index.html';
    if (!packed.has(path)) packed.set(path, pack(path));
    const answer = { path, raw: 0, wire: 0 };
    answers.push(answer);
    response.on('finish', () => { answer.wire = socket.bytesWritten - before; });
    try {
      const { raw, body, encoding } = await packed.get(path);
      answer.raw = raw;
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-length': body.length, 'cache-control': 'no-store', ...encoding }).end(body);
    } catch {
      response.writeHead(404, { 'content-length': 0 }).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    root: `http://127.0.0.1:${server.address().port}/`,
    answers,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
