import {
  acceptRiskAction,
  answerAction,
  nameOwnerAction,
  notApplicableAction,
  reviewAction,
  sendBackAction,
} from "./actions";

/** All that may be done to one unit's handling. */
export const handlingActions = {
  answer: answerAction,
  notApplicable: notApplicableAction,
  acceptRisk: acceptRiskAction,
  review: reviewAction,
  sendBack: sendBackAction,
  nameOwner: nameOwnerAction,
};
