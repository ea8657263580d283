import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*/vitest.config.ts', 'apps/*/vitest.config.ts', 'tooling/*/vitest.config.ts'],
    reporters: ['default'],
    passWithNoTests: false,
    // Many tests wait for servers, browsers and disks: two at a time even where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
