import { z } from "zod";

const report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string().default("") }),
  ),
});
const refusal = z.object({ message: z.string() });

export type AuditVerdict =
  | { is: "skipped"; why: string }
  | { is: "clean"; lesser: number }
  | { is: "vulnerable"; packages: string[] };

/**
 * What `npm audit --json` said. A registry inside a closed network has no audit, and nothing is known
 * then; of what is known, high and critical count.
 */
export function auditVerdict(output: string): AuditVerdict {
  const said = parsed(output);
  const found = report.safeParse(said);
  if (!found.success) {
    const why = refusal.safeParse(said);
    return { is: "skipped", why: why.success ? why.data.message : "no answer" };
  }
  const all = Object.entries(found.data.vulnerabilities);
  const grave = all.filter(([, { severity }]) => severity === "high" || severity === "critical");
  if (grave.length === 0) return { is: "clean", lesser: all.length };
  return {
    is: "vulnerable",
    packages: grave.map(([name, { severity, range }]) => `${name} ${range} (${severity})`).sort(),
  };
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
