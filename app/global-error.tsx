"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import "./globals.css";

/** Stands in when even the frame of every page has failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="vi">
      <body>
        <title>Hệ thống đang tạm gián đoạn · Trực an toàn mạng</title>
        <Notice
          title="Hệ thống đang tạm gián đoạn"
          actions={
            <Button variant="primary" size="lg" onClick={() => retry()}>
              Thử lại
            </Button>
          }
        >
          <p>
            Trang chưa mở được. Những gì đã gửi thành công vẫn được lưu, không có gì bị mất. Xin chờ
            một phút rồi bấm Thử lại.
          </p>
        </Notice>
      </body>
    </html>
  );
}
