import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, expect, type Page, test } from "@playwright/test";
import { aLine } from "@/tests/support/cut-line";
import { expectGoodPage, signedIn } from "@/tests/support/pages";
import { freshDataDir, startApp } from "@/tests/support/running-app";

const MORNING = "2025-01-10T09:00:00+07:00";
const MINUTE = 60_000;
const DEAD_ZONE = 40 * MINUTE;

const entries = [
  "Mất mạng toàn xã, đã báo VNPT qua điện thoại bàn.",
  "Bà Lý Thị Mai, thôn Đồng Bé, hỏi về cuộc gọi giả danh điện lực.",
  "Kiểm tra phòng máy: nguồn dự phòng hoạt động.",
];

let app: Awaited<ReturnType<typeof startApp>>;
let line: Awaited<ReturnType<typeof aLine>>;
let phone: BrowserContext;
const profile = mkdtempSync(path.join(tmpdir(), "phone-"));

test.afterAll(async () => {
  await phone?.close().catch(() => {});
  await line?.close();
  await app?.stop();
  rmSync(profile, { recursive: true, force: true });
});

test("a phone loses its network and its browser, and the log loses nothing", async ({
  browser,
}, info) => {
  test.setTimeout(900_000);
  const dataDir = freshDataDir();
  app = await startApp({ clock: MORNING, dataDir });
  line = await aLine(app.url);
  let page = await openPhone();

  await test.step("the worker is anybody's to fetch, asked for anew, and talks to us alone", async () => {
    const worker = await fetch(`${app.url}/watch-worker.js`, { redirect: "error" });
    expect(worker.headers.get("content-type")).toContain("javascript");
    expect(worker.headers.get("cache-control")).toBe("no-cache");
    expect(worker.headers.get("content-security-policy")).toBe(
      "default-src 'none'; connect-src 'self'",
    );
    const door = await fetch(`${app.url}/sign-in`);
    expect(door.headers.get("content-security-policy")).toContain("worker-src 'self'");
  });

  const shift = await test.step("the next shift of the commune's duty staff is found", async () => {
    await signIn(page, "xa-yenbinh-truc");
    await page.goto("/duty");
    const coming = page.getByRole("article").filter({ hasText: "Sắp tới" }).first();
    const label = (await coming.getAttribute("aria-label")) ?? "";
    return { label, startsAt: startOf(label) };
  });

  await test.step("five minutes into it, it is taken without network, and told", async () => {
    await restartAt(shift.startsAt + 5 * MINUTE);
    await page.goto("/duty");
    const card = `article[aria-label="${shift.label}"]`;
    await expect.poll(() => keptText(page, "/duty", card)).toContain("Chờ nhận ca");
    await goOffLine();
    await page.reload();
    await ownShift().getByRole("button", { name: "Nhận ca" }).click();
    await expect(keptEntries()).toHaveText([/Nhận ca/]);
    await expect(ownShift().getByRole("button", { name: "Ghi sổ trực" })).toBeVisible();
    await comeBack();
    await expect(ownShift().getByText(/^Nhận ca lúc/)).toBeVisible();
    await expect(keptEntries()).toHaveCount(0);
    await expect.poll(() => keptText(page, "/duty", card)).toContain("Đã nhận ca");
    const own = await ownShift().getByRole("link").first().getAttribute("href");
    await expect.poll(() => keptText(page, own ?? "", "main")).toContain("Đã nhận ca");
  });

  await test.step("without network three entries are written, and seen at once", async () => {
    await goOffLine();
    await expect(page.getByText("Không có mạng", { exact: true })).toBeVisible();
    for (const text of entries) await write(text);
    await expect(keptEntries()).toHaveText(entries.map((text) => new RegExp(text)));
    await expectGoodPage(page);
  });

  await test.step("the page opens again without network", async () => {
    await page.reload();
    await expect(keptEntries()).toHaveCount(3);
    await ownShift().getByRole("link").first().click();
    await page.waitForURL(/\/duty\/shifts\//);
    await expect(page.getByRole("region", { name: "Giữ trên máy, chờ gửi" })).toBeVisible();
    await expect(keptEntries()).toHaveCount(3);
    await expectGoodPage(page);
    await page.goto("/directives");
    await expect(page.getByRole("heading", { name: "Không có mạng" })).toBeVisible();
  });

  await test.step("the browser is killed, and keeps them", async () => {
    await crash();
    page = await openPhone({ offline: true });
    await page.goto("/duty");
    await expect(keptEntries()).toHaveText(entries.map((text) => new RegExp(text)));
  });

  await test.step("forty minutes later there is network, but the session is over", async () => {
    await restartAt(shift.startsAt + 5 * MINUTE + DEAD_ZONE);
    await phone.clearCookies();
    await phone.clock.setSystemTime(Date.now() + DEAD_ZONE);
    await comeBack();
    await expect(page.getByText("Phiên đăng nhập đã hết")).toBeVisible();
    await expectGoodPage(page);
    await page.getByRole("link", { name: "Đăng nhập lại" }).click();
    await expect(page.getByText("Máy này còn giữ 3 mục chưa gửi")).toBeVisible();
  });

  await test.step("a colleague on the same phone neither sees nor sends them", async () => {
    await signIn(page, "xa-yenbinh");
    await page.goto("/duty");
    await expect(page.getByRole("heading", { name: "Trực", level: 1 })).toBeVisible();
    await expect(page.getByText(entries[0] ?? "")).toHaveCount(0);
    await signOut();
    await expect(page.getByText("Máy này còn giữ 3 mục chưa gửi")).toBeVisible();
  });

  const lead = await signedIn(browser, "xa-yenbinh", {
    ...info.project.use,
    baseURL: app.url,
  });

  await test.step("the answer is lost on the way: sent twice, each is in the log once", async () => {
    line.swallowAnswersTo("POST /api/duty/batch");
    await signIn(page, "xa-yenbinh-truc");
    await expect.poll(line.swallowed).toBeGreaterThan(0);
    await lead.goto("/duty");
    await lead
      .getByRole("article", { name: /Lương Thị Hoa/ })
      .getByRole("link", { name: /^Lương Thị Hoa/ })
      .click();
    await lead.waitForURL(/\/duty\/shifts\//);
    await expect(async () => {
      await lead.reload();
      await expect(logged(lead)).toHaveCount(3, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expect(logged(lead)).toHaveText(entries.map((text) => new RegExp(text)));

    line.mend();
    await page.goto("/duty");
    await expect(keptEntries()).toHaveCount(0);
    await expect(page.getByText(/mục giữ trên máy/)).toHaveCount(0);
    await lead.reload();
    await expect(logged(lead)).toHaveText(entries.map((text) => new RegExp(text)));
  });

  await test.step("both times are told", async () => {
    for (const entry of await logged(lead).all()) {
      await expect(entry).toContainText("gửi lên lúc");
      await expect(entry).toContainText("đồng hồ máy ghi");
    }
    await expectGoodPage(lead);
  });

  await test.step("it is handed over, and the other side signs", async () => {
    await ownShift().getByRole("button", { name: "Bàn giao ca" }).click();
    await page.getByRole("dialog").getByLabel("Việc còn tồn").fill("Theo dõi đường truyền VNPT.");
    await page.getByRole("dialog").getByRole("button", { name: "Giao ca" }).click();
    await expect(page.getByText(/Đã ghi bàn giao lúc/)).toBeVisible();
    await lead.goto("/duty");
    await lead.getByRole("button", { name: "Ký nhận bàn giao" }).click();
    await expect(lead.getByRole("button", { name: "Ký nhận bàn giao" })).toBeHidden();
  });

  await test.step("who signs out leaves no page on the phone", async () => {
    await signOut();
    await goOffLine();
    await page.goto("/duty");
    await expect(page.getByRole("heading", { name: "Không có mạng" })).toBeVisible();
  });

  async function openPhone({ offline = false } = {}) {
    const { launchOptions, viewport, hasTouch, locale, timezoneId } = info.project.use;
    phone = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: line.url,
      viewport,
      hasTouch,
      locale,
      timezoneId,
      offline,
    });
    return phone.pages()[0] ?? (await phone.newPage());
  }

  async function restartAt(time: number) {
    await app.pause();
    app = await startApp({ clock: new Date(time).toISOString(), dataDir });
    line.mend(app.url);
  }

  /** The radio is off, and nothing comes through by another way, such as the worker's. */
  async function goOffLine() {
    line.cut();
    await phone.setOffline(true);
  }

  async function comeBack() {
    line.mend();
    await phone.setOffline(false);
  }

  async function crash() {
    const closed = phone.waitForEvent("close");
    const session = await phone.newCDPSession(page);
    await session.send("Browser.crash").catch(() => {});
    await closed;
  }

  async function write(text: string) {
    await ownShift().getByRole("button", { name: "Ghi sổ trực" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nội dung").fill(text);
    await dialog.getByRole("button", { name: "Ghi vào sổ" }).click();
    await expect(dialog).toBeHidden();
  }

  async function signOut() {
    await page.getByRole("button", { name: "Thêm" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất" }).click();
    await page.waitForURL(/\/sign-in/);
  }

  function ownShift() {
    return page.getByRole("article", { name: shift.label });
  }

  function keptEntries() {
    return page.getByRole("region", { name: "Giữ trên máy, chờ gửi" }).getByRole("listitem");
  }
});

async function signIn(page: Page, username: string) {
  if (!page.url().includes("/sign-in")) await page.goto("/sign-in?next=/duty");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("Demo#2025");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

const logged = (page: Page) =>
  page.getByRole("listitem").filter({ hasText: new RegExp(entries.join("|")) });

/** `Ca của tôi · …, 19:00 10/01–07:00 11/01` or `…, 07:00–19:00 11/01` */
function startOf(label: string) {
  const [, time] = /, (\d\d:\d\d)/.exec(label) ?? [];
  const [, day, month] = /(\d\d)\/(\d\d)/.exec(label) ?? [];
  return Date.parse(`2025-${month}-${day}T${time}:00+07:00`);
}

/** The worker keeps pages behind one's back: what this part of one will say without network. */
const keptText = (page: Page, address: string, part: string) =>
  page.evaluate(
    async ([address = "", part = ""]) => {
      const name = (await caches.keys()).find((name) => name.startsWith("watch-pages-"));
      const kept = name ? await (await caches.open(name)).match(address) : undefined;
      const text = (await kept?.text()) ?? "";
      const read = new DOMParser().parseFromString(text, "text/html");
      return read.querySelector(part)?.textContent ?? "";
    },
    [address, part],
  );
