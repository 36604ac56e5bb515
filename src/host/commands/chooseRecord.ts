import { formatCount } from '../../core/text/formatCount';
import type { CommandId } from '../contributions';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { currentMapping } from '../documents/currentMapping';
import type { Services } from '../services';
import type { PreviewRow } from '../../preview/previewState';
import { RecordSearch } from '../extracts/recordSearch';
import type { Choice } from '../messages/questions';
import { chooseFound } from '../messages/questions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { CommandDefinition } from './command';
import { defineCommand } from './command';

/** Chooses the record whose values are shown beside the rules, by the person's name or id, or by its number. */
export const chooseRecord = defineCommand(commandIds.chooseRecord, async (services, args) => {
  const all = await recordsOf(services, args);
  const { extract, records } = all;
  const [, given] = args;
  const number = typeof given === 'number' && Number.isSafeInteger(given) ? given : await askForRecord(services, all);
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
  const mapping = await currentMapping(services, args);
  const look = mappings.look(mapping);
  if (look.kind !== 'read' || look.records === 0)
    throw new UserError(say`No extract is read for this mapping. Choose one above its first line.`);
  return { mapping, extract: look.extract, records: look.records, current: mappings.records.of(look.extract) };
}

type Records = Awaited<ReturnType<typeof recordsOf>>;

async function askForRecord(services: Services, { mapping, extract, records, current }: Records): Promise<number> {
  const search = new RecordSearch(services, extract, mapping.getText());
  try {
    const most = formatCount(records);
    const question = {
      title: `Record of ${fileName(extract)}`,
      placeHolder: `A name or an id, or a number from 1 to ${most}; now record ${formatCount(current)}`,
      none: 'No record has this name, id or number',
    };
    const chosen = await chooseFound(question, (text) => itemsFor(search, text, records));
    return chosen.record;
  } finally {
    await search.close();
  }
}

/** The record of a typed number comes first, because it is available at once. */
async function* itemsFor(search: RecordSearch, text: string, records: number): AsyncGenerator<readonly RecordItem[]> {
  const numbered = isRecord(text, records)
    ? [{ label: `Record ${formatCount(Number(text))}`, record: Number(text) }]
    : [];
  if (numbered.length > 0) yield numbered;
  for await (const rows of search.find(text.trim())) {
    const items = rows.map(itemOf);
    const own = items.find(({ record }) => record === numbered[0]?.record);
    yield own === undefined ? [...numbered, ...items] : [own, ...items.filter((item) => item !== own)];
  }
}

type RecordItem = Choice & { readonly record: number };

/** The label is the number: the editor sorts matches by labels, and keeps items without a match in their order. */
function itemOf({ record, line, id, name }: PreviewRow): RecordItem {
  const description = [name, id, `line ${formatCount(line)}`].filter((text) => text !== '').join(' · ');
  return { label: `Record ${formatCount(record)}`, description, record };
}

function isRecord(text: string, records: number): boolean {
  return /^\s*[0-9]+\s*$/.test(text) && Number(text) >= 1 && Number(text) <= records;
}

function within(number: number, records: number): number {
  return Math.min(Math.max(1, Math.floor(number)), records);
}
