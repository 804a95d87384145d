import { type Actor, isDistrict, isUnitMember, seesAll } from "@/lib/auth/actor";
import type { ListedFigure } from "./figures/schema";

/** The whole picture is the district's to act on and the province's to read. */
export const canSeePicture = (actor: Actor) => seesAll(actor);

/** A unit is told of itself alone. */
export const canSeeCompliance = (actor: Actor, { unitId }: { unitId: string }) =>
  seesAll(actor) || (isUnitMember(actor) && actor.unitId === unitId);

/** Cases and complaints are the district's to open; of these the province is told how many. */
export const canListFigure = (actor: Actor, figure: ListedFigure | "overdue") =>
  figure === "incidents" || figure === "complaints" ? isDistrict(actor) : canSeePicture(actor);
