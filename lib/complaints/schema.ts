import { z } from "zod";
import { parseLocal } from "@/lib/time";
import { SOURCE_LIMIT } from "./sources/schema";

export const channels = ["sms_5656", "line_156", "app", "hotline", "direct", "commune"] as const;
export type Channel = (typeof channels)[number];

export const complaintKinds = [
  "spam_sms",
  "spam_call",
  "scam_sms",
  "scam_call",
  "fake_brandname",
  "fake_station",
] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

export const complaintStates = [
  "new",
  "verifying",
  "handled",
  "rejected",
  "passed",
  "routed",
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What a telco can do to a source, from the mildest on. */
export const sourceSteps = [
  "verified",
  "warned",
  "blocked_one_way",
  "blocked_two_way",
  "terminated",
  "not_in_network",
] as const;
export type SourceStep = (typeof sourceSteps)[number];

export const CONTENT_LIMIT = 2000;

const words = (limit: number) => z.string().trim().max(limit, `Dài nhất ${limit} ký tự.`);

export const localTime = z.string("Chọn ngày giờ.").transform((text, ctx) => {
  const at = parseLocal(text);
  if (at) return at;
  ctx.addIssue({ code: "custom", message: "Ngày giờ chưa đúng." });
  return z.NEVER;
});

export const complainantSchema = z.object({
  name: words(120).default(""),
  phone: words(40).default(""),
  address: words(200).default(""),
});
export type Complainant = z.infer<typeof complainantSchema>;

export const addComplaintSchema = z
  .object({
    /** Made by the form: the same complaint sent twice is one. */
    complaintId: z.uuid(),
    telcoId: z.uuid("Chọn nhà mạng."),
    channel: z.enum(channels, "Chọn kênh tiếp nhận."),
    kind: z.enum(complaintKinds, "Chọn loại phản ánh."),
    source: words(SOURCE_LIMIT).default(""),
    content: words(CONTENT_LIMIT).default(""),
    receivedAt: localTime,
    complainantName: words(120).default(""),
    complainantPhone: words(40).default(""),
    complainantAddress: words(200).default(""),
  })
  .refine(({ kind, source }) => source !== "" || kind === "fake_station", {
    path: ["source"],
    message: "Ghi số, đầu số, tên hoặc địa chỉ bị phản ánh.",
  })
  .refine(({ source, content }) => source !== "" || content !== "", {
    path: ["content"],
    message: "Ghi nội dung phản ánh.",
  });
export type AddComplaint = z.infer<typeof addComplaintSchema>;

/** Which one, as it was on the screen. */
const seen = { complaintId: z.uuid(), version: z.coerce.number().int().min(1) };
const reason = words(1000).min(3, "Ghi lý do, ít nhất 3 ký tự.");

export const verifyComplaintSchema = z.object(seen);
export type VerifyComplaint = z.infer<typeof verifyComplaintSchema>;

export const handleComplaintSchema = z.object({
  ...seen,
  step: z.enum(sourceSteps).exclude(["not_in_network"], "Chọn biện pháp đã làm."),
  takenAt: localTime,
  note: words(1000).default(""),
  /** Only a rung of the ladder, the case goes on; or the case ends with it. */
  outcome: z.enum(["goes_on", "handled"]),
  /** What stops one source answers everyone who complained of it. */
  scope: z.enum(["one", "source"]).default("one"),
});
export type HandleComplaint = z.infer<typeof handleComplaintSchema>;

export const rejectComplaintSchema = z.object({ ...seen, reason });
export type RejectComplaint = z.infer<typeof rejectComplaintSchema>;

export const passComplaintSchema = z.object({ ...seen, reason });
export type PassComplaint = z.infer<typeof passComplaintSchema>;

export const reopenComplaintSchema = z.object({ ...seen, reason });
export type ReopenComplaint = z.infer<typeof reopenComplaintSchema>;

export const routeComplaintSchema = z.object({ ...seen, telcoId: z.uuid("Chọn nhà mạng.") });
export type RouteComplaint = z.infer<typeof routeComplaintSchema>;

export const revealComplainantSchema = z.object({ complaintId: z.uuid() });
export type RevealComplainant = z.infer<typeof revealComplainantSchema>;

export const shows = ["open", "overdue", "done", "all"] as const;

export const complaintFilterSchema = z.object({
  show: z.enum(shows).catch("open"),
  state: z.enum(complaintStates).optional().catch(undefined),
  kind: z.enum(complaintKinds).optional().catch(undefined),
  channel: z.enum(channels).optional().catch(undefined),
  telco: z.uuid().optional().catch(undefined),
  import: z.uuid().optional().catch(undefined),
  /** A source, a code, or a complainant's number. */
  q: z.string().trim().max(200).catch(""),
  /** The last row of the page before: `2025-01-28T10:00:00.000Z_id`. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type ComplaintFilter = z.infer<typeof complaintFilterSchema>;
