import type { DataSourceSummary, EvaluationRunId, EvaluationSetRef } from '@majed-vanna/contract';
import { COMMAND_LINE, explain, withServices } from '../command/on-command-line.ts';
import type { Services } from '../services.ts';
import { type EvaluateConsole, SCORED_TOO_LOW } from './evaluate-console.ts';
import { type EvaluateFlags, parseEvaluateFlags, USAGE } from './evaluate-flags.ts';
import { evaluateFolder } from './evaluate-folder.ts';
import { comparisonText, evaluationText } from './print-evaluation.ts';

const POLL_MS = 500;

/** Evaluates on the console. @returns the exit code */
export async function runEvaluate(args: readonly string[], console: EvaluateConsole): Promise<number> {
  try {
    const flags = parseEvaluateFlags(args, console.cwd);
    if (flags.help) {
      console.out(USAGE);
      return 0;
    }
    if (flags.folder !== null) return await evaluateFolder(flags.folder, flags, console);
    return await withServices(flags.env, (services) => evaluateSet(services, flags, console));
  } catch (error) {
    console.err(`${explain(error)}\n`);
    return 1;
  }
}

async function evaluateSet(services: Services, flags: EvaluateFlags, console: EvaluateConsole): Promise<number> {
  await services.setup.ensureSampleSetup();
  const source = await chosenSource(services, flags.dataSource);
  const setId = await chosenSet(services, source, flags.set);
  const { evaluations } = services;
  const { runId, baselineId } = await evaluations.start(COMMAND_LINE, {
    dataSourceId: source.id,
    setId,
    engine: flags.engine,
    withChanges: flags.withChanges,
  });
  await watch(services, runId, console);
  const { run, results } = await evaluations.get(COMMAND_LINE, runId);
  if (run.state !== 'finished' || !run.scores) throw new Error(`The evaluation ended as ${run.state}.`);
  const before = flags.against ?? (flags.withChanges ? baselineId : null);
  const comparison = before ? await evaluations.compare(COMMAND_LINE, { before, after: runId }) : null;
  if (flags.json) console.out(`${JSON.stringify({ run, results, comparison }, null, 2)}\n`);
  else console.out(evaluationText(`${run.setName} (${runId})`, run.scores, results) + (comparison ? comparisonText(comparison) : ''));
  const tooLow = (run.scores.accuracy ?? 0) < flags.atLeast;
  return tooLow || (comparison && comparison.nowWrong.length > 0) ? SCORED_TOO_LOW : 0;
}

/** Tells how far it is until it has ended. */
async function watch({ evaluations }: Services, id: EvaluationRunId, console: EvaluateConsole): Promise<void> {
  let over = false;
  const settled = evaluations.settled(id).then(() => {
    over = true;
  });
  for (let told = -1; !over; ) {
    const { run } = await evaluations.get(COMMAND_LINE, id);
    if (run.done !== told) console.err(`${run.done} of ${run.total}\n`);
    told = run.done;
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, POLL_MS))]);
  }
}

async function chosenSource({ dataSources }: Services, name: string | null): Promise<DataSourceSummary> {
  const all = await dataSources.list(COMMAND_LINE);
  const found = name === null ? all.find(({ isDefault }) => isDefault) : all.find((source) => source.name === name);
  if (found) return found;
  throw new Error(
    name === null
      ? 'There is no data source yet.'
      : `There is no data source "${name}". There is: ${all.map((one) => one.name).join(', ')}`,
  );
}

async function chosenSet({ goldenSets }: Services, source: DataSourceSummary, name: string | null): Promise<EvaluationSetRef> {
  const all = await goldenSets.list(COMMAND_LINE, source.id);
  const named = all.filter((set) => set.id !== null);
  const [only] = named.length === 1 ? named : [];
  const found = name === null ? only : all.find((set) => set.name === name);
  if (found) return found.id;
  throw new Error(`Choose a set with --set. There is: ${all.map((one) => one.name).join(', ')}`);
}
