import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database; migrating names one.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost/unused" },
});
