import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    // What nearly every screen needs comes in a few files: split by need alone, one page asked for sixty to ninety.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules\/(react|react-dom|scheduler|@tanstack|zod|@floating-ui|clsx)\// },
            { name: 'parts', test: /node_modules\/(@mantine\/(core|hooks|form|notifications)|@tabler)\// },
            { name: 'contracts', test: /\/server\/.*\.(contract|rules)\.ts$/ },
            { name: 'ui', test: /\/web\/ui\/(api|form|format|states|table|keyboard)\// },
          ],
        },
      },
    },
  },
  server: { port: 5180, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 8080}` } },
});
