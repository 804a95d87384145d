import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `npm test`: whoever starts the product need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Never decode what people upload inside the web process.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pdfjs-dist", "mammoth", "pg", "pdfkit", "yauzl"],
  // The service worker, which `proxy.ts` lets pass: asked for anew each time, and it talks to nobody else.
  headers: async () => [
    {
      source: "/watch-worker.js",
      headers: [
        { key: "Cache-Control", value: "no-cache" },
        { key: "Content-Security-Policy", value: "default-src 'none'; connect-src 'self'" },
        { key: "X-Content-Type-Options", value: "nosniff" },
      ],
    },
  ],
  experimental: { serverActions: { bodySizeLimit: "22mb" } },
};

export default config;
