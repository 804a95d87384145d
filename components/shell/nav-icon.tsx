import {
  Archive,
  BarChart3,
  Bell,
  Building2,
  CalendarClock,
  CalendarRange,
  Circle,
  ClipboardList,
  FileText,
  History,
  House,
  LayoutGrid,
  Megaphone,
  MessageSquareWarning,
  Radio,
  RadioTower,
  ScrollText,
  Search,
  Settings,
  ShieldAlert,
  Siren,
  UserRound,
  Users,
} from "@/components/ui/icons";

/** Names that plain data may carry. Another picture is another line here. */
const icons = {
  home: House,
  overview: LayoutGrid,
  document: FileText,
  directive: ScrollText,
  campaign: CalendarRange,
  task: ClipboardList,
  duty: CalendarClock,
  incident: Siren,
  advisory: ShieldAlert,
  awareness: Megaphone,
  complaint: MessageSquareWarning,
  telecom: RadioTower,
  signal: Radio,
  report: BarChart3,
  notice: Bell,
  unit: Building2,
  people: Users,
  person: UserRound,
  audit: History,
  archive: Archive,
  settings: Settings,
  search: Search,
};

const pictures = new Map(Object.entries(icons));

export function NavIcon({ name }: { name: string }) {
  const Icon = pictures.get(name) ?? Circle;
  return <Icon aria-hidden className="size-[1.125rem] shrink-0" />;
}
