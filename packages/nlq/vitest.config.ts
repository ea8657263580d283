import { defineProject } from 'vitest/config';

/** The package is pure: its test files can share a process. */
export default defineProject({
  test: { name: 'nlq', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], testTimeout: 30_000, isolate: false },
});
