import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SoftNavigation } from "@/components/shell/soft-navigation";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Trực an toàn mạng", template: "%s · Trực an toàn mạng" },
  description: "Điều hành an toàn thông tin mạng trong các đợt cao điểm.",
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#151822" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="vi" data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        {children}
        <SoftNavigation />
      </body>
    </html>
  );
}
