export function SkipLink() {
  return (
    <a
      href="#noi-dung"
      className="sr-only z-50 rounded-md bg-accent px-4 py-2.5 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 print:hidden"
    >
      Bỏ qua đến nội dung
    </a>
  );
}
