import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const MIN_BYTES = 1_000;
const TEXT = /\.(js|css|svg)$/;

/** Writes `.br` and `.gz` beside every text file of the build: the server sends them as they are and compresses nothing itself. */
export function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    // After the last byte is written: other plugins still change the code before that.
    async writeBundle({ dir = 'dist' }, bundle) {
      const names = Object.keys(bundle).filter((name) => TEXT.test(name));
      for (const path of names.map((name) => join(dir, name))) {
        const bytes = await readFile(path);
        if (bytes.length < MIN_BYTES) continue;
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
      }
    },
  };
}
