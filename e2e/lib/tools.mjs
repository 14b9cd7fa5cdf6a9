// The programs that the tests call. A missing one fails the test and says how to get it; nothing is installed from here.

import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/** The path of a program, or an error that names the package. */
export function program(name, aptPackage) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch { /* not in this folder */ }
  }
  throw new Error(`${name} is missing; install it with \`make tools\` or \`apt-get install ${aptPackage}\``);
}

/** The path of a file of an npm package. */
export function npmFile(file) {
  return createRequire(import.meta.url).resolve(file);
}
