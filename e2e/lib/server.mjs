// A plain static host: a folder under a path, 404.html for the rest, and nothing clever.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
};

/** Serves a folder under a path that begins and ends in "/", on a free port of this machine. `root` is the full address of the path. */
export async function serveFolder(folder, path = '/') {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://site/').pathname);
    const below = asked.startsWith(path) ? normalize(asked.slice(path.length)) : undefined;
    const file = below === undefined || below.startsWith('..') ? undefined : join(folder, below, asked.endsWith('/') ? 'index.html' : '');
    const kind = file && statSync(file, { throwIfNoEntry: false });
    if (kind?.isDirectory()) {
      response.writeHead(301, { location: `${asked}/` }).end();
    } else if (kind) {
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else if (statSync(join(folder, '404.html'), { throwIfNoEntry: false })) {
      response.writeHead(404, { 'content-type': types['.html'] });
      createReadStream(join(folder, '404.html')).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    root: `http://127.0.0.1:${server.address().port}${path}`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}
