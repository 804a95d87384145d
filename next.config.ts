import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Never decode what people upload inside the web process.
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pdfjs-dist", "mammoth", "pg", "pdfkit", "yauzl"],
  experimental: { serverActions: { bodySizeLimit: "22mb" } },
};

export default config;
