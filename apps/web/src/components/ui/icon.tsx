const PATHS = {
  send: 'M8 13V3M4 7l4-4 4 4',
  stop: 'M4.5 4.5h7v7h-7z',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4 14 14',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5l3 3 6-7',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  chevron: 'M4 6l4 4 4-4',
  forward: 'M6 4l4 4-4 4',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  eyeOff:
    'M2.5 2.5l11 11M6.3 4.1A6 6 0 0 1 8 3.8c4 0 6.2 4.2 6.2 4.2a10 10 0 0 1-1.7 2.2M4 5.3A10 10 0 0 0 1.8 8S4 12.2 8 12.2a6 6 0 0 0 2.6-.6',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  export: 'M8 2.5v7.5M5 7l3 3 3-3M2.5 12.5h11',
  edit: 'M3 13l.6-2.9 7-7a1.3 1.3 0 0 1 1.9 0l.4.4a1.3 1.3 0 0 1 0 1.9l-7 7z',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9M6.8 7v4M9.2 7v4',
  book: 'M8 4.2C6.6 3.2 4.6 3 2.5 3v9.5c2.1 0 4.1.2 5.5 1.2 1.4-1 3.4-1.2 5.5-1.2V3c-2.1 0-4.1.2-5.5 1.2zM8 4.2v9.5',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  upload: 'M8 10.5V3M5 6l3-3 3 3M2.5 12.5h11',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.2M8 5.2h.01',
  warn: 'M8 2.8 14 13H2zM8 6.8v2.8M8 11.3h.01',
  user: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.5-2.6 2.4-4 5-4s4.5 1.4 5 4',
  globe: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 1.7 2.7 3.8 2.7 6S10 12.3 8 14c-2-1.7-2.7-3.8-2.7-6S6 3.7 8 2z',
  theme: 'M8 13.5a5.5 5.5 0 1 0 0-11zM8 2.5v11',
  key: 'M10.5 8.5a3 3 0 1 0-2.8-2L2.5 11.7v1.8h2.3v-1.6h1.6v-1.6h1.5l.9-1',
  out: 'M6.5 2.5h-3v11h3M10 5l3 3-3 3M13 8H6.5',
  command: 'M2.5 4.5 6 8l-3.5 3.5M8 12h5.5',
  spark: 'M8 1.5l1.6 4.9L14.5 8l-4.9 1.6L8 14.5l-1.6-4.9L1.5 8l4.9-1.6z',
  pulse: 'M1.5 8.5h3l2-5.5 3 10 2-4.5h3',
  offline: 'M2.5 2.5l11 11M2 6.5a9 9 0 0 1 2.7-1.8M7 4a9 9 0 0 1 7 2.5M4.3 9a5.5 5.5 0 0 1 2.2-1.3M10 8.2c.6.2 1.2.5 1.7.9M8 12h.01',
  like: 'M2.5 7.5h2.5v6H2.5zM5 7.5 7.6 2.5c1 0 1.6.7 1.6 1.6L8.8 6.5h3.6c.8 0 1.3.7 1.1 1.4l-1.1 4.6c-.1.6-.6 1-1.2 1H5',
  dislike: 'M13.5 8.5H11v-6h2.5zM11 8.5l-2.6 5c-1 0-1.6-.7-1.6-1.6l.4-2.4H3.6c-.8 0-1.3-.7-1.1-1.4l1.1-4.6c.1-.6.6-1 1.2-1H11',
} as const;

export type IconName = keyof typeof PATHS;

/** One drawn stroke per icon. Without a label it is decoration and hidden from assistive technology. */
export function Icon({
  name,
  size = 16,
  label,
  className = '',
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly label?: string;
  readonly className?: string;
}) {
  const described = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden.
    <svg
      {...described}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${className}`}
    >
      <path d={PATHS[name]} strokeWidth={name === 'more' ? 2.2 : undefined} />
    </svg>
  );
}
