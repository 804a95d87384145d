"use client";

import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { useFresh } from "@/components/live/use-fresh";
import { useLive } from "@/components/live/use-live";
import { cx } from "@/components/ui/class-names";
import { formatTime } from "@/lib/time";
import { useAwake } from "./use-awake";
import { WallClock } from "./wall-clock";

export type Pane = { title: string; body: ReactNode };

type Props = {
  panes: Pane[];
  topics: string;
  since: string | null;
  /** The district's time when this was drawn, in milliseconds. */
  drawnAt: number;
  light: boolean;
};

const EACH = 15_000;
/** What is due by the clock alone tells nothing by itself. */
const LOOK = 60_000;

/** Turns through the panes by itself; keys are for whoever happens to stand near. */
export function WallFrame({ panes, topics, since, drawnAt, light }: Props) {
  const [index, setIndex] = useState(0);
  const [paused, setPaused] = useState(false);
  const { changed, away } = useFresh({ meant: true });
  const lost = useLive({ topics, since }, changed) || away;
  useAwake();

  const look = useEffectEvent(() => changed(0));
  useEffect(() => {
    const timer = setInterval(() => look(), LOOK);
    return () => clearInterval(timer);
  }, []);

  const count = panes.length;
  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => setIndex((now) => (now + 1) % count), EACH);
    return () => clearInterval(timer);
  }, [paused, count]);

  useEffect(() => {
    const steer = ({ key, target }: KeyboardEvent) => {
      if (target instanceof HTMLButtonElement) return;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step) setIndex((now) => (now + step + count) % count);
      if (key === " " || key === "p") setPaused((now) => !now);
      if (key === "f") fullScreen();
    };
    addEventListener("keydown", steer);
    return () => removeEventListener("keydown", steer);
  }, [count]);

  const shown = index % count;
  return (
    <main
      data-wall={light ? "light" : "dark"}
      className={cx(
        "flex min-h-dvh flex-col gap-[0.7em] bg-canvas p-[0.8em] text-[clamp(1rem,min(1.64vw,2.91vh),4rem)] leading-snug text-ink lg:h-dvh lg:overflow-hidden",
      )}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-[1em]">
        <h1 className="text-[1.7em] leading-tight font-semibold tracking-tight">
          {panes[shown]?.title}
        </h1>
        <WallClock drawnAt={drawnAt} />
      </header>
      <div className="min-h-0 flex-1">
        {panes.map(({ title, body }, at) => (
          <section
            key={title}
            aria-label={title}
            hidden={at !== shown}
            className="h-full [&>*]:h-full"
          >
            {body}
          </section>
        ))}
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-x-[1em] gap-y-[0.3em]">
        <p
          role="status"
          className={cx(
            lost
              ? "rounded-full border border-danger-line bg-danger-bg px-[0.7em] py-[0.1em] font-semibold text-danger-ink"
              : "text-ink-muted",
          )}
        >
          {lost ? "Mất kết nối, đang nối lại… " : ""}
          Dữ liệu lúc {formatTime(new Date(drawnAt))}
        </p>
        <div className="flex items-center gap-[0.6em]">
          <ol aria-hidden className="flex gap-[0.35em]">
            {panes.map(({ title }, at) => (
              <li
                key={title}
                className={cx(
                  "size-[0.5em] rounded-full",
                  at === shown ? "bg-accent" : "bg-line-strong",
                )}
              />
            ))}
          </ol>
          <WallButton onClick={() => setPaused(!paused)}>
            {paused ? "Chạy tiếp" : "Tạm dừng"}
          </WallButton>
          <span className="max-sm:hidden">
            <WallButton onClick={fullScreen}>Toàn màn hình</WallButton>
          </span>
        </div>
      </footer>
    </main>
  );
}

const WallButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onClick}
    className="min-h-11 whitespace-nowrap rounded-md border border-line-strong px-[0.7em] text-ink-muted hover:text-ink"
  >
    {children}
  </button>
);

function fullScreen() {
  // Refused where the browser wants a press and got a key it does not count: nothing is lost.
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
