import { commands } from 'vscode';
import type { CommandId } from '../../contributions';
import { commandIds, viewIds } from '../../contributions';
import { choose } from '../../messages/questions';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';
import { noteShown } from '../../views/shownRows';
import { runElement } from '../../../views/runTree';
import type { RunAbility } from '../../../views/runElement';

const WAYS: readonly (readonly [RunAbility, CommandId, string])[] = [
  ['pause', commandIds.pauseRun, 'debug-pause'],
  ['resume', commandIds.resumeRun, 'debug-continue'],
  ['cancel', commandIds.cancelRun, 'debug-stop'],
  ['show', commandIds.showRunPlan, 'output'],
];

/** Asks what to do with a current or paused run; the status bar calls it. */
export const controlRun = defineCommand(commandIds.controlRun, async (services, args) => {
  const { titles } = services;
  const title = titles.of(commandIds.controlRun);
  const run = await runArgument(services, args, title, ({ can }) => can.includes('pause') || can.includes('resume'));
  const show = { label: 'Show in Runs', icon: 'list-tree', command: undefined };
  const ways = WAYS.filter(([ability]) => run.can.includes(ability)).map(([, command, icon]) => ({
    label: titles.of(command),
    icon,
    command,
  }));
  const { command } = await choose([...ways, show], { title: run.extract, placeHolder: run.state.words });
  if (command === undefined) await commands.executeCommand(`${viewIds.runs}.focus`);
  else await commands.executeCommand(command, ...noteShown([runElement(run)]));
});
