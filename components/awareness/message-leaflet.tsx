import type { MessageView } from "@/lib/awareness/messages/queries";
import { adviceLines } from "@/lib/awareness/messages/rules";

type Props = { message: MessageView; signature: string; size: "a4" | "a5" };

const scales = { a4: "text-[17pt]", a5: "text-[12.5pt]" };

/** One sheet to hand out or to hang at the gate of a market: black on white, few words, large. */
export function MessageLeaflet({ message, signature, size }: Props) {
  return (
    <article
      aria-label="Tờ rơi"
      data-leaflet={size}
      className={`mx-auto grid max-w-3xl gap-[0.9em] rounded-lg border border-line bg-surface p-6 text-ink shadow-card sm:p-10 print:max-w-none print:border-0 print:p-0 print:shadow-none ${scales[size]}`}
    >
      <p className="text-center text-[0.8em] font-semibold tracking-wide uppercase">{signature}</p>
      <p className="border-y-4 border-current py-[0.4em] text-center text-[1.15em] font-bold">
        CẢNH BÁO LỪA ĐẢO
      </p>
      <h2 className="text-center text-[1.6em] leading-tight font-bold text-balance">
        {message.title}
      </h2>
      <p className="leading-relaxed whitespace-pre-line">{message.body}</p>
      <section className="rounded-lg border-2 border-current p-[0.8em]">
        <h3 className="mb-[0.4em] font-bold">BÀ CON CẦN NHỚ</h3>
        <ul className="grid list-disc gap-[0.3em] pl-[1.2em]">
          {adviceLines(message.advice).map((line) => (
            <li key={line} className="font-semibold">
              {line}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
