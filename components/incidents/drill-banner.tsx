import { Megaphone } from "@/components/ui/icons";

/** Nobody may take a drill for real, on the screen or on paper. */
export function DrillBanner({ name }: { name: string }) {
  return (
    <>
      <p className="mb-4 flex items-center gap-2 rounded-md border-2 border-dashed border-warning-line bg-warning-bg px-4 py-2 font-semibold text-warning-ink">
        <Megaphone aria-hidden className="size-5 shrink-0" />
        <span>DIỄN TẬP · {name}. Không phải sự cố thật.</span>
      </p>
      <div
        aria-hidden
        className="pointer-events-none fixed inset-0 z-30 grid place-items-center overflow-hidden"
      >
        {/* Drawn, not written: a watermark is not there to be read. */}
        <span className="-rotate-24 text-[18vw] font-black tracking-widest whitespace-nowrap text-ink/5 before:content-['DIỄN_TẬP']" />
      </div>
    </>
  );
}
