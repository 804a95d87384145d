import { isoDay } from "@/lib/time";

type Props = { body: string; place?: string; at: Date };

/** The head that every paper of an office carries: who issues it, the national words, place and day. */
export function OfficialHead({ body, place = "…", at }: Props) {
  return (
    <header className="grid gap-x-6 gap-y-4 text-center sm:grid-cols-[2fr_3fr] print:grid-cols-[2fr_3fr]">
      <div>
        <p className="font-semibold uppercase">{body}</p>
        <span aria-hidden className="mx-auto mt-0.5 block w-2/5 border-t border-current" />
        <p className="mt-2">Số: …/…</p>
      </div>
      <div>
        <p className="font-semibold uppercase">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
        <p className="w-fit justify-self-center border-b border-current font-semibold mx-auto">
          Độc lập - Tự do - Hạnh phúc
        </p>
        <p className="mt-2 italic">{dateLine(place, at)}</p>
      </div>
    </header>
  );
}

/** Days below ten and months one and two carry a leading zero: Nghị định 30/2020, Phụ lục I. */
function dateLine(place: string, at: Date) {
  const [year, month = "", day] = isoDay(at).split("-");
  return `${place}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
