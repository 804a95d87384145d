import "server-only";

import type { Actor } from "@/lib/auth/actor";
import { readAdvisories } from "../chapters/advisories/queries";
import { advisoriesChapter } from "../chapters/advisories/rules";
import { readAwareness } from "../chapters/awareness/queries";
import { awarenessChapter } from "../chapters/awareness/rules";
import { readComplaints } from "../chapters/complaints/queries";
import { complaintsChapter } from "../chapters/complaints/rules";
import { readDifficulties } from "../chapters/difficulties/queries";
import { difficultiesChapter } from "../chapters/difficulties/rules";
import { readIncidents } from "../chapters/incidents/queries";
import { incidentsChapter } from "../chapters/incidents/rules";
import { readQuickReports } from "../chapters/quick-reports/queries";
import { quickReportsChapter } from "../chapters/quick-reports/rules";
import { chapterOf } from "../chapters/rules";
import type { Chapter, ChapterForm, Reading, Scope } from "../chapters/schema";
import { readSilent } from "../chapters/silent/queries";
import { silentChapter } from "../chapters/silent/rules";
import { readTasks } from "../chapters/tasks/queries";
import { tasksChapter } from "../chapters/tasks/rules";
import { readWatch } from "../chapters/watch/queries";
import { watchChapter } from "../chapters/watch/rules";

type Source = { form: ChapterForm; read: (actor: Actor, scope: Scope) => Promise<Reading> };

/** In the order of the report. What a district comes to count elsewhere is one more line here. */
const sources: Source[] = [
  { form: tasksChapter, read: readTasks },
  { form: silentChapter, read: readSilent },
  { form: watchChapter, read: readWatch },
  { form: quickReportsChapter, read: readQuickReports },
  { form: incidentsChapter, read: readIncidents },
  { form: advisoriesChapter, read: readAdvisories },
  { form: awarenessChapter, read: readAwareness },
  { form: complaintsChapter, read: readComplaints },
  { form: difficultiesChapter, read: readDifficulties },
];

/** All chapters from the units' rows; beside them those figures of an earlier time, when given. */
export async function gatherChapters(actor: Actor, scope: Scope, earlier: Scope | null) {
  const read = async ({ form, read: rowsOf }: Source): Promise<Chapter> => {
    const [reading, before] = await Promise.all([
      rowsOf(actor, scope),
      earlier ? rowsOf(actor, earlier) : null,
    ]);
    const figures = before ? chapterOf(form, before).figures : null;
    return { ...chapterOf(form, reading), earlier: figures };
  };
  return Promise.all(sources.map(read));
}
