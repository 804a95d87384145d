const browsers: [sign: RegExp, name: string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/coc_coc|CocCoc/i, "Cốc Cốc"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
];

const systems: [sign: RegExp, name: string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "máy Mac"],
  [/Linux|X11/, "Linux"],
];

/** `Chrome trên Windows`, as well as the browser tells. */
export function deviceLabel(userAgent: string) {
  const browser = browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? "Trình duyệt khác";
  const system = systems.find(([sign]) => sign.test(userAgent))?.[1];
  return system ? `${browser} trên ${system}` : browser;
}
