import { formatCount } from '../../core/text/formatCount';
import type { CommandId } from '../contributions';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { currentMapping } from '../documents/currentMapping';
import type { Services } from '../services';
import { askForText } from '../messages/questions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { CommandDefinition } from './command';
import { defineCommand } from './command';

/** Which record's values stand beside the rules: asked for by its number. */
export const chooseRecord = defineCommand(commandIds.chooseRecord, async (services, args) => {
  const { extract, records, current } = await recordsOf(services, args);
  const [, given] = args;
  const number =
    typeof given === 'number' && Number.isSafeInteger(given)
      ? given
      : await askForRecord(fileName(extract), records, current);
  services.mappings.records.choose(extract, within(number, records));
});

export const nextRecord = stepping(commandIds.nextRecord, 1);
export const previousRecord = stepping(commandIds.previousRecord, -1);

function stepping<Id extends CommandId>(id: Id, step: number): CommandDefinition<Id> {
  return defineCommand(id, async (services, args) => {
    const { extract, records, current } = await recordsOf(services, args);
    services.mappings.records.choose(extract, within(current + step, records));
  });
}

async function recordsOf(services: Services, args: readonly unknown[]) {
  const { mappings } = services;
  const look = mappings.look(await currentMapping(services, args));
  if (look.kind !== 'read' || look.records === 0)
    throw new UserError(say`No extract is read for this mapping. Choose one above its first line.`);
  return { extract: look.extract, records: look.records, current: mappings.records.of(look.extract) };
}

async function askForRecord(extract: string, records: number, current: number): Promise<number> {
  const most = formatCount(records);
  const text = await askForText({
    title: `Record of ${extract}`,
    prompt: `Its number, 1 to ${most}: its values stand beside the rules.`,
    value: String(current),
    validate: (value) => (isRecord(value, records) ? undefined : `A whole number from 1 to ${most} is needed.`),
  });
  return Number(text);
}

function isRecord(text: string, records: number): boolean {
  return /^\s*[0-9]+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= records;
}

function within(number: number, records: number): number {
  return Math.min(Math.max(1, Math.floor(number)), records);
}
