"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Draft } from "@/lib/directives/drafts/schema";
import { DraftInput } from "./draft-input";

type Basis = Draft["basis"];
type Props = { basis: Basis; doubtful: boolean; onChange: (basis: Basis) => void };

/** The documents this one rests on; one row each. */
export function BasisEditor({ basis, doubtful, onChange }: Props) {
  const change = (at: number, field: Partial<Basis[number]>) =>
    onChange(basis.map((one, index) => (index === at ? { ...one, ...field } : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 flex items-center gap-2 text-sm font-semibold">
        Căn cứ {doubtful && basis.length === 0 ? <Badge tone="warning">Chưa đọc được</Badge> : null}
      </legend>
      {basis.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is identified by its place alone
        <div key={index} className="grid items-end gap-3 sm:grid-cols-[1.2fr_1fr_2fr_auto]">
          <DraftInput
            label="Số, ký hiệu"
            value={one.number ?? ""}
            onChange={(number) => change(index, { number: number || null })}
          />
          <DraftInput
            label="Ngày"
            type="date"
            value={one.date ?? ""}
            onChange={(date) => change(index, { date: date || null })}
          />
          <DraftInput
            label="Cơ quan ban hành"
            value={one.issuer ?? ""}
            onChange={(issuer) => change(index, { issuer: issuer || null })}
          />
          <Button
            variant="ghost"
            aria-label={`Bỏ căn cứ ${index + 1}`}
            onClick={() => onChange(basis.toSpliced(index, 1))}
          >
            Bỏ
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          size="sm"
          onClick={() => onChange([...basis, { number: null, date: null, issuer: null }])}
        >
          Thêm căn cứ
        </Button>
      </div>
    </fieldset>
  );
}
