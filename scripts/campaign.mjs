// Sends plans over a network that cannot be trusted, and holds what is said of them against what the server has received.
//   npm run campaign [-- --runs 2000] [--seed 1000001]
// Prints seeds and counts. A seed that breaks a promise is printed with what it breaks; run it alone with --runs 1 --seed SEED.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../test/vscode/projectRoot.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1000001' } },
});
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'system', 'test/contract/sending/campaign.test.ts'],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, CAMPAIGN_RUNS: values.runs, CAMPAIGN_SEED: values.seed },
  },
);
process.exit(status ?? 1);
