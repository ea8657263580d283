import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test files of one run share what is slow to make; gone with the run. */
    readonly templates: string;
  }
}

export default async function shareTemplates(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'product-templates-'));
  project.provide('templates', folder);
  return () => rm(folder, { recursive: true, force: true });
}
