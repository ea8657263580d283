import { AppError, type UploadedFile, uploadedFile } from '@majed-vanna/contract';
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
      await authorise(services, request);
      response.json(uploadedFile.parse(await store(request)));
    } catch (error) {
      discardRest(request);
      throw error;
    }
  };

  function store(request: Request): Promise<UploadedFile> {
    const { fileName } = request.query;
    if (typeof fileName !== 'string' || fileName.trim() === '' || fileName.length > 255) {
      throw new AppError('invalid_input', 'The file has no usable name.');
    }
    if (request.is('multipart/form-data')) throw new AppError('invalid_input', 'Send the file itself as the body, not a form.');
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      throw new AppError('too_large', `The file is larger than the limit of ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
        details: { maxBytes },
      });
    }
    // A reader that gives up must not take the connection down: the answer still has to go over it.
    return services.uploads.save(fileName, request.iterator({ destroyOnReturn: false }), { maxBytes });
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
