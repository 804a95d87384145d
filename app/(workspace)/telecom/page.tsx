import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TelcoHome } from "@/components/complaints/telco-home";
import { UnitHome } from "@/components/overview/unit-home";
import { requireActor } from "@/lib/auth/session";
import { findTelcoHome } from "@/lib/complaints/figures/queries";
import { findUnitHome } from "@/lib/overview/queries";
import { homeActions } from "../home-actions";

export const metadata: Metadata = { title: "Viễn thông" };

export default async function TelecomPage() {
  const actor = await requireActor();
  const [home, complaints] = await Promise.all([
    findUnitHome(actor, "telecom"),
    findTelcoHome(actor),
  ]);
  if (!home) notFound();
  return (
    <UnitHome {...home} actions={homeActions}>
      {complaints ? <TelcoHome home={complaints} /> : null}
    </UnitHome>
  );
}
