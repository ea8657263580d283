/** Nothing typed keeps the stored key, but only for the server that it was saved for; for any other there is then none. */
export function keyToSend(
  { apiKey, baseUrl }: { readonly apiKey: string; readonly baseUrl: string },
  known: { readonly baseUrl: string } | null,
): string | undefined {
  const typed = apiKey.trim();
  if (typed !== '' || !known) return typed;
  return URL.canParse(baseUrl) && new URL(baseUrl).origin === new URL(known.baseUrl).origin ? undefined : '';
}
