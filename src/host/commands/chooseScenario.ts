import type { LocalSandbox } from '../../connections/localSandbox';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { commandIds } from '../contributions';
import { choose } from '../messages/questions';
import { relayed, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';

/** Changes the scenario of the sandbox tenant, and starts a tenant if none runs. An argument is the scenario's name. */
export const chooseScenario = defineCommand(commandIds.chooseScenario, async ({ sandbox }, args) => {
  const [name] = args;
  const scenario = typeof name === 'string' ? await named(sandbox, name) : await ask(sandbox);
  const running = await sandbox.start();
  running.sandbox.setScenario(scenario);
  return scenario.name;
});

async function named(sandbox: LocalSandbox, name: string): Promise<Scenario> {
  const all = await sandbox.scenarios();
  const found = all.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  throw new UserError(
    say`There is no scenario of that name. Available: ${relayed(all.map((each) => each.name).join(', '))}.`,
  );
}

async function ask(sandbox: LocalSandbox): Promise<Scenario> {
  const current = sandbox.running?.sandbox.scenario.name;
  const all = await sandbox.scenarios();
  const items = all.map((scenario) => ({
    label: scenario.title,
    detail: scenario.summary,
    scenario,
    ...(scenario.name === current && { description: 'now' }),
  }));
  const chosen = await choose(items, {
    title: current === undefined ? 'Start a Sandbox Tenant in a Scenario' : 'Scenario of the Sandbox Tenant',
    placeHolder: 'How the tenant behaves',
    matchOnDetail: true,
  });
  return chosen.scenario;
}
