import type { ModelEndpoint } from './model-endpoint.ts';

/** In the words of the AI SDK's provider for servers that speak OpenAI's protocol. */
export interface ModelConnection {
  /** Without query and without a slash at its end. */
  readonly baseURL: string;
  /** Put behind every path, such as Azure's `api-version`. */
  readonly queryParams: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a server is addressed, from what an administrator typed. */
export function modelConnection({ baseUrl, apiKey }: Pick<ModelEndpoint, 'baseUrl' | 'apiKey'>): ModelConnection {
  const url = new URL(baseUrl);
  return {
    baseURL: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    queryParams: Object.fromEntries(url.searchParams),
    headers: apiKey === null ? {} : isAzure(url) ? { 'api-key': apiKey } : { authorization: `Bearer ${apiKey}` },
  };
}

/** A path below the base address, with the address's own query. */
export function addressOf(server: Pick<ModelEndpoint, 'baseUrl' | 'apiKey'>, path: string): string {
  const { baseURL, queryParams } = modelConnection(server);
  const query = new URLSearchParams(queryParams).toString();
  return `${baseURL}${path}${query && `?${query}`}`;
}

/** The deployment that an Azure-style address names; requests for another model go to its own deployment. */
export function deploymentOf(baseUrl: string): string | null {
  const found = /\/deployments\/([^/]+)\/?$/.exec(new URL(baseUrl).pathname)?.[1];
  return found === undefined ? null : decodeURIComponent(found);
}

export function withDeployment(baseUrl: string, deployment: string): string {
  const url = new URL(baseUrl);
  url.pathname = url.pathname.replace(/\/deployments\/[^/]+\/?$/, `/deployments/${encodeURIComponent(deployment)}`);
  return url.href;
}

const AZURE_HOST = /\.(openai\.azure|cognitiveservices\.azure|services\.ai\.azure|azure-api)\.(com|us|cn|net)$/;

/** Azure's gateways take a key in a header of their own. */
function isAzure({ hostname, searchParams }: URL): boolean {
  return AZURE_HOST.test(hostname) || searchParams.has('api-version');
}
