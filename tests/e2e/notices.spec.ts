import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { aMailbox } from "@/tests/support/mailbox";
import { everyoneLeaves, expectGoodPage, signedIn } from "@/tests/support/pages";
import { startApp } from "@/tests/support/running-app";

const text = readFileSync("tests/fixtures/directives/huu-lung-2025.md", "utf8");

type App = Awaited<ReturnType<typeof startApp>>;
type Mailbox = Awaited<ReturnType<typeof aMailbox>>;
let app: App | undefined;
let mailbox: Mailbox | undefined;

/** A copy of its own, with a mail server. */
test.afterAll(async ({ browser }) => {
  await everyoneLeaves(browser);
  await app?.stop();
  await mailbox?.close();
});

test("a person chooses how to be told, and a directive comes by e-mail with the way to it", {
  tag: "@live",
}, async ({ browser, viewport }) => {
  test.setTimeout(900_000);
  const box = await aMailbox();
  mailbox = box;
  app = await startApp({
    settings: (url) => ({
      PUBLIC_URL: url,
      SMTP_URL: box.url,
      MAIL_FROM: "Trực an toàn mạng <truc@huulung.example>",
    }),
  });
  const asPerson = (name: string) => signedIn(browser, name, { viewport, baseURL: app?.url });
  const letters = () => box.letters.filter(({ to }) => to === "yenbinh@xa.example");

  const commune = await asPerson("xa-yenbinh");
  await test.step("the commune gives its address, is told also at night, and tries it", async () => {
    await commune.goto("/profile/notices");
    await expectGoodPage(commune);
    await commune.setViewportSize({ width: 360, height: 780 });
    await expectGoodPage(commune);
    await commune.setViewportSize(viewport ?? { width: 1440, height: 900 });
    await commune.getByLabel("Địa chỉ thư điện tử").fill("yenbinh@xa.example");
    await commune.getByRole("checkbox", { name: /^Giờ yên tĩnh/ }).uncheck();
    await commune
      .getByRole("group", { name: /^Lịch trực, ca trực/ })
      .getByRole("checkbox", { name: "Thư", exact: true })
      .uncheck();
    await commune.getByRole("button", { name: "Lưu lựa chọn" }).click();
    await expect(commune.getByText("Đã lưu.")).toBeVisible();
    await commune.getByRole("button", { name: "Gửi thử" }).click();
    await expect(
      commune.getByRole("list", { name: "Kết quả gửi thử" }).getByText("Đã gửi"),
    ).toBeVisible();
    expect(letters()).toHaveLength(1);
    await commune.reload();
    await expect(commune.getByRole("checkbox", { name: /^Giờ yên tĩnh/ })).not.toBeChecked();
    await expectGoodPage(commune);
  });

  const address = await test.step("a directive is signed", () => issue(asPerson));

  await test.step("its e-mail leads there", async () => {
    await expect.poll(() => letters().length).toBe(2);
    const raw = letters()[1]?.raw.replace(/=\r\n/g, "") ?? "";
    const link = /^M=E1=BB=9F: (\S+)/m.exec(raw)?.[1] ?? "";
    expect(link).toContain(`${app?.url}/notices/`);
    await commune.goto(link);
    await expect(commune).toHaveURL(address);
    await expect(commune.getByText("361/UBND-VH").first()).toBeVisible();
  });

  await test.step("the administrator sees what went out, and who is told when nobody answers", async () => {
    const admin = await asPerson("quantri");
    await admin.goto("/admin/delivery");
    await expect(admin.getByRole("row", { name: /^Thư điện tử/ })).toContainText("Đang bật");
    await expectGoodPage(admin);
    await admin.goto("/admin/ladders");
    await expect(admin.getByRole("heading", { name: "Tin khẩn chưa ai xem" })).toBeVisible();
    await expectGoodPage(admin);
  });
});

/** The browser's own push event in the product's own worker; only what the screen would show is caught. */
test("what a push service brings is shown, and the same notice again in its own place", async ({
  browser,
}) => {
  const page = await signedIn(browser, "xa-yenbinh-truc");
  await page.goto("/duty");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(() => {
    const { registration, shown = [] } = self as unknown as Watching;
    Object.assign(self, { shown });
    registration.showNotification = async (title, options) => {
      shown.push({ ...options, title });
    };
  });
  const bring = await pushService(page);
  const notice = { title: "Chưa nhận ca: Lương Thị Hoa", body: "Điện thoại 0912000109" };
  await bring({ ...notice, tag: "duty:1", path: "/duty", urgent: true });
  await bring({ ...notice, tag: "duty:1", path: "/duty", urgent: false });
  const told = { ...notice, tag: "duty:1", data: "/duty", lang: "vi" };
  await expect
    .poll(() => worker?.evaluate(() => (self as unknown as Watching).shown))
    .toEqual([
      { ...told, requireInteraction: true },
      { ...told, requireInteraction: false },
    ]);
});

type Watching = { registration: ServiceWorkerRegistration; shown?: object[] };

/** Brings a message to the worker of this page, as the service of the browser's maker would. */
async function pushService(page: Page) {
  const session = await page.context().newCDPSession(page);
  const known = new Promise<string>((resolve) =>
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId);
    }),
  );
  await session.send("ServiceWorker.enable");
  const registrationId = await known;
  const origin = new URL(page.url()).origin;
  return (message: object) =>
    session.send("ServiceWorker.deliverPushMessage", {
      origin,
      registrationId,
      data: JSON.stringify(message),
    });
}

async function issue(asPerson: (name: string) => Promise<Page>) {
  const officer = await asPerson("chuyenvien");
  await officer.goto("/directives/new");
  await officer.getByRole("textbox", { name: "Nội dung văn bản" }).fill(text);
  await officer.getByRole("button", { name: "Phân tích văn bản" }).click();
  await officer.getByLabel("Đặt hạn cho các nhiệm vụ chưa có hạn").fill("2099-01-20T17:00");
  await officer.getByRole("button", { name: "Áp dụng" }).click();
  await officer.getByRole("button", { name: "Lưu dự thảo" }).click();
  await officer.waitForURL(/\/directives\/[0-9a-f-]{36}/);
  await officer.getByRole("button", { name: "Trình ký" }).click();
  await expect(officer.getByText("Chờ ký").first()).toBeVisible();
  const leader = await asPerson("lanhdao");
  await leader.goto(officer.url());
  await leader.getByLabel("Số văn bản").fill("361");
  await leader.getByLabel("Ngày ban hành").fill("2025-01-05");
  await leader.getByRole("button", { name: "Ký ban hành" }).click();
  await expect(leader.getByText("Đang thực hiện").first()).toBeVisible();
  return officer.url();
}
