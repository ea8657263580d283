/** What the console shows once the server listens. */
export function banner({ url, setupCode }: { url: string; setupCode: string | null }): string {
  const lines = ['', `  Majed Vanna is running at ${url}`, ''];
  if (setupCode !== null)
    lines.push('  It is not set up yet. Open the address in a browser and enter this code:', '', `      ${setupCode}`, '');
  lines.push('  Press Ctrl-C to stop.', '');
  return lines.join('\n');
}

/** The address a person on this machine types. */
export function browserUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
