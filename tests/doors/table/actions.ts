import type { ActionRow } from "../walk/rows";

/**
 * Every server action and who gets past its right. `may`: on a thing of nobody's or of another unit;
 * `own` and `other`: on one of the asker's own unit and of another's. Whoever is not named is refused
 * as if it were not there. `unseen`: holds the right, but the walk has no thing in the state it takes.
 * `on`: which thing a field names, where the field's name does not say it; null: a new id.
 */
export const actions: Record<string, Record<string, ActionRow>> = {
  "change-password/actions": {
    changeTemporaryPasswordAction: {
      public: "a session that waits for a new password; others are led on",
    },
  },
  "invite/[token]/actions": {
    acceptInvitationAction: { public: "whoever holds the link; identity/invitations.db.test.ts" },
  },
  "second-factor/actions": {
    completeSignInAction: { public: "a session that waits for its code; others are led on" },
  },
  "sign-in/actions": {
    signOutAction: { never: "ends the session it is called with; walked last, by itself" },
    signInAction: {
      public: "the form that everybody may send; its pace is tested in identity/sign-in.db.test.ts",
    },
  },
  "admin/audit/actions": {
    verifyTrailAction: { may: "admin leader" },
  },
  "admin/deadlines/actions": {
    createDeadlineRuleAction: { may: "admin" },
    saveDeadlineRuleAction: { may: "admin", on: { ruleId: "deadlineRuleId" } },
    deleteDeadlineRuleAction: { may: "admin", on: { ruleId: "deadlineRuleId" } },
  },
  "admin/groups/actions": {
    createGroupAction: { may: "admin" },
    updateGroupAction: { may: "admin" },
    deleteGroupAction: { may: "admin" },
  },
  "admin/holidays/actions": {
    createHolidayAction: { may: "admin" },
    saveHolidayAction: { may: "admin" },
    deleteHolidayAction: { may: "admin" },
  },
  "admin/incident-rules/actions": {
    createIncidentRuleAction: { may: "admin" },
    saveIncidentRuleAction: { may: "admin", on: { ruleId: "incidentRuleId" } },
    deleteIncidentRuleAction: { may: "admin", on: { ruleId: "incidentRuleId" } },
    createTaskTemplateAction: { may: "admin" },
    deleteTaskTemplateAction: { may: "admin", on: { templateId: "taskTemplateId" } },
    addDeskAction: { may: "admin" },
    removeDeskAction: { may: "admin", on: { unitId: "deskUnitId" } },
  },
  "admin/kinds/actions": {
    createKindAction: { may: "admin" },
    updateKindAction: { may: "admin", on: { code: "kindCode" } },
  },
  "admin/delivery/actions": {
    addGatewayAction: { may: "admin", sent: { url: "https://cong.example.vn/gui" } },
    updateGatewayAction: {
      never: "the demo has no gateway; tests/notifications refuse the others",
      sent: { url: "https://cong.example.vn/gui" },
    },
    testGatewayAction: { never: "the demo has no gateway; tests/notifications refuse the others" },
    pauseChannelAction: { may: "admin" },
    resumeChannelAction: { may: "admin" },
    retryDeliveryAction: { never: "the demo sends nothing; tests/notifications refuse the others" },
  },
  "admin/ladders/escalation-actions": {
    addEscalationLadderAction: { may: "admin", sent: { kinds: ["incident.report"] } },
    updateEscalationLadderAction: {
      may: "admin",
      on: { ladderId: "escalationLadderId" },
      sent: { kinds: ["incident.report"] },
    },
    addEscalationStepAction: { may: "admin", on: { ladderId: "escalationLadderId" } },
    updateEscalationStepAction: { may: "admin", on: { stepId: "escalationStepId" } },
  },
  "admin/ladders/actions": {
    createLadderAction: { may: "admin" },
    updateLadderAction: { may: "admin" },
    setDefaultLadderAction: { may: "admin" },
    addRuleAction: { may: "admin" },
    updateRuleAction: { may: "admin", on: { ruleId: "ladderRuleId" } },
  },
  "admin/people/actions": {
    invitePersonAction: { may: "admin" },
    renewInvitationAction: { may: "admin", on: { personId: "accountId" } },
    revokeInvitationAction: { may: "admin", on: { personId: "accountId" } },
    createPersonAction: { may: "admin" },
    resetPasswordAction: { may: "admin", on: { personId: "accountId" } },
    updatePersonAction: { may: "admin", on: { personId: "accountId" } },
    disablePersonAction: { may: "admin", on: { personId: "accountId" } },
    enablePersonAction: { may: "admin", on: { personId: "accountId" } },
  },
  "admin/reorganisation/actions": {
    reorganiseAction: { may: "admin", form: {} },
    undoReorganisationAction: { may: "admin" },
  },
  "admin/templates/actions": {
    createTemplateAction: { may: "admin" },
    saveTemplateAction: { may: "admin", on: { templateId: "campaignTemplateId" } },
    deleteTemplateAction: { may: "admin", on: { templateId: "campaignTemplateId" } },
  },
  "admin/units/actions": {
    createUnitAction: { may: "admin", on: { kindCode: "kindCode" } },
    updateUnitAction: { may: "admin", on: { kindCode: "kindCode" } },
    closeUnitAction: { may: "admin", sent: { validTo: "2030-12-30" } },
    reopenUnitAction: { may: "admin" },
  },
  "advisories/actions": {
    createAdvisoryAction: {
      may: "leader officer",
      on: { advisoryId: null },
      sent: { file: undefined },
    },
    saveAdvisoryAction: { may: "leader officer", on: { advisoryId: "draftAdvisoryId" } },
    discardAdvisoryAction: { may: "leader officer", on: { advisoryId: "draftAdvisoryId" } },
    answerAction: { may: "police lead staff telco" },
    notApplicableAction: { may: "police lead staff telco" },
    acceptRiskAction: { may: "police lead telco" },
    nameOwnerAction: {
      own: "police lead telco",
      other: "leader officer",
      on: { unitId: "handledUnitId" },
    },
    reviewAction: { may: "leader officer", on: { unitId: "handledUnitId" } },
    sendBackAction: { may: "leader officer", on: { unitId: "handledUnitId" } },
    loadCatalogueAction: { may: "leader officer" },
  },
  "awareness/actions": {
    recordActivityAction: { may: "leader officer police lead staff telco", sent: { times: "1" } },
    repeatActivityAction: { own: "police lead staff telco", other: "" },
    correctActivityAction: { own: "police lead staff telco", other: "", sent: { times: "1" } },
    removeActivityAction: { own: "police lead staff telco", other: "" },
    statePopulationsAction: { may: "admin leader officer" },
  },
  "awareness/messages/actions": {
    createMessageAction: { may: "leader officer", sent: { summary: "Thử cửa, một câu tóm tắt" } },
    saveMessageAction: { may: "leader officer", sent: { summary: "Thử cửa, một câu tóm tắt" } },
    announceMessageAction: { may: "leader officer" },
    retireMessageAction: { may: "leader officer" },
  },
  "campaigns/[id]/review/actions": {
    giveReasonAction: { may: "leader officer", on: { subjectId: "lateAssignmentId" } },
  },
  "campaigns/actions": {
    createCampaignAction: { may: "leader officer" },
    cloneCampaignAction: { may: "leader officer" },
    saveCampaignAction: { may: "leader officer", on: { campaignId: "draftCampaignId" } },
    openCampaignAction: { may: "leader officer", on: { campaignId: "draftCampaignId" } },
    closeCampaignAction: { may: "leader officer" },
    reopenCampaignAction: { may: "leader officer", on: { campaignId: "closedCampaignId" } },
    discardCampaignAction: { may: "leader officer", on: { campaignId: "draftCampaignId" } },
    recordLessonAction: { may: "leader officer" },
    removeLessonAction: { may: "leader officer" },
  },
  "complaints/actions": {
    addComplaintAction: {
      may: "leader officer police lead staff",
      on: { complaintId: null, telcoId: "telcoUnitId" },
    },
    verifyComplaintAction: { own: "telco", other: "" },
    handleComplaintAction: { own: "telco", other: "", sent: { step: "blocked_one_way" } },
    rejectComplaintAction: { own: "telco", other: "" },
    passComplaintAction: { own: "telco", other: "" },
    routeComplaintAction: { own: "telco", other: "", on: { telcoId: "telcoUnitId" } },
    reopenComplaintAction: { own: "telco", other: "leader officer police" },
    revealComplainantAction: { own: "telco", other: "" },
    saveComplaintSettingAction: { may: "leader officer" },
  },
  "complaints/import/actions": {
    uploadImportAction: { may: "telco", on: { importId: null } },
    matchColumnsAction: {
      own: "telco",
      other: "",
      sent: { source: "1", content: "2", text: undefined },
    },
    takeImportAction: { own: "telco", other: "" },
    undoImportAction: { own: "telco", other: "" },
    discardImportAction: { own: "telco", other: "" },
  },
  "complaints/infrastructure/actions": {
    fileInfrastructureAction: { may: "telco" },
    reportOutageAction: { may: "telco", on: { outageId: null } },
    endOutageAction: { own: "police lead staff telco", other: "" },
  },
  "complaints/periods/actions": {
    askForReportsAction: { may: "leader officer" },
    sendPeriodReportAction: { own: "telco", other: "", on: { reportId: "periodReportId" } },
    returnPeriodReportAction: { may: "leader officer", on: { reportId: "periodReportId" } },
  },
  "complaints/requests/actions": {
    sendRequestAction: { may: "leader officer police", on: { telcoIds: null } },
    answerRequestAction: { own: "telco", other: "", on: { requestId: "authorityRequestId" } },
  },
  "complaints/sources/actions": {
    warnOfSourceAction: { may: "leader officer police", on: { warningId: null } },
    acknowledgeSourceWarningAction: {
      own: "police lead staff telco",
      other: "",
      on: { warningId: "sourceWarningId" },
    },
  },
  "directives/[id]/actions": {
    saveDraftAction: { may: "leader officer", on: { directiveId: "draftId" } },
    deleteDraftAction: { may: "leader officer", on: { directiveId: "draftId" } },
    issueDirectiveAction: { may: "leader", on: { directiveId: "signingId" } },
    returnDirectiveAction: { may: "leader", on: { directiveId: "signingId" } },
    withdrawDirectiveAction: { may: "leader officer", on: { directiveId: "signingId" } },
    closeDirectiveAction: { may: "leader officer" },
    placeDirectiveAction: { may: "leader officer" },
    attachSignedFileAction: { may: "leader officer", sent: { file: "pdf" } },
    acknowledgeAction: { own: "police lead staff telco", other: "" },
    remindUnitsAction: { may: "leader officer", on: { unitIds: "calledUnitId" } },
    recallDirectiveAction: { may: "leader officer" },
    answerRecallAction: {
      own: "police lead staff telco",
      other: "",
      on: { directiveId: "recalledId" },
    },
    draftReplacementAction: { may: "leader officer" },
    returnReceiptAction: {
      own: "police lead telco",
      other: "",
      on: { directiveId: "untouchedId" },
    },
    decideReturnAction: { may: "leader officer" },
    askExtensionAction: {
      own: "police lead telco",
      other: "",
      on: { assignmentId: "untouchedAssignmentId" },
      sent: { askedUntil: "2030-12-30T08:00" },
    },
    decideExtensionAction: { may: "leader officer" },
    askQuestionAction: { own: "police lead staff telco", other: "" },
    replyAction: { own: "police lead staff telco", other: "leader officer" },
    shareQuestionAction: { may: "leader officer" },
    linkDocumentAction: { own: "police lead staff telco", other: "", sent: { file: undefined } },
    unlinkDocumentAction: { own: "police lead staff telco", other: "" },
    filePeriodicAction: { own: "police lead staff telco", other: "" },
  },
  "directives/[id]/assignments/[assignmentId]/actions": {
    reportProgressAction: { own: "police lead staff telco", other: "" },
    assignPersonAction: { own: "police lead telco", other: "", on: { assigneeId: "accountId" } },
    acceptResultAction: { may: "leader officer" },
    sendBackResultAction: { may: "leader officer" },
  },
  "directives/[id]/calls/actions": {
    recordCallAction: { may: "leader officer", on: { unitId: "calledUnitId" } },
    noteCallAction: { may: "officer" },
    chooseLadderAction: { may: "leader officer" },
  },
  "directives/actions": {
    readSourceAction: { may: "leader officer", form: { text: "Thử cửa" } },
    createDraftAction: { may: "leader officer" },
  },
  "duty/coverage/rules/actions": {
    saveDutyPolicyAction: { may: "leader officer" },
  },
  "duty/feed-actions": {
    createFeedAction: { may: "police lead staff telco" },
    revokeFeedAction: { own: "police lead telco", other: "" },
  },
  "duty/people/actions": {
    addDutyPersonAction: { may: "leader officer police lead telco" },
    updateDutyPersonAction: {
      own: "police lead telco",
      other: "",
      on: { personId: "dutyPersonId" },
    },
    removeDutyPersonAction: {
      own: "police lead telco",
      other: "",
      on: { personId: "dutyPersonId" },
    },
    addAbsenceAction: { own: "police lead telco", other: "", on: { personId: "dutyPersonId" } },
    removeAbsenceAction: { own: "police lead telco", other: "", on: { personId: "dutyPersonId" } },
    saveUnitRuleAction: { may: "leader officer police lead telco" },
  },
  "duty/reports/actions": {
    fileQuickReportAction: {
      own: "police lead staff telco",
      other: "",
      on: { reportId: "quickReportId" },
    },
    saveReportTimesAction: { may: "leader officer", sent: { times: "07:00" } },
  },
  "duty/rosters/actions": {
    createRosterAction: {
      may: "leader officer police lead telco",
      on: { campaignId: "draftCampaignId" },
    },
    submitRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
    withdrawRosterAction: {
      own: "police lead telco",
      other: "",
      on: { rosterId: "submittedRosterId" },
    },
    returnRosterAction: { may: "leader officer", on: { rosterId: "submittedRosterId" } },
    publishRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
    discardRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
    fillRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
    clearRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
    addShiftAction: {
      own: "police lead telco",
      other: "",
      on: { rosterId: "draftRosterId", personId: "dutyPersonId" },
    },
    reassignShiftAction: { own: "police lead telco", other: "", on: { personId: "dutyPersonId" } },
    removeShiftAction: { own: "police lead telco", other: "" },
    importRosterAction: { own: "police lead telco", other: "", on: { rosterId: "draftRosterId" } },
  },
  "duty/swap-actions": {
    askSwapAction: {
      own: "police lead telco",
      other: "",
      on: { toPersonId: "dutyPersonId" },
    },
    consentSwapAction: { own: "police lead telco", other: "" },
    approveSwapAction: { own: "police lead telco", other: "", on: { swapId: "consentedSwapId" } },
    endSwapAction: { own: "police lead telco", other: "" },
  },
  "duty/watch-actions": {
    checkInAction: { own: "police lead telco", other: "" },
    writeLogAction: { own: "police lead telco", other: "" },
    handOverAction: { own: "police lead telco", other: "" },
    signHandoverAction: { own: "police lead staff telco", other: "" },
  },
  "incidents/[id]/actions": {
    tickStepAction: {
      own: "police lead staff",
      other: "leader officer",
      sent: { step: "call" },
    },
    addEntryAction: { own: "police lead staff", other: "leader officer" },
    linkLogAction: { own: "police lead staff", other: "leader officer" },
    takeIncidentAction: { own: "police lead", other: "leader officer" },
    assignIncidentAction: {
      own: "police",
      other: "leader officer",
      on: { handlerUnitId: "unitId" },
    },
    classifyIncidentAction: { own: "police", other: "leader officer" },
    moveIncidentAction: { own: "police", other: "leader officer" },
    escalateIncidentAction: { own: "police lead staff", other: "leader officer" },
    mergeIncidentAction: { own: "police", other: "leader officer", on: { into: "incidentCode" } },
    addTaskAction: { own: "police", other: "leader officer" },
    finishTaskAction: { own: "police lead staff", other: "leader officer" },
    assignTaskAction: { own: "police", other: "leader officer" },
    addEvidenceAction: { own: "police lead staff", other: "leader officer" },
    handOverEvidenceAction: { own: "police", other: "leader officer" },
    addIndicatorsAction: { own: "police lead staff", other: "leader officer" },
    addSystemAction: { own: "police lead staff", other: "leader officer" },
    removeSystemAction: {
      own: "police lead staff",
      other: "leader officer",
      on: { systemId: "incidentSystemId" },
    },
    meetDeadlineAction: { own: "police", other: "leader officer" },
    recordReceiptAction: {
      own: "police",
      other: "leader officer",
      on: { evidenceIds: "evidenceId" },
    },
  },
  "incidents/[id]/reports/actions": {
    sendReportAction: {
      own: "police lead staff",
      other: "leader officer",
      sent: { content: undefined },
    },
  },
  "incidents/actions": {
    reportIncidentAction: {
      may: "leader officer police lead staff telco",
      on: { incidentId: null },
    },
  },
  "incidents/drills/actions": {
    createDrillAction: { may: "leader officer" },
    addInjectAction: { may: "leader officer", on: { unitIds: "unitId" } },
    removeInjectAction: { may: "leader officer" },
    startDrillAction: { may: "leader officer" },
    endDrillAction: { may: "leader officer" },
    seeInjectAction: { own: "police lead staff telco", other: "" },
  },
  "incidents/warnings/actions": {
    warnUnitsAction: { own: "police", other: "leader officer", on: { unitIds: "unitId" } },
    acknowledgeWarningAction: { own: "police lead staff telco", other: "" },
  },
  "inventory/actions": {
    saveInventoryAction: { own: "police lead staff telco", other: "" },
    addUnitSystemAction: { may: "police lead staff telco", on: { systemId: null } },
    editUnitSystemAction: { own: "police lead staff telco", other: "" },
    retireUnitSystemAction: { own: "police lead staff telco", other: "" },
    addProductAction: { may: "leader officer" },
    retireProductAction: { may: "leader officer" },
  },
  "notice-actions": {
    dismissReminderAction: { own: "police lead staff telco", other: "" },
    dismissNoticeAction: { own: "police lead staff telco", other: "" },
  },
  "profile/notices/actions": {
    chooseNoticesAction: { may: "all", sent: { emailAddress: "thu@example.vn" } },
    sendTestNoticeAction: { may: "all" },
    rememberBrowserAction: {
      never: "a browser's own address and keys; tests/notifications hold it",
      sent: { endpoint: "https://push.example.vn/x", p256dh: "a".repeat(87), auth: "a".repeat(22) },
    },
    forgetOwnBrowserAction: { never: "the demo knows nobody's browser" },
  },
  "profile/actions": {
    revokeOtherSessionsAction: { may: "all" },
    changePasswordAction: { may: "all" },
    revokeSessionAction: { own: "police lead staff telco", other: "" },
    beginEnrolmentAction: { may: "all" },
    confirmEnrolmentAction: { may: "all", sent: { code: "123456" } },
    renewRecoveryCodesAction: { may: "all" },
    disableSecondFactorAction: { may: "all" },
  },
  "reports/actions": {
    buildSynthesisAction: { may: "leader officer" },
    saveSynthesisAction: { may: "leader officer" },
    recountSynthesisAction: { may: "leader officer" },
    submitSynthesisAction: { may: "officer" },
    signSynthesisAction: { may: "leader" },
  },
  "search/actions": {
    saveFilterAction: { may: "all" },
    renameFilterAction: { own: "police lead staff telco", other: "" },
    deleteFilterAction: { own: "police lead staff telco", other: "" },
  },
  "sweeps/actions": {
    openSweepAction: { may: "leader officer", on: { roundId: null } },
    fileSweepAction: { may: "police lead staff telco" },
  },
  "admin/people/import/actions": {
    importPeopleAction: { may: "admin", form: { intent: "preview" } },
  },
  "admin/units/import/actions": {
    importUnitsAction: { may: "admin", form: { intent: "preview" } },
  },
  "theme-action": {
    setThemeAction: { public: "keeps light or dark in a cookie of this browser" },
  },
};
