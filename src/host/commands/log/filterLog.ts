import type { ConnectionLog } from '../../../connections/log/connectionLog';
import type { LogFilter } from '../../../core/logs/list/logFilter';
import { describeFilter } from '../../../core/logs/list/logFilter';
import { parseInstant } from '../../../core/logs/instant';
import { LOG_ACTIONS, LOG_STATUSES } from '../../../core/logs/logEntry';
import { commandIds } from '../../contributions';
import { shownTime } from '../../shownTime';
import type { Choice } from '../../messages/questions';
import { askForText, choose } from '../../messages/questions';
import { defineCommand } from '../command';
import { filterArgument } from './filterArgument';
import { LOCAL_TIME, localInstant } from './localInstant';

/**
 * Asks which entries of the log to show, one condition after the other. The service applies the conditions that it supports. Returns the
 * number of shown entries.
 */
export const filterLog = defineCommand(commandIds.filterLog, async ({ log }, [given]) => {
  const { log: current } = await log();
  const wanted = filterArgument(given) ?? (await askFor(current.book.filter));
  return narrowed(current, wanted);
});

export const clearLogFilter = defineCommand(commandIds.clearLogFilter, async ({ log }) => {
  const { log: current } = await log();
  return narrowed(current, {});
});

async function narrowed(log: ConnectionLog, filter: LogFilter): Promise<number> {
  const reading = log.narrow(filter);
  // Following never ends by itself
  if (!log.follows) await reading;
  return log.book.shown;
}

const TITLE = 'Filter the Provisioning Log';

interface Wish extends Choice {
  readonly ask: (filter: LogFilter) => Promise<LogFilter>;
}

async function askFor(filter: LogFilter): Promise<LogFilter> {
  const now = describeFilter(filter, (at) => shownTime(at));
  const { ask } = await choose(wishes(filter), {
    title: TITLE,
    placeHolder: now === '' ? 'All entries are shown' : `Now: ${now}`,
  });
  return ask(filter);
}

function wishes(filter: LogFilter): readonly Wish[] {
  const { since, until, person, name, code, actions = [], statuses = [] } = filter;
  const times = describeFilter({ ...(since && { since }), ...(until && { until }) }, (at) => shownTime(at));
  return [
    wish('Failures only', 'error', '', (before) => Promise.resolve({ ...before, statuses: ['failure'] })),
    wish('Time…', 'clock', times, askForTime),
    wish('Action…', 'edit', actions.join(', '), async (before) => ({
      ...before,
      actions: await chooseSome('Action', LOG_ACTIONS, actions),
    })),
    wish('Status…', 'pass', statuses.join(', '), async (before) => ({
      ...before,
      statuses: await chooseSome('Status', LOG_STATUSES, statuses),
    })),
    wish('Person by id…', 'person', person ?? '', (before) => askText(before, 'person', 'Id as it was sent, whole')),
    wish('Person by name…', 'account', name ?? '', (before) => askText(before, 'name', 'Part of the name')),
    wish('Code…', 'symbol-key', code ?? '', (before) => askText(before, 'code', 'Part of a failure code')),
  ];
}

function wish(label: string, icon: string, description: string, ask: Wish['ask']): Wish {
  return { label, icon, description, ask };
}

/** Adds a value to the chosen ones, or removes it. */
async function chooseSome<Word extends string>(
  what: string,
  words: readonly Word[],
  before: readonly Word[],
): Promise<readonly Word[]> {
  const choices = words.map((word) => ({ label: word, word, ...(before.includes(word) && { icon: 'check' }) }));
  const placeHolder = before.length === 0 ? what : `${what}: choose one again to take it away`;
  const { word } = await choose(choices, { title: TITLE, placeHolder });
  return before.includes(word) ? before.filter((one) => one !== word) : [...before, word];
}

/** An empty text removes the condition. */
async function askText(filter: LogFilter, key: 'person' | 'name' | 'code', prompt: string): Promise<LogFilter> {
  const { [key]: value = '', ...rest } = filter;
  const text = (await askForText({ title: TITLE, prompt, value, validate: () => undefined })).trim();
  return text === '' ? rest : { ...rest, [key]: text };
}

const HOUR = 3_600_000;
const RECENT = [
  ['The last hour', HOUR],
  ['The last 24 hours', 24 * HOUR],
  ['The last 7 days', 7 * 24 * HOUR],
] as const;

async function askForTime(filter: LogFilter): Promise<LogFilter> {
  const { since: _, until: __, ...rest } = filter;
  const recent = RECENT.map(([label, ms]) => ({
    label,
    pick: () => Promise.resolve({ ...rest, since: new Date(Date.now() - ms).toISOString() }),
  }));
  const { pick } = await choose<Choice & { readonly pick: () => Promise<LogFilter> }>(
    [
      ...recent,
      { label: 'Since…', pick: async () => ({ ...filter, since: await askInstant('since', filter) }) },
      { label: 'Until…', pick: async () => ({ ...filter, until: await askInstant('until', filter) }) },
      { label: 'Any time', pick: () => Promise.resolve(rest) },
    ],
    { title: TITLE, placeHolder: 'Time' },
  );
  return pick();
}

async function askInstant(key: 'since' | 'until', filter: LogFilter): Promise<string> {
  const other = parseInstant(filter[key === 'since' ? 'until' : 'since'] ?? '');
  const validate = (text: string): string | undefined => {
    const at = localInstant(text);
    if (at === undefined) return `Enter a time like ${LOCAL_TIME} or 2026-11-23T08:00:00Z.`;
    const isInOrder = other === undefined || (key === 'since' ? at < other : at > other);
    return isInOrder ? undefined : 'The filter would begin after its end.';
  };
  const prompt = key === 'since' ? 'Entries of then and later' : 'Entries before then';
  const text = await askForText({ title: TITLE, prompt: `${prompt}, as ${LOCAL_TIME}`, value: '', validate });
  return new Date(localInstant(text) ?? 0).toISOString();
}
