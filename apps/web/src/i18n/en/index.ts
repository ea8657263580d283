import { answer } from './answer.ts';
import { chat } from './chat.ts';
import { errors } from './errors.ts';
import { keys } from './keys.ts';
import { models } from './models.ts';
import { monitor } from './monitor.ts';
import { receipt } from './receipt.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

export const en = { answer, chat, errors, keys, models, monitor, receipt, session, setup, shell };
