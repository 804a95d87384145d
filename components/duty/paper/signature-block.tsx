type Props = { recipients: string[]; maker: string; makerName?: string; position: string };

/** Nơi nhận at the left, who made it and who signs; names are written by hand where they are not known. */
export function SignatureBlock({ recipients, maker, makerName, position }: Props) {
  return (
    <footer
      data-print="keep"
      className="mt-8 grid gap-6 sm:grid-cols-[3fr_2fr_2fr] print:grid-cols-[3fr_2fr_2fr]"
    >
      <div className="text-sm">
        <p className="font-semibold italic">Nơi nhận:</p>
        <ul>
          {recipients.map((line) => (
            <li key={line}>- {line}</li>
          ))}
        </ul>
      </div>
      <Signature words={maker} name={makerName} />
      <Signature words={position} />
    </footer>
  );
}

function Signature({ words, name }: { words: string; name?: string }) {
  return (
    <div className="text-center">
      <p className="font-semibold uppercase">{words}</p>
      <p className="text-sm italic">(Ký, ghi rõ họ tên)</p>
      <p className="mt-14 font-semibold">{name ?? "…"}</p>
    </div>
  );
}
