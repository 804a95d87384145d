"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Plus } from "@/components/ui/icons";
import { type Option, SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { advisorySeverityLabels } from "@/lib/advisories/labels";
import { advisorySeverities } from "@/lib/advisories/schema";

export type ItemValues = {
  key: string;
  cveId: string;
  product: string;
  productId: string;
  severity: string;
  exploited: boolean;
  fix: string;
};

const blank = (key: string): ItemValues => ({
  key,
  cveId: "",
  product: "",
  productId: "",
  severity: "high",
  exploited: false,
  fix: "",
});

const severities = advisorySeverities.map((value) => ({
  value,
  label: advisorySeverityLabels[value].text,
}));

const exploitation = [
  { value: "no", label: "Chưa ghi nhận" },
  { value: "yes", label: "Đang bị khai thác" },
];

/** One group of fields a vulnerability; a group left empty, or emptied, is left out. */
export function ItemRows({ items, products }: { items: ItemValues[]; products: Option[] }) {
  const [rows, setRows] = useState(() => (items.length > 0 ? items : [blank("first")]));
  return (
    <div className="grid gap-4">
      {rows.map((row, at) => (
        <fieldset key={row.key} className="grid gap-3 rounded-md border border-line p-3 sm:p-4">
          <legend className="px-1 text-sm font-medium">Lỗ hổng {at + 1}</legend>
          <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
            <TextField label="Mã CVE" name="itemCve[]" optional defaultValue={row.cveId} />
            <TextField label="Sản phẩm" name="itemProduct[]" defaultValue={row.product} />
            <SelectField
              label="Trong danh mục"
              name="itemListed[]"
              options={products}
              placeholder="Không có"
              defaultValue={row.productId}
            />
            <SelectField
              label="Mức độ"
              name="itemSeverity[]"
              options={severities}
              defaultValue={row.severity}
            />
          </div>
          <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <SelectField
              label="Khai thác thực tế"
              name="itemExploited[]"
              options={exploitation}
              defaultValue={row.exploited ? "yes" : "no"}
            />
            <TextField
              label="Cách khắc phục"
              name="itemFix[]"
              optional
              maxLength={1000}
              defaultValue={row.fix}
            />
          </div>
        </fieldset>
      ))}
      <Button
        size="sm"
        icon={<Plus />}
        className="justify-self-start"
        onClick={() => setRows((now) => [...now, blank(`new-${now.length}`)])}
      >
        Thêm lỗ hổng
      </Button>
    </div>
  );
}
