import { z } from "zod";

export const dismissNoticeSchema = z.object({ noticeId: z.uuid() });
export type DismissNotice = z.infer<typeof dismissNoticeSchema>;
