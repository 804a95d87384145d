import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WallFrame } from "@/components/wall/wall-frame";
import { wallPanes } from "@/components/wall/wall-panes";
import { requireActor } from "@/lib/auth/session";
import { pagePosition } from "@/lib/live/page";
import { findWallView } from "@/lib/overview/wall/queries";
import { now } from "@/lib/time";

export const metadata: Metadata = { title: "Màn hình lớn" };

const topics = "directives,duty,incidents,advisories,complaints,infrastructure";

/** For a screen on the wall: outside of the workspace, since nobody works on it. */
export default async function WallPage({ searchParams }: PageProps<"/command/wall">) {
  const drawnAt = now().getTime();
  const view = await findWallView(await requireActor());
  if (!view) notFound();
  const light = (await searchParams).theme === "light";
  return (
    <WallFrame
      panes={wallPanes(view)}
      topics={topics}
      since={pagePosition()}
      drawnAt={drawnAt}
      light={light}
    />
  );
}
