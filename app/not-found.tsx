import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";

export const metadata: Metadata = { title: "Không tìm thấy" };

export default function NotFound() {
  return (
    <Notice
      title="Không tìm thấy trang này"
      actions={
        <ButtonLink href="/" variant="primary" size="lg">
          Về trang chính
        </ButtonLink>
      }
    >
      <p>
        Địa chỉ có thể đã gõ sai, nội dung đã được chuyển đi, hoặc không thuộc phạm vi đơn vị của
        bạn.
      </p>
      <p>Nếu bạn mở từ một đường dẫn được gửi đến, hãy hỏi lại người gửi.</p>
    </Notice>
  );
}
