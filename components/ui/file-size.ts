const figures = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** `840 B`, `12 KB`, `3,4 MB` */
export function formatSize(bytes: number) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${figures.format(bytes / 1024 / 1024)} MB`;
}
