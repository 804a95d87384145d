"use client";

import { useEffect } from "react";

const TRY_AGAIN = 10_000;

/** Nobody is there to press a button: the wall comes back by itself. */
export default function WallError() {
  useEffect(() => {
    const timer = setInterval(() => {
      fetch("/api/health", { cache: "no-store" }).then(
        ({ ok }) => ok && location.reload(),
        () => {},
      );
    }, TRY_AGAIN);
    return () => clearInterval(timer);
  }, []);

  return (
    <main data-wall="dark" className="grid min-h-dvh place-content-center gap-4 p-6 text-center">
      <h1 className="text-4xl font-semibold">Chưa đọc được dữ liệu</h1>
      <p role="status" className="text-2xl text-ink-muted">
        Mất kết nối, đang nối lại…
      </p>
    </main>
  );
}
