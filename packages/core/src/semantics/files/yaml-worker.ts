/** Reading and writing a large layer takes seconds, in which the server would answer nobody: it is done on a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { readLayerYaml } from './read-layer-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { writeLayerYaml } from './write-layer-yaml.ts';
import type { YamlTask } from './yaml-thread.ts';

// Whoever starts this is yaml-thread.ts and passes nothing else.
const task = workerData as YamlTask;
parentPort?.postMessage(resultOf());

function resultOf(): unknown {
  switch (task.kind) {
    case 'read':
      return readLayerYaml(task.text);
    case 'readPlain':
      return readPlainYaml(task.text);
    case 'write':
      return writeLayerYaml(task.content);
  }
}
