const browsers: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/coc_coc/i, "Cốc Cốc"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iPhone, iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "máy Mac"],
  [/Linux/, "Linux"],
];

/** `Chrome trên Android`, as far as a browser says. */
export function deviceName(userAgent: string) {
  const nameIn = (names: [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = nameIn(browsers) ?? "Trình duyệt";
  const system = nameIn(systems);
  return system ? `${browser} trên ${system}` : browser;
}
