/** What the server does with one completion request. */
export type Reply =
  /** `reasoning` is thought before it is said; nothing is said before `after`. */
  | { readonly kind: 'text'; readonly text: string; readonly reasoning?: string; readonly after?: Promise<unknown> }
  /** `arguments` as a string goes out as it is: malformed, or cut. */
  | { readonly kind: 'tools'; readonly text?: string; readonly calls: readonly ToolCall[] }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'error'; readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  /** Begins to stream and then breaks the connection. */
  | { readonly kind: 'cut'; readonly text: string }
  /** Begins to stream and then says nothing more. */
  | { readonly kind: 'stalled'; readonly text: string }
  /** Takes the request and never replies. */
  | { readonly kind: 'silence' }
  /** A web page, as any other server gives. */
  | { readonly kind: 'page' }
  /** Bytes as they are. */
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string };

export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>> | string;
}

export const text = (words: string): Reply => ({ kind: 'text', text: words });
export const tool = (name: string, args: ToolCall['arguments']): Reply => ({ kind: 'tools', calls: [{ name, arguments: args }] });
export const failure = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  kind: 'error',
  status,
  message,
  headers,
});
