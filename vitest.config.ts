import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,web,sandbox,demo,bench,launch,scripts,house,scenarios}/**/*.test.ts'],
    globalSetup: ['testing/database.setup.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
