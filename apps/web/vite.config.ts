import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressAssets } from './compress-assets.ts';

const API = 'http://localhost:7777';

export default defineConfig({
  plugins: [react(), tailwind(), compressAssets()],
  build: {
    target: 'es2022',
    // A data: URL would need a looser CSP, and the polyfill is an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': API, '/health': API } },
});
