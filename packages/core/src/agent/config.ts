/** Without these, Mastra calls home, and fetches lists of providers. Set before it is loaded; what an administrator set stands. */
const QUIET = { MASTRA_TELEMETRY_DISABLED: '1', MASTRA_OFFLINE: '1', MASTRA_AUTO_REFRESH_PROVIDERS: 'false' } as const;

export function quietLibraries(): void {
  for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value;
}
