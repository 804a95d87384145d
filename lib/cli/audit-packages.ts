import { spawnSync } from "node:child_process";
import { auditVerdict } from "./audit-verdict";

/** Known vulnerabilities of what the product runs on, as the registry tells: `npm run audit:packages`. */
const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  timeout: 120_000,
  maxBuffer: 64 * 1024 * 1024,
});
const verdict = auditVerdict(stdout ?? "");
if (verdict.is === "skipped") {
  console.log(`skipped: the registry offers no audit (${verdict.why})`);
} else if (verdict.is === "clean") {
  console.log(`Không có lỗ hổng mức cao trong các gói đang dùng (${verdict.lesser} mức thấp hơn).`);
} else {
  console.error(`Lỗ hổng mức cao trở lên:\n  ${verdict.packages.join("\n  ")}`);
  process.exitCode = 1;
}
