/** `app/(workspace)/admin/units/actions.ts` is `admin/units/actions`. */
export const roomOf = (file: string) =>
  file
    .replace(/^app\//, "")
    .replace(/\((\w+)\)\//g, "")
    .replace(/\.ts$/, "");
