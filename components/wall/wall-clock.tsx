"use client";

import { useEffect, useState } from "react";
import { formatDay, formatTime, formatWeekday, now } from "@/lib/time";

const SECOND = 1_000;

/** The district's time, going on by this machine's; the seconds show that the screen is alive. */
export function WallClock({ drawnAt }: { drawnAt: number }) {
  const [at, setAt] = useState(drawnAt);
  useEffect(() => {
    const ahead = drawnAt - now().getTime();
    const timer = setInterval(() => setAt(now().getTime() + ahead), SECOND);
    return () => clearInterval(timer);
  }, [drawnAt]);

  const time = new Date(at);
  return (
    <p className="text-right leading-none" aria-hidden>
      <span className="text-[2.4em] font-semibold tabular-nums">
        {formatTime(time)}
        <span className="text-[0.5em] text-ink-muted">
          :{String(time.getUTCSeconds()).padStart(2, "0")}
        </span>
      </span>
      <span className="block pt-[0.2em] text-ink-muted">
        {formatWeekday(time)}, {formatDay(time)}
      </span>
    </p>
  );
}
