/** What is used of the package, which carries no declarations of its own. */
declare module "@secvisogram/csaf-validator-lib/validate.js" {
  type Fault = { instancePath: string; message?: string };
  type Outcome = { isValid: boolean; tests: { name: string; isValid: boolean; errors: Fault[] }[] };
  type Check = (doc: unknown) => unknown;
  export default function validate(checks: Check[], doc: unknown): Promise<Outcome>;
}
declare module "@secvisogram/csaf-validator-lib/schemaTests.js" {
  export const csaf_2_0: (doc: unknown) => unknown;
}
declare module "@secvisogram/csaf-validator-lib/mandatoryTests.js" {
  const checks: Record<string, (doc: unknown) => unknown>;
  export = checks;
}
