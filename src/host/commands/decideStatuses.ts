import { CancellationError, Range, workspace, WorkspaceEdit } from 'vscode';
import { counted } from '../../core/text/counted';
import { visible } from '../../core/text/visible';
import { statusEdits } from '../../language/mapping/statuses/statusEdits';
import type { OpenStatus, StatusDecision } from '../../language/mapping/statuses/statusQuestion';
import { statusQuestion } from '../../language/mapping/statuses/statusQuestion';
import { commandIds } from '../contributions';
import { currentMapping } from '../documents/currentMapping';
import type { Choice } from '../messages/questions';
import { choose } from '../messages/questions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';

const DECISIONS: readonly (Choice & { readonly decision: StatusDecision })[] = [
  { decision: 'enabled', label: 'Enabled', icon: 'pass', description: 'the account is active' },
  {
    decision: 'disabled',
    label: 'Disabled',
    icon: 'circle-slash',
    description: 'the account is blocked from signing in',
  },
  {
    decision: 'excluded',
    label: 'Exclude',
    icon: 'exclude',
    description: 'not sent: no account is created, and one that exists stays as it is',
  },
];

type Decisions = ReadonlyMap<string, StatusDecision>;

/**
 * Asks for the meaning of each status that the rule for `active` does not decide, or of the given one, and writes the answers into the
 * mapping.
 */
export const decideStatuses = defineCommand(commandIds.decideStatuses, async (services, args) => {
  const document = await currentMapping(services, args);
  const ask = () => {
    const question = statusQuestion(services.mappings.mapping(document));
    if (question === undefined)
      throw new UserError(say`Nothing to decide: the extract of this mapping has no status that its rule leaves open.`);
    return question;
  };
  const { column, statuses } = ask();
  const named = statuses.filter(({ word }) => word === args[1]);
  const decisions = await decisionsOn(named.length > 0 ? named : statuses, `Statuses of [${visible(column, 60)}]`);
  // The text may have changed meanwhile
  const edit = new WorkspaceEdit();
  for (const { span, newText } of statusEdits(services.mappings.mapping(document), ask(), decisions))
    edit.replace(document.uri, new Range(document.positionAt(span.start), document.positionAt(span.end)), newText);
  await workspace.applyEdit(edit);
});

/** @throws {CancellationError} when the user cancels */
async function decisionsOn(statuses: readonly OpenStatus[], title: string): Promise<Decisions> {
  const decisions = new Map<string, StatusDecision>();
  for (const { word, preset } of statuses) if (preset !== undefined) decisions.set(word, preset);
  const [only, ...others] = statuses;
  if (only !== undefined && others.length === 0) return new Map([[only.word, await decisionOn(only, title)]]);
  for (;;) {
    const items = statuses.map((status) => ({ ...statusItem(status, decisions.get(status.word)), status }));
    const write = decisions.size === 0 ? [] : [{ ...writeItem(statuses, decisions), status: undefined }];
    const placeHolder = 'Select a status to decide it, then write the decisions';
    const { status } = await choose([...write, ...items], { title, placeHolder });
    if (status === undefined) return decisions;
    const decision = await unlessCancelled(decisionOn(status, title));
    if (decision !== undefined) decisions.set(status.word, decision);
  }
}

function writeItem({ length }: readonly OpenStatus[], decisions: Decisions): Choice {
  const made = [...decisions.values()];
  const words = (['enabled', 'disabled', 'excluded'] as const).flatMap((decision) => {
    const count = made.filter((one) => one === decision).length;
    return count === 0 ? [] : [`${count} ${decision}`];
  });
  const open = length - decisions.size;
  return {
    label: `Write ${counted(decisions.size, 'decision')}`,
    icon: 'check-all',
    description: [...words, ...(open === 0 ? [] : [`${open} still open`])].join(' · '),
  };
}

function statusItem(status: OpenStatus, decision: StatusDecision | undefined): Choice {
  const look = DECISIONS.find((one) => one.decision === decision);
  return {
    label: labelOf(status),
    icon: look?.icon ?? 'question',
    description: [decision ?? 'not decided', ...factsOf(status)].join(' · '),
  };
}

function factsOf({ records, meant }: OpenStatus): readonly string[] {
  const spelling = meant === undefined ? [] : [`probably "${visible(meant, 40)}", misspelled`];
  return [counted(records, 'record'), ...spelling];
}

async function decisionOn(status: OpenStatus, title: string): Promise<StatusDecision> {
  const { preset } = status;
  const sorted = [...DECISIONS].sort((a, b) => Number(b.decision === preset) - Number(a.decision === preset));
  const placeHolder = `What does ${labelOf(status)} mean for the account? (${factsOf(status).join(', ')})`;
  return (await choose(sorted, { title, placeHolder })).decision;
}

function labelOf({ word }: OpenStatus): string {
  return word === '' ? 'the empty cell' : `"${visible(word, 60)}"`;
}

async function unlessCancelled<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CancellationError) return undefined;
    throw error;
  }
}
