import react from "@vitejs/plugin-react";
import {defineConfig} from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2022",
    // The server's policy allows no data: font or script; images may be inlined.
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
  },
  // `npm run dev` beside a running `barometer serve`. The server refuses foreign origins, so the proxy takes the origin over.
  server: {
    fs: {allow: [".", "../examples"]}, // the example transcript is the repository's
    proxy: {
      "/api": {
        target: "http://127.0.0.1:8765",
        changeOrigin: true,
        headers: {origin: "http://127.0.0.1:8765"},
      },
    },
  },
  test: {
    environment: "jsdom",
    environmentOptions: {jsdom: {url: "http://127.0.0.1:8765"}},
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    testTimeout: 20000,
  },
});
