import { runWithDatabase } from "./database";

await runWithDatabase(async () => {
  const { addFieldKey, fieldKeys } = await import("@/lib/auth/field-keys");
  const { rotateComplainants } = await import("@/lib/complaints/complainants/commands");
  const { systemActor } = await import("@/lib/auth/system-actor");
  const added = addFieldKey();
  if (!added && fieldKeys().length < 2) {
    console.error(
      "FIELD_KEYS chỉ có một khóa. Thêm khóa mới lên đầu, giữ khóa cũ phía sau rồi chạy lại.",
    );
    process.exitCode = 1;
    return;
  }
  const { key, complaints, files } = await rotateComplainants(systemActor);
  console.log(`Đã mã hóa lại ${complaints} phản ánh, ${files} tệp bằng khóa ${key}.`);
  console.log(
    "Khởi động lại chương trình để dùng khóa mới; giữ khóa cũ cho tới khi mọi bản đã khởi động lại.",
  );
});
