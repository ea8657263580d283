import { defineProject } from 'vitest/config';

export default defineProject({
  test: {
    name: 'web',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.e2e.test.ts'],
    globalSetup: 'e2e/templates-setup.ts',
    testTimeout: 30_000,
  },
});
