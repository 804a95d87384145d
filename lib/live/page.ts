import "server-only";

import { cache } from "react";
import { liveHub } from "./hub";

/** Where this page stands, one answer per request: asked for with the session, before any data. */
export const pagePosition = cache(() => liveHub().position());
