import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SetupFile } from '@majed-vanna/contract';
import { ADMINISTRATOR } from './administrator.ts';
import { copySampleProduct } from './sample-template.ts';
import { startServer } from './server-process.ts';

const PAGES = fileURLToPath(new URL('../dist/index.html', import.meta.url));
const SETUP_CODE = /^\s+([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)\s*$/m;

export interface Product extends AsyncDisposable {
  readonly url: string;
  /** A folder of this run for files that the test makes; removed with the product. */
  readonly folder: string;
  /** The one-time code from the console. */
  setupCode(): string;
}

interface StartOptions {
  /** Set up before the first request, instead of by the wizard. Paths are relative to the product's folder. */
  readonly dataSource?: SetupFile['dataSource'];
  /** Set up together with the data source. */
  readonly languageModel?: SetupFile['languageModel'];
  /** Makes the files that the set-up reads. */
  readonly prepare?: (folder: string) => void | Promise<void>;
}

/** The real server, over an empty data folder or one that was set up. */
export async function startProduct({ dataSource, languageModel, prepare }: StartOptions = {}): Promise<Product> {
  if (!existsSync(PAGES)) throw new Error('The pages are not built: run "pnpm --filter @majed-vanna/web build" first.');
  const folder = await mkdtemp(join(tmpdir(), 'product-'));
  await prepare?.(folder);
  const dataDir = join(folder, 'data');
  const setup = join(folder, 'setup.json');
  const isTemplate = dataSource?.kind === 'sample' && !languageModel;
  if (isTemplate) await copySampleProduct(dataDir);
  else if (dataSource)
    await writeFile(setup, JSON.stringify({ administrator: ADMINISTRATOR, dataSource, languageModel } satisfies SetupFile));
  const server = await startServer(dataDir, dataSource && !isTemplate ? setup : undefined);
  return {
    url: server.url,
    folder,
    setupCode() {
      const code = SETUP_CODE.exec(server.output())?.[1];
      if (!code) throw new Error(`The server showed no set-up code:\n${server.output()}`);
      return code;
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
