import { answer } from './answer.ts';
import { chat } from './chat.ts';
import { errors } from './errors.ts';
import { evaluation } from './evaluation.ts';
import { keys } from './keys.ts';
import { learning } from './learning.ts';
import { memory } from './memory.ts';
import { models } from './models.ts';
import { monitor } from './monitor.ts';
import { myData } from './my-data.ts';
import { receipt } from './receipt.ts';
import { semantics } from './semantics.ts';
import { session } from './session.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { table } from './table.ts';
import { tools } from './tools.ts';

export const ar = {
  answer,
  chat,
  errors,
  evaluation,
  keys,
  learning,
  memory,
  models,
  monitor,
  myData,
  receipt,
  semantics,
  session,
  setup,
  shell,
  table,
  tools,
};
export { reasons } from './reasons.ts';
