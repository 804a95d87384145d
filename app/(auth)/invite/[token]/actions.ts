"use server";

import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/auth/public-form-action";
import { acceptInvitation } from "@/lib/identity/invitations/commands";
import { acceptInvitationSchema } from "@/lib/identity/invitations/schema";

export const acceptInvitationAction = publicFormAction(
  acceptInvitationSchema,
  async (caller, input) => {
    await acceptInvitation(caller, input);
    redirect("/sign-in?invited=1");
  },
);
