import {
  AppError,
  because,
  MAX_LAYER_FILE_BYTES,
  type UploadedFile,
  type UploadedText,
  uploadedFile,
  uploadedText,
} from '@majed-vanna/contract';
import { fileTooLarge } from '@majed-vanna/core';
import type { Request, RequestHandler } from 'express';
import { permittedActor } from '../permission.ts';
import type { Services } from '../services.ts';
import { authenticated, bearerToken } from './context.ts';

export const SETUP_CODE_HEADER = 'x-setup-code';

/** A refused body is read on for this long: browsers only look at an answer once they have sent theirs. */
const PATIENCE_MS = 30_000;

/** Takes one file as the raw body and streams it to the upload store: memory stays flat, the cap holds at the byte. */
export function uploadsRoute(services: Pick<Services, 'auth' | 'setup' | 'uploads'>, maxBytes: number): RequestHandler {
  return async (request, response) => {
    try {
      const isText = request.query.purpose === 'text';
      await (isText ? authoriseText(services, request) : authorise(services, request));
      response.json((isText ? uploadedText : uploadedFile).parse(await store(request, isText)));
    } catch (error) {
      discardRest(request);
      throw error;
    }
  };

  function store(request: Request, isText: boolean): Promise<UploadedFile | UploadedText> {
    const limit = isText ? MAX_LAYER_FILE_BYTES : maxBytes;
    const { fileName } = request.query;
    if (typeof fileName !== 'string' || fileName.trim() === '' || fileName.length > 255) {
      throw AppError.because('invalid_input', because('file_name_unusable'));
    }
    if (request.is('multipart/form-data')) throw AppError.because('invalid_input', because('upload_as_form'));
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      throw fileTooLarge(limit);
    }
    // A reader that gives up must not take the connection down: the answer still has to go over it.
    const stream = request.iterator({ destroyOnReturn: false });
    return isText
      ? services.uploads.saveText(fileName, stream, { maxBytes: limit })
      : services.uploads.save(fileName, stream, { maxBytes });
  }
}

function discardRest(request: Request): void {
  request.resume();
  const timer = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.once('close', () => clearTimeout(timer));
}

/** Whoever holds the set-up code may upload until set-up is complete; afterwards, whoever may change data sources. */
async function authorise({ auth, setup }: Pick<Services, 'auth' | 'setup'>, request: Request): Promise<void> {
  const code = request.headers[SETUP_CODE_HEADER];
  if (typeof code === 'string') return setup.verifyCode(code);
  const token = bearerToken(request);
  await permittedActor({ authenticate: () => authenticated({ auth }, token) }, 'dataSource.write');
}

/** Texts belong to the semantic layer. */
async function authoriseText({ auth }: Pick<Services, 'auth'>, request: Request): Promise<void> {
  const token = bearerToken(request);
  await permittedActor({ authenticate: () => authenticated({ auth }, token) }, 'semanticLayer.write');
}
