import { Worker } from 'node:worker_threads';
import { AppError, because } from '@majed-vanna/contract';
import type { ReadLayer } from './layer-import.ts';
import type { LayerContent } from './write-layer-yaml.ts';

export type YamlTask =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'readPlain'; readonly text: string }
  | { readonly kind: 'write'; readonly content: LayerContent };

const SCRIPT = new URL('./yaml-worker.ts', import.meta.url);
const DEADLINE_MS = 60_000;
const MEMORY_MB = 512;

/** Reads and writes layers as YAML without holding up anybody. @throws AppError `unreadable_file` when it takes too much */
export const yamlThread = {
  // The script answers each task with the result of the function of that name.
  read: async (text: string) => (await run({ kind: 'read', text })) as ReadLayer,
  readPlain: (text: string) => run({ kind: 'readPlain', text }),
  write: async (content: LayerContent) => String(await run({ kind: 'write', content })),
};

async function run(task: YamlTask): Promise<unknown> {
  const worker = new Worker(SCRIPT, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, env: {} });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Error('took too long')), DEADLINE_MS);
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  try {
    return await promise;
  } catch (cause) {
    throw AppError.because('unreadable_file', because('too_much_work'), { cause });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
