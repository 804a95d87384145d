import * as mandatory from "@secvisogram/csaf-validator-lib/mandatoryTests.js";
import { csaf_2_0 } from "@secvisogram/csaf-validator-lib/schemaTests.js";
import validate from "@secvisogram/csaf-validator-lib/validate.js";
import { Refusal } from "@/lib/errors";
import { isoDay } from "@/lib/time";
import { severityOfScore } from "../reading/rules";
import { type AdvisorySeverity, CVE, ITEMS_LIMIT } from "../schema";
import { type CsafContent, csafContentSchema } from "./schema";

export const CSAF_BYTES = 5 * 1024 * 1024;

const SHOWN = 3;

/** A CSAF 2.0 document as an advisory; refused with the place in the file where it is wrong. */
export async function readCsaf(bytes: Uint8Array) {
  if (bytes.length > CSAF_BYTES) throw refusal("Tệp CSAF lớn hơn giới hạn 5 MB.");
  const doc = parseJson(bytes);
  await refuseFaults(doc);
  const read = csafContentSchema.safeParse(doc);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refusal(`Tệp CSAF sai ở /${issue?.path.join("/") ?? ""}.`);
  }
  return asAdvisory(read.data);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const at = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    throw refusal(`Tệp không phải JSON${at ? `, hỏng ở ký tự thứ ${at}` : ""}.`);
  }
}

/** First the schema, since the standard's tests expect what it promises. */
async function refuseFaults(doc: unknown) {
  for (const checks of [[csaf_2_0], Object.values(mandatory)]) {
    const { isValid, tests } = await validate(checks, doc);
    if (isValid) continue;
    const faults = tests
      .flatMap(({ errors }) => errors)
      .slice(0, SHOWN)
      .map(({ instancePath, message }) => `${instancePath || "/"} (${message ?? "sai"})`);
    throw refusal(`Tệp không đúng chuẩn CSAF 2.0, sai ở: ${faults.join("; ")}.`);
  }
}

function asAdvisory({ document, product_tree, vulnerabilities }: CsafContent) {
  const names = productNames(product_tree);
  return {
    issuer: document.publisher.name.slice(0, 200),
    number: document.tracking.id.slice(0, 60),
    issuedOn: isoDay(new Date(document.tracking.current_release_date)),
    subject: document.title.slice(0, 300),
    csafId: document.tracking.id,
    csafVersion: document.tracking.version,
    items: vulnerabilities.slice(0, ITEMS_LIMIT).map((vulnerability) => ({
      cveId: vulnerability.cve && CVE.test(vulnerability.cve) ? vulnerability.cve : null,
      product: affectedNames(vulnerability, names) || vulnerability.title || document.title,
      severity: severityOf(vulnerability, document.aggregate_severity?.text),
      exploited: (vulnerability.threats ?? []).some(
        ({ category, details }) =>
          category === "exploit_status" && /exploited|khai thác/i.test(details),
      ),
      fix: (vulnerability.remediations ?? [])
        .map(({ details, url }) => (url ? `${details} (${url})` : details))
        .join(" ")
        .slice(0, 1000),
    })),
  };
}

type Tree = NonNullable<CsafContent["product_tree"]>;

function productNames(tree: CsafContent["product_tree"]) {
  const names = new Map<string, string>();
  for (const { product_id, name } of tree?.full_product_names ?? []) names.set(product_id, name);
  for (const { full_product_name } of tree?.relationships ?? []) {
    names.set(full_product_name.product_id, full_product_name.name);
  }
  const walk = (branches: Tree["branches"]) => {
    for (const { product, branches: below } of branches ?? []) {
      if (product) names.set(product.product_id, product.name);
      walk(below);
    }
  };
  walk(tree?.branches);
  return names;
}

function affectedNames(
  { product_status: status }: CsafContent["vulnerabilities"][number],
  names: Map<string, string>,
) {
  const ids = [
    ...(status?.known_affected ?? []),
    ...(status?.first_affected ?? []),
    ...(status?.last_affected ?? []),
  ];
  const all = [...new Set(ids.map((id) => names.get(id) ?? id))];
  return all.join(", ").slice(0, 200);
}

const WORDS: [RegExp, AdvisorySeverity][] = [
  [/critical|nghiêm trọng/i, "critical"],
  [/high|important|cao/i, "high"],
  [/medium|moderate|trung bình/i, "medium"],
  [/low|thấp/i, "low"],
];

function severityOf(
  { scores }: CsafContent["vulnerabilities"][number],
  words = "",
): AdvisorySeverity {
  const all = (scores ?? []).flatMap(({ cvss_v3, cvss_v2 }) => {
    const score = cvss_v3?.baseScore ?? cvss_v2?.baseScore;
    return score === undefined ? [] : [score];
  });
  if (all.length > 0) return severityOfScore(Math.max(...all));
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? "high";
}

const refusal = (message: string) => new Refusal("invalid", message);
