import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DutyPeopleTable } from "@/components/duty/duty-people-table";
import { DutyTabs } from "@/components/duty/duty-tabs";
import { FeedCard } from "@/components/duty/feed-card";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { seesAll } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { listFeeds } from "@/lib/duty/feeds/queries";
import { findOwnDutyPerson, listDutyPeople, listFreeAccounts } from "@/lib/duty/people/queries";
import { canMakeRoster, keepsWatch } from "@/lib/duty/policy";
import { findUnitRule } from "@/lib/duty/settings/queries";
import { createFeedAction, revokeFeedAction } from "../feed-actions";
import { saveUnitRuleAction } from "./actions";

export const metadata: Metadata = { title: "Người trực" };

export default async function DutyPeoplePage() {
  const actor = await requireActor();
  if (!keepsWatch(actor)) notFound();
  const mayEdit = canMakeRoster(actor, actor);
  const [people, accounts, swapNeedsApproval, feeds, own] = await Promise.all([
    listDutyPeople(actor, actor.unitId),
    mayEdit ? listFreeAccounts(actor) : [],
    findUnitRule(actor),
    listFeeds(actor),
    findOwnDutyPerson(actor),
  ]);

  return (
    <>
      <PageHeader title="Người trực" meta={actor.unitName}>
        {mayEdit ? (
          <ButtonLink href="/duty/people/new" variant="primary">
            Thêm người trực
          </ButtonLink>
        ) : null}
      </PageHeader>
      <DutyTabs current="people" seesAll={seesAll(actor)} keepsWatch />
      <div className="grid gap-6">
        <Card flush>
          {people.length > 0 ? (
            <DutyPeopleTable people={people} editable={mayEdit} userId={actor.userId} />
          ) : (
            <EmptyState title="Chưa có ai trong danh sách trực">
              Thêm cán bộ của đơn vị, có hoặc không có tài khoản, rồi lập lịch trực.
            </EmptyState>
          )}
        </Card>
        {accounts.length > 0 ? (
          <Card
            title="Tài khoản chưa có trong danh sách"
            description="Chọn một người để thêm vào danh sách trực."
          >
            <ul className="flex flex-wrap gap-x-5 gap-y-2">
              {accounts.map(({ id, fullName }) => (
                <li key={id}>
                  <TextLink href={`/duty/people/new?account=${id}`} className="pointer-coarse:py-3">
                    {fullName}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        <FeedCard
          feeds={feeds}
          mayPerson={own !== null}
          mayUnit={mayEdit}
          create={createFeedAction}
          revoke={revokeFeedAction}
        />
        {mayEdit ? (
          <Card title="Đổi ca">
            <ActionForm
              action={saveUnitRuleAction}
              whenDone="keep"
              label="Quy định đổi ca"
              footer={<SubmitButton variant="secondary">Lưu quy định</SubmitButton>}
            >
              <Checkbox
                name="swapNeedsApproval"
                value="true"
                defaultChecked={swapNeedsApproval}
                label="Đổi ca phải được lãnh đạo đơn vị duyệt"
                hint="Nếu bỏ chọn, hai người đồng ý là ca được đổi ngay."
              />
            </ActionForm>
          </Card>
        ) : null}
      </div>
    </>
  );
}
