import { Alert } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { CopyButton } from "@/components/ui/copy-button";
import { PrintButton } from "@/components/ui/print-button";

type Props = { title: string; advice: string; lines: string[]; doneHref: string };

/** To copy or print now: nothing shows it again. */
export function OneTimeSecrets({ title, advice, lines, doneHref }: Props) {
  return (
    <div className="grid gap-3" role="status">
      <Alert tone="success" title={title}>
        {advice}
      </Alert>
      <ul className="grid gap-x-6 gap-y-1 rounded-md border border-line bg-subtle p-4 font-mono break-all sm:grid-cols-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={lines.join("\n")} variant="secondary" size="md" />
        <PrintButton />
        {/* A whole new page: nothing of the secret stays behind in this one. */}
        <a href={doneHref} className={buttonStyle({ variant: "primary" })}>
          Tôi đã cất giữ, xong
        </a>
      </div>
    </div>
  );
}
