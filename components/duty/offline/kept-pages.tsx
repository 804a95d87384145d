"use client";

import { use, useEffect } from "react";
import { OutboxContext } from "./outbox-context";
import { keepPages } from "./worker-client";

/**
 * These pages of the watch open without network, as they stand now. `drawnAt` is when the server drew
 * this one: each time it does, they are fetched again.
 */
export function KeptPages({ paths, drawnAt }: { paths: string[]; drawnAt: number }) {
  const person = use(OutboxContext)?.person;
  const wanted = paths.join(" ");
  useEffect(() => {
    if (!person || !navigator.onLine || drawnAt === 0) return;
    keepPages(person, wanted.split(" ")).catch(console.warn);
  }, [person, wanted, drawnAt]);
  return null;
}
