import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** The shell first: the same browser without its own windows costs a quarter less processor time. */
const KNOWN = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/**
 * A Chromium for the browser tests: one that is here, else Playwright's own download, else the system
 * package manager's. Closed networks have only the last.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;

  console.log("Đang cài trình duyệt cho kiểm thử (một lần)…");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    stdio: "ignore",
    timeout: 180_000,
  });
  if (!findBrowser()) installPackage("chromium-headless-shell");
  if (!findBrowser()) installPackage("chromium");
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    "Không có trình duyệt Chromium. Hãy cài gói “chromium” của hệ điều hành rồi chạy lại.",
  );
}

function findBrowser() {
  const own = process.env.CHROMIUM_PATH;
  return [own, ...KNOWN, chromium.executablePath()].find((file) => file && existsSync(file));
}

function installPackage(name: string) {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const command of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", name],
  ]) {
    const [program = "", ...parameters] = [...asRoot, ...command];
    spawnSync(program, parameters, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}
