import { headers } from "next/headers";
import { createElement, Fragment } from "react";
import { pages } from "../pages";

/** The same elements as the page it stands for, from a file: no session, no data, no component. */
export default async function Page() {
  const path = (await headers()).get("x-page") ?? "/";
  return createElement(Fragment, null, ...(pages()[path]?.tree ?? []).map(built));
}

const built = (node) =>
  typeof node === "string" ? node : createElement(node[0], node[1], ...node[2].map(built));
