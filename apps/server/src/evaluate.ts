import { runEvaluate } from './evaluate/run-evaluate.ts';

process.exitCode = await runEvaluate(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
