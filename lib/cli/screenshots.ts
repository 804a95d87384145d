import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { freePort } from "@/lib/db/embedded";
import { ensureBrowser } from "./browser";

/** Takes the pictures of the README from a fresh demo: `npm run screenshots`. */
const FOLDER = "public/screenshots";
const SEED = "tests/fixtures/directives/huu-lung-2025.md";
const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 780 };

type Shot = {
  name: string;
  as: string;
  screen?: typeof phone;
  dark?: boolean;
  go: (page: Page) => Promise<unknown>;
};

const shots: Shot[] = [
  { name: "command", as: "chuyenvien", go: (page) => page.goto("/command") },
  { name: "reading", as: "chuyenvien", go: readSeed },
  { name: "matrix", as: "chuyenvien", go: openTracking },
  { name: "unit-home", as: "thitran", screen: phone, go: (page) => page.goto("/locality") },
  { name: "unit-directive", as: "xa-yenbinh", screen: phone, go: openFirstDirective },
  { name: "matrix-dark", as: "tinh", dark: true, go: openTracking },
];

mkdirSync(FOLDER, { recursive: true });
const dataDir = mkdtempSync(path.join(tmpdir(), "screenshots-"));
// As root the database runs as another user, who must be able to walk in.
chmodSync(dataDir, 0o755);
const port = await freePort();
const app = spawn(process.execPath, ["lib/cli/launch.mjs", "start"], {
  stdio: "ignore",
  env: {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    DISTRICT_CLOCK: "2025-01-08T08:15:00+07:00",
  },
});
try {
  await untilHealthy();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox"],
  });
  for (const shot of shots) await take(browser, shot);
  await browser.close();
} finally {
  await ended(app);
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function take(browser: Browser, { name, as, screen = desktop, dark, go }: Shot) {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${port}`,
    viewport: screen,
    deviceScaleFactor: screen === phone ? 2 : 1,
    colorScheme: dark ? "dark" : "light",
    locale: "vi-VN",
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(as);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("Demo#2025");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await go(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
  await context.close();
}

async function readSeed(page: Page) {
  await page.goto("/directives/new");
  await page.getByRole("textbox", { name: "Nội dung văn bản" }).fill(readFileSync(SEED, "utf8"));
  await page.getByRole("button", { name: "Phân tích văn bản" }).click();
  await page.getByRole("region", { name: "Mục 1" }).scrollIntoViewIfNeeded();
}

async function openFirstDirective(page: Page) {
  await page.goto("/directives");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}/);
}

async function openTracking(page: Page) {
  await openFirstDirective(page);
  await page.getByRole("tab", { name: "Theo dõi" }).click();
  await page.waitForURL(/tracking/);
}

async function untilHealthy() {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (app.exitCode !== null) throw new Error("Chương trình không khởi động được.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function ended(child: ChildProcess) {
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return exit;
}
