import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,web,sandbox,demo,bench,launch,scripts,house,scenarios}/**/*.test.ts'],
    globalSetup: ['testing/database.setup.ts'],
    maxWorkers: 2,
    // No test replaces a module, so the product is loaded once for all files of a worker.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
