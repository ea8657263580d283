import type { UploadedFile } from '@majed-vanna/contract';
import { HttpError } from './api-error.ts';

interface Upload {
  readonly done: Promise<UploadedFile>;
  abort(): void;
}

interface UploadOptions {
  /** What lets the caller in. */
  readonly headers: Readonly<Record<string, string>>;
  /** `text` for what is read and not queried. */
  readonly purpose?: 'text';
  onPercent(percent: number): void;
}

/** Sends one file as it is. XMLHttpRequest, because `fetch` does not report how far an upload is. */
export function uploadFile(file: File, { headers, purpose, onPercent }: UploadOptions): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadedFile>((resolve, reject) => {
    request.open('POST', `/api/uploads?fileName=${encodeURIComponent(file.name)}${purpose ? `&purpose=${purpose}` : ''}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPercent(total === 0 ? 100 : Math.floor((loaded / total) * 100));
    request.onerror = () => reject(new HttpError('network', '', null));
    request.onabort = () => reject(new HttpError('cancelled', '', null));
    request.onload = () => {
      const body: unknown = request.response;
      // The body of a 2xx answer is the contract's UploadedFile, checked by the server's output schema.
      if (request.status >= 200 && request.status < 300) resolve(body as UploadedFile);
      else reject(errorOf(body));
    };
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}

function errorOf(body: unknown): HttpError {
  const error = field(body, 'error') ?? body;
  const message = field(error, 'message');
  const requestId = field(error, 'requestId') ?? field(body, 'requestId');
  return new HttpError(
    field(error, 'code') ?? field(error, 'appCode'),
    typeof message === 'string' ? message : '',
    typeof requestId === 'string' ? requestId : null,
    field(error, 'details'),
  );
}

function field(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && name in value ? Reflect.get(value, name) : undefined;
}
