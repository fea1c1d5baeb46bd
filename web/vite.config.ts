import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2023', sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 1600 },
  server: { port: 5180, proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 8080}` } },
});
