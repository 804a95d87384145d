import { buttonStyle } from "@/components/ui/button-style";
import { Notice } from "@/components/ui/notice";

/** The same words whether it is not there or not theirs. */
export function PageNotFound({ as }: { as?: "main" | "div" }) {
  return (
    <Notice
      as={as}
      title="Không tìm thấy trang này"
      actions={
        <a href="/" className={buttonStyle({ variant: "primary", size: "lg" })}>
          Về trang chính
        </a>
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
