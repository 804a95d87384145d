import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitHome } from "@/components/overview/unit-home";
import { requireActor } from "@/lib/auth/session";
import { findUnitHome } from "@/lib/overview/queries";
import { homeActions } from "../home-actions";

export const metadata: Metadata = { title: "Phối hợp" };

export default async function CoordinationPage() {
  const home = await findUnitHome(await requireActor(), "coordination");
  if (!home) notFound();
  return <UnitHome {...home} actions={homeActions} />;
}
