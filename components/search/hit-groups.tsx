import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PhoneLink } from "@/components/ui/phone-link";
import { TextLink } from "@/components/ui/text-link";
import { stateLabels } from "@/lib/directives/labels";
import type { Hit } from "@/lib/search/hits/rules";
import { kindLabels } from "@/lib/search/labels";
import type { SearchKind } from "@/lib/search/schema";
import { hitHref } from "./hit-href";
import { MarkedText } from "./marked-text";

export type ShownGroup = { kind: SearchKind; hits: Hit[]; count: string; moreHref?: string };

/** What was found, kind by kind. */
export function HitGroups({ groups }: { groups: ShownGroup[] }) {
  return (
    <div className="grid gap-6">
      {groups.map(({ kind, hits, count, moreHref }) => (
        <Card
          key={kind}
          title={`${kindLabels[kind]} (${count})`}
          flush
          footer={
            moreHref ? (
              <TextLink
                href={moreHref}
              >{`Xem tất cả ${count} ${kindLabels[kind].toLowerCase()}`}</TextLink>
            ) : undefined
          }
        >
          <ol>
            {hits.map((hit) => (
              <HitItem key={hit.id} hit={hit} />
            ))}
          </ol>
        </Card>
      ))}
    </div>
  );
}

function HitItem({ hit }: { hit: Hit }) {
  const { title, detail, passage, state, phone, place } = hit;
  return (
    <li className="grid gap-1 border-b border-line px-4 py-3.5 last:border-0 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <TextLink href={hitHref(place)} className="min-w-0 flex-1 basis-64 font-medium">
          <MarkedText parts={title} />
        </TextLink>
        {state ? <Badge tone={stateLabels[state].tone}>{stateLabels[state].text}</Badge> : null}
        {phone ? <PhoneLink phone={phone} /> : null}
      </div>
      <p className="text-sm text-ink-muted">{detail}</p>
      {passage.length > 0 ? (
        <p className="max-w-prose text-sm">
          <MarkedText parts={passage} />
        </p>
      ) : null}
    </li>
  );
}
