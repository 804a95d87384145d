import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigureTiles } from "@/components/compliance/figure-tiles";
import { pictureAddress } from "@/components/compliance/picture-address";
import { ReplayNote } from "@/components/compliance/replay-note";
import { NoticesLink } from "@/components/notifications/notices-link";
import { DecisionBrief } from "@/components/overview/decision-brief";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { isDistrict, seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { momentWords } from "@/lib/compliance/labels";
import type { Picture } from "@/lib/compliance/queries";
import { pictureFilterSchema } from "@/lib/compliance/schema";
import { canDraftDirective } from "@/lib/directives/policy";
import { canReportIncident } from "@/lib/incidents/policy";
import { formatDay, formatWeekday, now } from "@/lib/time";
import { findCommand, type Now } from "./now";
import { NowBody } from "./now-body";
import { ComplaintDays, PictureBody } from "./picture-body";

export const metadata: Metadata = { title: "Điều hành" };

export default async function CommandPage({ searchParams }: PageProps<"/command">) {
  const actor = await requireActor();
  if (!seesAll(actor)) notFound();
  const filter = pictureFilterSchema.parse(await searchParams);
  const { picture, replayed, current } = await findCommand(actor, filter);

  return (
    <>
      <PageHeader
        eyebrow={`${formatWeekday(now())}, ${formatDay(now())}`}
        title={replayed ? `Điều hành, xem lại ${momentWords(replayed)}` : "Điều hành"}
      >
        {current ? <NoticesLink count={current.notices.length} /> : null}
        <ButtonLink href="/command/wall" className="max-sm:hidden">
          Màn hình lớn
        </ButtonLink>
        {canReportIncident(actor) ? (
          <ButtonLink href="/incidents/new" variant="danger">
            Báo cáo sự cố
          </ButtonLink>
        ) : null}
        {canDraftDirective(actor) ? (
          <ButtonLink href="/directives/new" variant="primary">
            Soạn văn bản
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {replayed ? (
          <ReplayNote day={replayed} nowHref={pictureAddress("/command", { dot: filter.dot })} />
        ) : null}
        {current ? (
          <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            {isDistrict(actor) ? (
              <DecisionBrief
                decisions={current.decisions}
                incidents={current.incidentTotals}
                gate={current.gate}
              />
            ) : null}
            {picture?.day ? (
              <FigureTiles
                actor={actor}
                figures={figuresNow(picture.day, current)}
                filter={filter}
                live
              />
            ) : null}
          </div>
        ) : null}
        {replayed ? (
          <FigureTiles actor={actor} figures={replayed.figures} filter={filter} live={false} />
        ) : null}
        {picture ? <PictureBody picture={picture} filter={filter} /> : null}
        {replayed && picture ? <ComplaintDays days={picture.days} day={picture.day} /> : null}
        {current ? <NowBody actor={actor} now={current} picture={picture} /> : null}
      </div>
    </>
  );
}

/** What is known this minute stands for what was measured minutes ago. */
const figuresNow = ({ figures }: NonNullable<Picture["day"]>, { watch, incidentTotals }: Now) => ({
  ...figures,
  incidents: incidentTotals,
  duty: { units: watch.units, nobody: watch.nobody, untaken: watch.untaken },
});
