export function Spinner({ size = 14 }: { readonly size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      className="spin shrink-0"
    >
      <path d="M14 8a6 6 0 1 1-6-6" />
    </svg>
  );
}
