"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** A hundred kilobytes that only a page with a picture to touch pays for, and after its figures. */
export const LazySeriesChart = dynamic(
  () => import("./series-chart").then(({ SeriesChart }) => SeriesChart),
  { ssr: false, loading: () => <Skeleton className="h-80 w-full" /> },
);
