import { loadavg } from "node:os";

/** Twenty minutes of mixed load: memory does not grow, connections suffice, nothing fails. `--minutes=5` is shorter. */
const minutes = Number(/^--minutes=(\d+(?:\.\d+)?)$/.exec(process.argv[2] ?? "")?.[1] ?? 20);
/** Until caches are full and code is compiled. */
const WARM_UP = 0.4;
/**
 * Growth in megabytes a minute that is no leak, of what is held after a collection: RSS and heap follow the
 * collector, which takes more room the more it is given to do.
 */
const LIMIT = Math.max(1, 20 / (minutes * (1 - WARM_UP)));

const { theApp } = await import("@/tests/support/page-benches");
const { slopeOf, soak } = await import("@/tests/support/soak");
const { everyone } = await import("@/tests/doors/walk/people");

const app = await theApp();
let code = 1;
try {
  await Promise.all(everyone.map((person) => app.outside.signIn(person)));
  let told = 0;
  let left = 0;
  const { tally, samples } = await soak(
    app,
    minutes,
    ({ minute, rss, heap, kept, waiting, held }, seen) => {
      if (kept !== null) left = kept;
      if (minute < told) return;
      told += 0.5;
      console.log(
        `${minute.toFixed(1).padStart(5)} phút  RSS ${rss.toFixed(0)} MB  heap ${heap.toFixed(0)} MB  giữ ${left.toFixed(0)} MB  ${seen.reads} lượt đọc  ${seen.writes} lượt ghi  ${seen.errors.length} lỗi  chờ kết nối ${waiting}  kết nối ${held}`,
      );
    },
  );
  const settled = samples.filter(({ minute }) => minute > minutes * WARM_UP);
  const [rss, heap, kept] = [
    slopeOf(settled, "rss"),
    slopeOf(settled, "heap"),
    slopeOf(settled, "kept"),
  ];
  const faults = [
    ...(kept > LIMIT ? [`bộ nhớ còn giữ tăng ${kept.toFixed(2)} MB mỗi phút`] : []),
    ...[...new Set(tally.errors)].map(
      (error) => `${tally.errors.filter((one) => one === error).length} lần hỏng: ${error}`,
    ),
  ];
  console.log(
    `\n${tally.reads} lượt đọc, ${tally.writes} lượt ghi, ${tally.refused} lượt bị hãm, ${tally.errors.length} lỗi`,
    `\nRSS ${rss.toFixed(2)} MB mỗi phút, heap ${heap.toFixed(2)} MB, còn giữ sau khi dọn ${kept.toFixed(2)} MB (giới hạn ${LIMIT.toFixed(2)}), nhiều nhất ${Math.max(...samples.map(({ waiting }) => waiting))} lượt chờ kết nối, tải máy ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(faults.length > 0 ? `KHÔNG ĐẠT: ${faults.join("; ")}` : "Đạt");
  code = faults.length > 0 ? 1 : 0;
} finally {
  await app.stop();
}
process.exit(code);
