import { DocumentLinks } from "@/components/documents/document-links";
import { Card } from "@/components/ui/card";
import type { DirectiveView } from "@/lib/directives/queries";

/** The directive to take away, by the layout of the decree. */
export function DirectiveFiles({ directive }: { directive: Pick<DirectiveView, "id"> }) {
  const page = `/directives/${directive.id}`;
  return (
    <Card title="Tải văn bản" description="Trình bày theo Nghị định 30/2020/NĐ-CP.">
      <div className="flex flex-wrap gap-2">
        <DocumentLinks address={`/api${page}/document`} print={`${page}/print`} />
      </div>
    </Card>
  );
}
