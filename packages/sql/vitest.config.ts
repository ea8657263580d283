import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'sql', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], testTimeout: 30_000 } });
