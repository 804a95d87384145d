import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { TextLink } from "@/components/ui/text-link";
import { documentNumber, stateLabels, subjectTitle } from "@/lib/directives/labels";
import type { DirectiveView } from "@/lib/directives/queries";
import { formatDay } from "@/lib/time";

type Props = {
  directive: DirectiveView;
  current: "text" | "tracking" | "periodic" | "calls";
  tracked: boolean;
  children?: ReactNode;
};

export function DirectiveHeader({ directive, current, tracked, children }: Props) {
  const { text, tone } = stateLabels[directive.state];
  const page = `/directives/${directive.id}`;
  const periodic = directive.sections.some(({ obligations }) =>
    obligations.some(({ recurrence }) => recurrence !== null),
  );
  return (
    <>
      <PageHeader
        title={subjectTitle(directive.subject)}
        breadcrumb={[{ href: "/directives", label: "Văn bản chỉ đạo" }]}
        meta={
          <>
            <Badge tone={tone}>{text}</Badge>
            <span className="font-medium text-ink">{documentNumber(directive)}</span>
            {directive.issuedOn && directive.issuedAt ? (
              <span>ngày {formatDay(directive.issuedOn)}</span>
            ) : null}
            {directive.campaign ? (
              <TextLink href={`/campaigns/${directive.campaign.id}`}>
                {directive.campaign.name}
              </TextLink>
            ) : null}
            {directive.signedBy ? <span>{directive.signedBy.fullName} ký</span> : null}
          </>
        }
      >
        {children}
      </PageHeader>
      {tracked ? (
        <TabLinks
          label="Phần của văn bản"
          tabs={[
            { href: page, label: "Văn bản", current: current === "text" },
            { href: `${page}/tracking`, label: "Theo dõi", current: current === "tracking" },
            ...(periodic
              ? [
                  {
                    href: `${page}/periodic`,
                    label: "Báo cáo định kỳ",
                    current: current === "periodic",
                  },
                ]
              : []),
            { href: `${page}/calls`, label: "Gọi điện", current: current === "calls" },
          ]}
        />
      ) : null}
    </>
  );
}
