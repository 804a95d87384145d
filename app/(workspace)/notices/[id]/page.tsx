import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { dismissNoticeAction } from "@/app/(workspace)/notice-actions";
import { NoticeCard } from "@/components/notifications/notice-card";
import { noticeHref } from "@/components/notifications/notice-href";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findNotice } from "@/lib/notifications/queries";

export const metadata: Metadata = { title: "Thông báo" };

/** Where messages lead: to what they tell of, by way of the notice while nobody has put it away. */
export default async function NoticePage({ params }: PageProps<"/notices/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const notice = id.success ? await findNotice(actor, id.data) : null;
  if (!notice) notFound();
  const href = noticeHref(notice);
  if (!notice.toBeSeen && href) redirect(href);

  return (
    <>
      <PageHeader title="Thông báo" />
      <NoticeCard notice={notice} href={href} dismiss={dismissNoticeAction} />
    </>
  );
}
