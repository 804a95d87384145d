import { defineConfig, devices } from "@playwright/test";

const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

const phone = {
  ...devices["Desktop Chrome"],
  viewport: { width: 360, height: 780 },
  hasTouch: true,
};

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/running-app.ts",
  workers: 2,
  // Machines differ in speed by far more than the product does: only what hangs runs into these.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    actionTimeout: 60_000,
    navigationTimeout: 90_000,
    launchOptions,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "on-first-retry",
    // What only moves costs a browser without a graphics card as much as the page.
    contextOptions: { reducedMotion: "reduce" },
  },
  projects: [
    // First, since its longest story would else be waited for at the end.
    {
      name: "phone",
      use: phone,
      testMatch: /(every-page|incident|offline|weight)\.spec/,
    },
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
      // Stories of a phone alone, or of both widths at once.
      testIgnore: /(offline|incident|every-page|weight)\.spec/,
    },
  ],
});
