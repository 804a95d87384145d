import { maskName, maskNumber } from "../rules";
import { type Complainant, complainantSchema } from "../schema";

export const isAnonymous = ({ name, phone, address }: Complainant) => !name && !phone && !address;

/** As everyone but the handler reads it. */
export const masked = ({ name, phone }: Complainant) => ({
  name: maskName(name),
  phone: phone ? maskNumber(phone) : "",
});

export const inWords = ({ name, phone, address }: Complainant) =>
  [name, phone, address].filter(Boolean).join(" · ") || "Người phản ánh không để lại tên, số.";

export const parseComplainant = (text: string): Complainant =>
  complainantSchema.parse(JSON.parse(text));
