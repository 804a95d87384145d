import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/radio-cards";

/** Whether the directives of the campaign it is cloned from come along. */
export function CloneChoice({ directives }: { directives: number }) {
  if (directives === 0) return null;
  return (
    <Card>
      <RadioCards
        label="Văn bản chỉ đạo của đợt cũ"
        name="directives"
        defaultValue="copy"
        columns={2}
        options={[
          {
            value: "copy",
            label: `Chép ${directives} văn bản thành dự thảo`,
            hint: "Giữ mục, nơi nhận, nhiệm vụ; hạn dời theo ngày của đợt mới. Số, ngày và chữ ký để trống.",
          },
          { value: "leave", label: "Không chép văn bản", hint: "Chỉ lấy các dịp và bài học." },
        ]}
      />
    </Card>
  );
}
