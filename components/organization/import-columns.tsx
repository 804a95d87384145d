import { DefinitionList } from "@/components/ui/definition-list";

/** What a file may hold, for whoever prepares it in a spreadsheet. */
export function ImportColumns() {
  return (
    <div className="grid gap-4">
      <DefinitionList
        items={[
          ["code", "Mã đơn vị, bắt buộc"],
          ["name", "Tên đơn vị, bắt buộc"],
          ["kind", "Mã loại đơn vị, bắt buộc; mã mới thành loại mới"],
          ["short_name", "Tên gọn"],
          ["parent_code", "Mã đơn vị cấp trên"],
          ["phone", "Điện thoại trực"],
          ["aliases", "Tên gọi khác, cách nhau bằng dấu |"],
          ["valid_from", "Ngày bắt đầu: 2025-07-01 hoặc 01/07/2025"],
          ["valid_to", "Ngày đầu tiên không còn hoạt động"],
          ["successor_code", "Mã đơn vị kế thừa"],
        ]}
      />
      <p className="text-sm text-ink-muted">
        Thứ tự cột tùy ý; ngăn cách bằng dấu phẩy, chấm phẩy hoặc tab. Ô để trống giữ nguyên điều đã
        có. Tối đa 5 MB, 20.000 dòng.
      </p>
    </div>
  );
}
