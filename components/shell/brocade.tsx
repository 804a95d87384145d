/** A band of woven lozenges, as on the cloth of Lạng Sơn. Decoration only. */
export function Brocade({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <defs>
        <pattern id="brocade" width="56" height="56" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="currentColor" strokeWidth="1.5">
            <path d="M28 4 52 28 28 52 4 28Z" />
            <path d="M28 14 42 28 28 42 14 28Z" />
            <path d="M0 18 10 28 0 38M56 18 46 28 56 38M18 0 28 10 38 0M18 56 28 46 38 56" />
          </g>
          <path d="M28 23 33 28 28 33 23 28Z" fill="#f29ab8" fillOpacity=".45" />
        </pattern>
        <linearGradient id="brocade-fade" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#000" />
          <stop offset="1" stopColor="#fff" />
        </linearGradient>
        <mask id="brocade-mask">
          <rect width="100%" height="100%" fill="url(#brocade-fade)" />
        </mask>
      </defs>
      <rect width="100%" height="100%" fill="url(#brocade)" mask="url(#brocade-mask)" />
    </svg>
  );
}
