import { Spinner } from "@/components/ui/spinner";

export default function Loading() {
  return (
    <p role="status" className="flex items-center gap-3 p-8 text-ink-muted">
      <Spinner /> Đang tải…
    </p>
  );
}
