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
    async generateBundle(_options, bundle) {
      const files = Object.values(bundle).map((file) => ({
        fileName: file.fileName,
        bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
      }));
      for (const { fileName, bytes } of files.filter((file) => TEXT.test(file.fileName) && file.bytes.length >= MIN_BYTES)) {
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await promisify(gzip)(bytes, { level: 9 }) });
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.br`,
          source: await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
        });
      }
    },
  };
}
