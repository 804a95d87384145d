import { Button } from "@/components/ui/button";

/** An ordinary form: the way leads to another server, which a script has no part in. */
export function ProvinceSignIn({ label, next }: { label: string; next: string }) {
  return (
    <form
      action="/api/auth/signin/province"
      method="post"
      className="mt-6 grid border-t border-line pt-6"
    >
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="secondary" size="lg" className="whitespace-normal">
        {label}
      </Button>
    </form>
  );
}
