import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ActivityForm } from "@/components/awareness/activity-form";
import { PhotoList } from "@/components/awareness/photo-list";
import { ActionButton } from "@/components/ui/action-button";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/auth/session";
import { awarenessLabels, formatCount, reachWords } from "@/lib/awareness/labels";
import { listTopics } from "@/lib/awareness/messages/queries";
import { findActivity } from "@/lib/awareness/queries";
import { formatCivilDay } from "@/lib/campaigns/rules";
import { formatInstant } from "@/lib/time";
import { correctActivityAction, removeActivityAction, repeatActivityAction } from "../actions";

export const metadata: Metadata = { title: "Hoạt động tuyên truyền" };

export default async function ActivityPage({ params }: PageProps<"/awareness/[id]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).id);
  const activity = id.success ? await findActivity(actor, id.data) : null;
  if (!activity) notFound();
  const topics = activity.mayCorrect ? await listTopics(actor) : [];
  const { text, unit } = awarenessLabels[activity.kind];

  return (
    <>
      <PageHeader
        title={`${text} ngày ${formatCivilDay(activity.heldOn)}`}
        breadcrumb={[{ href: "/awareness", label: "Tuyên truyền" }]}
        meta={activity.unit.name}
      >
        {activity.mayCorrect ? (
          <ActionButton
            action={repeatActivityAction}
            fields={{ requestId: randomUUID(), activityId: activity.id }}
            variant="primary"
          >
            Lặp lại hôm nay
          </ActionButton>
        ) : null}
      </PageHeader>
      <div className="grid gap-6">
        {activity.removedAt ? (
          <Alert tone="warning" title="Đã bỏ, không tính vào số liệu">
            {activity.removeReason}
          </Alert>
        ) : null}
        <Card title={activity.topic}>
          <DefinitionList
            items={[
              ["Số lần", `${formatCount(activity.times)} ${unit}`],
              ["Cán bộ, công chức", reachWords(activity.staffReach)],
              ["Người dân", reachWords(activity.publicReach)],
              ...(activity.note ? [["Ghi chú", activity.note] as [string, string]] : []),
              ...(activity.message
                ? [
                    [
                      "Tin mẫu",
                      <TextLink key="m" href={`/awareness/messages/${activity.message.id}`}>
                        {activity.message.title}
                      </TextLink>,
                    ] as [string, React.ReactNode],
                  ]
                : []),
              ["Người ghi", `${activity.createdBy}, ${formatInstant(activity.createdAt)}`],
            ]}
          />
        </Card>
        {activity.photos.length > 0 ? (
          <Card title="Ảnh">
            <PhotoList photos={activity.photos} of={activity.topic} />
          </Card>
        ) : null}
        {activity.mayCorrect ? (
          <details>
            <summary className="w-fit cursor-pointer font-medium text-accent pointer-coarse:py-3">
              Sửa hoặc thêm ảnh
            </summary>
            <div className="mt-3 grid max-w-2xl gap-4">
              <Card>
                <ActivityForm
                  key={activity.version}
                  action={correctActivityAction}
                  hidden={{ activityId: activity.id, version: String(activity.version) }}
                  start={activity}
                  topics={topics}
                  submit="Lưu thay đổi"
                  label="Sửa hoạt động"
                />
              </Card>
              <ConfirmAction
                action={removeActivityAction}
                hidden={{ activityId: activity.id }}
                label="Bỏ hoạt động"
                question="Bỏ hoạt động ghi nhầm này?"
                description="Hoạt động không còn được tính; nhật ký vẫn ghi ai đã bỏ."
              >
                <TextField label="Lý do" name="reason" maxLength={300} />
              </ConfirmAction>
            </div>
          </details>
        ) : null}
      </div>
    </>
  );
}
