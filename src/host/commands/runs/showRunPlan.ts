import { commandIds } from '../../contributions';
import { showKeptPlan } from '../../sending/showPlan';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Shows the plan of a run, and the answers to its guards. */
export const showRunPlan = defineCommand(commandIds.showRunPlan, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.showRunPlan), ({ can }) =>
    can.includes('show'),
  );
  await showKeptPlan(services, id);
});
