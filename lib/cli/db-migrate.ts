import { runWithDatabase } from "./database";

await runWithDatabase(async () => {
  console.log("Cơ sở dữ liệu đã ở phiên bản mới nhất.");
});
