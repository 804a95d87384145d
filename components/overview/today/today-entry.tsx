import { WarningItem } from "@/components/incidents/warning-item";
import type { FormAction } from "@/lib/form-state";
import type { TodayItem } from "@/lib/overview/today/queries";
import { AdvisoryRow, SweepRow } from "./advisory-rows";
import { CasesRow, InfrastructureRow, PeriodReportRow, RequestRow } from "./complaint-rows";
import { DirectiveRow } from "./directive-row";
import { HandoverRow, QuickReportRow, RosterRow, SwapRow } from "./duty-rows";
import { IncidentTaskRow, InjectRow, SourceWarningRow } from "./incident-rows";

/** What can be done from the list itself. */
export type TodayActions = Record<
  | "fileQuickReport"
  | "notApplicable"
  | "acknowledgeWarning"
  | "acknowledgeSourceWarning"
  | "finishTask"
  | "consentSwap"
  | "approveSwap"
  | "fileInfrastructure",
  FormAction
>;

type Props = { item: TodayItem; actions: TodayActions };

export function TodayEntry({ item, actions }: Props) {
  switch (item.kind) {
    case "directive":
      return <DirectiveRow task={item.task} />;
    case "quick-report":
      return <QuickReportRow report={item.report} file={actions.fileQuickReport} />;
    case "advisory":
      return <AdvisoryRow advisory={item.advisory} notApplicable={actions.notApplicable} />;
    case "sweep":
      return <SweepRow sweep={item.sweep} />;
    case "warning":
      return <WarningItem receipt={item.receipt} acknowledge={actions.acknowledgeWarning} />;
    case "source-warning":
      return (
        <SourceWarningRow warning={item.warning} acknowledge={actions.acknowledgeSourceWarning} />
      );
    case "inject":
      return <InjectRow inject={item.inject} dueAt={item.dueAt} />;
    case "incident-task":
      return <IncidentTaskRow task={item.task} finish={actions.finishTask} />;
    case "roster":
      return <RosterRow roster={item.roster} />;
    case "handover":
      return <HandoverRow handover={item.handover} />;
    case "swap":
      return <SwapRow swap={item.swap} actions={actions} />;
    case "request":
      return <RequestRow requestId={item.requestId} request={item.request} />;
    case "period-report":
      return <PeriodReportRow report={item.report} />;
    case "cases":
      return <CasesRow cases={item.cases} />;
    case "infrastructure":
      return <InfrastructureRow dueAt={item.dueAt} file={actions.fileInfrastructure} />;
  }
}
