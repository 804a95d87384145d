import type { Metadata } from "next";
import { PageNotFound } from "@/components/shell/page-not-found";

export const metadata: Metadata = { title: "Không tìm thấy" };

export default function NotFound() {
  return <PageNotFound />;
}
