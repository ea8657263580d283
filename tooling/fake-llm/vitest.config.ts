import { defineProject } from 'vitest/config';

export default defineProject({ test: { name: 'fake-llm', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], testTimeout: 30_000 } });
