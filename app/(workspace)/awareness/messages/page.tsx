import type { Metadata } from "next";
import { AwarenessTabs } from "@/components/awareness/awareness-tabs";
import { MessageCard } from "@/components/awareness/message-card";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { requireActor } from "@/lib/auth/session";
import { listMessages } from "@/lib/awareness/messages/queries";
import { messageFilterSchema } from "@/lib/awareness/messages/schema";
import { canCompareUnits, canRecordActivity, canWriteMessage } from "@/lib/awareness/policy";

export const metadata: Metadata = { title: "Tin mẫu tuyên truyền" };

export default async function MessagesPage({ searchParams }: PageProps<"/awareness/messages">) {
  const actor = await requireActor();
  const filter = messageFilterSchema.parse(await searchParams);
  const { rows, hasNext } = await listMessages(actor, filter);
  const link = (page: number) =>
    `/awareness/messages?${new URLSearchParams({ q: filter.q, page: String(page) })}`;

  return (
    <>
      <PageHeader
        title="Tin mẫu"
        description="Cảnh báo viết sẵn: sao chép vào Zalo, đọc trên loa hoặc in tờ rơi. Tên đơn vị tự điền."
      >
        {canWriteMessage(actor) ? (
          <ButtonLink href="/awareness/messages/new" variant="primary">
            Soạn tin mẫu
          </ButtonLink>
        ) : null}
      </PageHeader>
      <AwarenessTabs current="messages" compares={canCompareUnits(actor)} />
      <div className="grid gap-5">
        <SearchForm label="Tìm tin mẫu" defaultValue={filter.q} />
        {rows.length === 0 ? (
          <Card>
            <EmptyState title="Không có tin nào">
              {filter.q ? "Thử từ khác." : "Huyện soạn tin mẫu rồi sẽ hiện ở đây."}
            </EmptyState>
          </Card>
        ) : (
          <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {rows.map((message) => (
              <MessageCard
                key={message.id}
                message={message}
                signature={actor.unitName}
                records={canRecordActivity(actor)}
              />
            ))}
          </div>
        )}
        <Pagination
          previousHref={filter.page > 1 ? link(filter.page - 1) : undefined}
          nextHref={hasNext ? link(filter.page + 1) : undefined}
        />
      </div>
    </>
  );
}
