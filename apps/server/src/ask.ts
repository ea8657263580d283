import { runAsk } from './ask/run-ask.ts';

process.exitCode = await runAsk(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: process.stdout.columns ?? 120,
  colours: process.stdout.isTTY === true && process.stdout.hasColors(),
});
