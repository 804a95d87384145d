/** A shield that holds a lotus: watch kept over something that must open again in the morning. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <path
        d="M16 2.5 27 6v9.6c0 6.6-4.4 11.4-11 13.9C9.400 27 5 22.200 5 15.600V6L16 2.500Z"
        fill="currentColor"
      />
      <path
        d="M16 8.200c2.300 2.500 3.300 4.900 3.300 7.200 0 2.300-1.100 4.300-3.300 5.900-2.200-1.600-3.300-3.600-3.300-5.900 0-2.300 1-4.700 3.300-7.200Z"
        className="fill-(--mark-petal,#f29ab8)"
      />
      <path
        d="M8.600 13.200c1.500.300 2.700.800 3.500 1.400-.2 2.900.8 5.400 2.900 7.300-4-.1-6.500-3.400-6.400-8.700Zm14.800 0c-1.500.300-2.700.800-3.500 1.400.2 2.900-.8 5.400-2.900 7.300 4-.1 6.500-3.400 6.400-8.700Z"
        className="fill-(--mark-leaf,#fff)"
        fillOpacity=".92"
      />
      <path
        d="M11.500 24.100h9"
        className="stroke-(--mark-leaf,#fff)"
        strokeOpacity=".55"
        strokeWidth="1.400"
        strokeLinecap="round"
      />
    </svg>
  );
}
