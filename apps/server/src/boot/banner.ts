export interface BannerFacts {
  readonly url: string;
  /** Null once the set-up is over. */
  readonly setupCode: string | null;
  /** Variables that are set and read by no part of this version. */
  readonly withoutEffect: readonly string[];
}

/** What the console shows once the server listens. */
export function banner({ url, setupCode, withoutEffect }: BannerFacts): string {
  const lines = ['', `  Majed Vanna is running at ${url}`, ''];
  if (setupCode !== null)
    lines.push('  It is not set up yet. Open the address in a browser and enter this code:', '', `      ${setupCode}`, '');
  if (withoutEffect.length > 0) lines.push(`  Set, but not used by this version: ${withoutEffect.join(', ')}`, '');
  lines.push('  Press Ctrl-C to stop.', '');
  return lines.join('\n');
}

/** The address a person on this machine types. */
export function browserUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
