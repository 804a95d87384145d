import { ButtonLink } from "@/components/ui/button-link";

type Props = {
  /** Where the file is made; the form is added as the last part of its path. */
  address: string;
  query?: string;
  print?: string;
  /** Spoken after the button's own words, where several documents stand on one page. */
  of?: string;
};

/** A document in the forms an office needs: to go on writing, to keep, to print. */
export function DocumentLinks({ address, query = "", print, of }: Props) {
  const what = of ? <span className="sr-only"> {of}</span> : null;
  return (
    <>
      <ButtonLink href={`${address}/docx${query}`} download>
        Tải .docx{what}
      </ButtonLink>
      <ButtonLink href={`${address}/pdf${query}`} download>
        Tải .pdf{what}
      </ButtonLink>
      {print ? (
        <ButtonLink href={print} variant="ghost">
          Bản in{what}
        </ButtonLink>
      ) : null}
    </>
  );
}
