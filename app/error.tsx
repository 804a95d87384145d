"use client";

import { useTransition } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { Notice } from "@/components/ui/notice";

type Props = { error: unknown; retry: () => void };

export default function ErrorPage({ error, retry }: Props) {
  const [pending, startTransition] = useTransition();
  const digest = digestOf(error);

  return (
    <Notice
      title="Hệ thống đang tạm gián đoạn"
      actions={
        <>
          {/* No picture on it: every page carries this one along. */}
          <button
            type="button"
            aria-disabled={pending || undefined}
            onClick={() => startTransition(retry)}
            className={buttonStyle({ variant: "primary", size: "lg" })}
          >
            {pending ? "Đang thử lại…" : "Thử lại"}
          </button>
          {/* Loaded anew: what went wrong may lie in the page as it stands. */}
          <a href="/" className={buttonStyle({ size: "lg" })}>
            Về trang chính
          </a>
        </>
      }
      footnote={digest ? `Mã lỗi để báo quản trị: ${digest}` : undefined}
    >
      <p>
        Máy chủ chưa đọc được dữ liệu. Những gì đã gửi thành công vẫn được lưu, không có gì bị mất.
      </p>
      <p>Xin chờ một phút rồi bấm Thử lại. Nếu vẫn vậy, hãy báo quản trị hệ thống của huyện.</p>
    </Notice>
  );
}

function digestOf(error: unknown) {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
