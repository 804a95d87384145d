import type { ReactNode } from "react";

export type Theme = "light" | "dark" | "system";

export type NavItem = {
  href: string;
  label: string;
  /** For the bar at the bottom of a phone, where `label` is too long. */
  shortLabel?: string;
  icon: string;
  /** Things waiting there. */
  count?: number;
  /** Items of one group stand together under its name. */
  group?: string;
};

/** Drawn once, and shown in every list it stands in. */
export type DrawnItem = Omit<NavItem, "icon"> & { icon: ReactNode };

export type ShellUser = {
  fullName: string;
  title: string;
  unitName: string;
  roleLabel: string;
  initials: string;
};

/** A server action that needs no answer. */
export type PlainAction = (form: FormData) => void | Promise<void>;
