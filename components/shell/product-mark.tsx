/** A shield that holds a lotus: watch kept over something that must open again in the morning. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <path
        className="fill-mark"
        d="M16 1.8 28 5.5v10.2c0 7-4.7 12.2-12 14.7C8.7 27.9 4 22.7 4 15.7V5.5L16 1.8Z"
      />
      <path
        fill="#fff"
        fillOpacity=".82"
        d="M6.9 14.6c3.3-.3 6 .6 7.6 2.4 1 1.2 1.5 2.7 1.5 4.4-5.3.4-8.7-2.3-9.1-6.8Zm18.2 0c-3.3-.3-6 .6-7.6 2.4-1 1.2-1.5 2.7-1.5 4.4 5.3.4 8.7-2.3 9.1-6.8Z"
      />
      <path
        fill="#fff"
        d="M9.3 10.6c3 .8 5 2.5 6 4.9.7 1.7.9 3.7.7 5.9-4.6-1.7-7-5.5-6.7-10.8Zm13.4 0c-3 .8-5 2.5-6 4.9-.7 1.7-.9 3.7-.7 5.9 4.6-1.7 7-5.5 6.7-10.8Z"
      />
      <path
        fill="#f29ab8"
        d="M16 7.6c2.6 2.6 3.8 5.1 3.8 7.5 0 2.5-1.3 4.6-3.8 6.3-2.5-1.7-3.8-3.8-3.8-6.3 0-2.4 1.2-4.9 3.8-7.5Z"
      />
      <path
        stroke="#fff"
        strokeOpacity=".6"
        strokeWidth="1.3"
        strokeLinecap="round"
        d="M11.6 24.4h8.8"
      />
    </svg>
  );
}
