import { AppError, uploadedFile } from '@majed-vanna/contract';
import type { Request, RequestHandler } from 'express';
import { permittedActor } from '../permission.ts';
import type { Services } from '../services.ts';
import { authenticated, bearerToken } from './context.ts';

export const SETUP_CODE_HEADER = 'x-setup-code';

/** Takes one file as the raw body and streams it to the upload store: memory stays flat, the cap holds at the byte. */
export function uploadsRoute(services: Pick<Services, 'auth' | 'setup' | 'uploads'>, maxBytes: number): RequestHandler {
  return async (request, response) => {
    // The rest of a refused body is not read: the connection ends with the answer.
    response.setHeader('Connection', 'close');
    await authorise(services, request);
    const fileName = request.query.fileName;
    if (typeof fileName !== 'string' || fileName.trim() === '' || fileName.length > 255)
      throw new AppError('invalid_input', 'The file has no usable name.');
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      throw new AppError('too_large', `The file is larger than the limit of ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
        details: { maxBytes },
      });
    }
    if (request.is('multipart/form-data')) throw new AppError('invalid_input', 'Send the file itself as the body, not a form.');
    const stored = await services.uploads.save(fileName, request, { maxBytes });
    response.removeHeader('Connection');
    response.json(uploadedFile.parse(stored));
  };
}

/** Whoever holds the set-up code may upload until set-up is complete; afterwards, whoever may change data sources. */
async function authorise({ auth, setup }: Pick<Services, 'auth' | 'setup'>, request: Request): Promise<void> {
  const code = request.headers[SETUP_CODE_HEADER];
  if (typeof code === 'string') return setup.verifyCode(code);
  const token = bearerToken(request);
  await permittedActor({ authenticate: () => authenticated({ auth }, token) }, 'dataSource.write');
}
