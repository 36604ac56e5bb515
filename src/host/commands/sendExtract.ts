import type { Uri } from 'vscode';
import { commands } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { Plan } from '../../core/run/plan';
import type { LostBody, PlannedBody } from '../../core/run/plannedBody';
import { commandIds } from '../contributions';
import { extractPlace, fileName, mappingText } from '../extracts/extractFile';
import { refuseUnsendable, refuseUntrusted, sendPlan } from '../runs/sendPlan';
import type { Services } from '../services';
import { named, say } from '../messages/say';
import { showProblems } from '../messages/showProblems';
import type { NoticeAction } from '../messages/userError';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';
import type { ExtractWithMapping } from './extractArgument';
import { conversionOf } from './extractArgument';

/** Converts an extract, sends it over the connection in use and follows the log until every operation is answered. */
export const sendExtract = defineCommand(commandIds.sendExtract, async (services, args) => {
  refuseUntrusted();
  await refuseUnsendable(services);
  const conversion = await conversionOf(services, args);
  const { extract } = conversion;
  const key = `send ${extract.toString()} ${++sendings}`;
  try {
    const { plan, mapping } = await planOf(services, conversion, key);
    const source = { extract, extractName: fileName(extract), mapping };
    return await sendPlan(services, { plan, bodies: bodiesOf(services, key) }, source);
  } finally {
    await services.conversions.ask('drop', { key });
  }
});

/** So that one extract may be sent twice at a time. */
let sendings = 0;

/** The bodies of a plan, which the worker makes again one after the other. */
async function* bodiesOf({ conversions }: Services, key: string): AsyncGenerator<PlannedBody | LostBody> {
  for (;;) {
    const body = await conversions.ask('nextBody', { key });
    if (body === undefined) return;
    yield body;
  }
}

/** The plan and the text of its mapping, as the files stand now: nothing is sent of an extract that cannot be read to its end. */
async function planOf(
  { conversions, settings }: Services,
  { extract, mapping, moment, fingerprint }: ExtractWithMapping,
  key: string,
): Promise<{ readonly plan: Plan; readonly mapping: string }> {
  const text = await mappingText(mapping);
  if (!isUsable(loadMapping(text)))
    throw new UserError(
      say`${named(fileName(mapping))} has problems; nothing was sent. They are listed in the Problems view.`,
      { action: showProblems },
    );
  const { limits } = settings.current;
  const name = named(fileName(extract));
  const bytes = await extractPlace(extract);
  const planned = await conversions.ask('plan', { key, bytes, mapping: text, moment, limits });
  if (planned.kind === 'problems')
    throw new UserError(say`${name} cannot be used; nothing was sent.`, {
      details: { file: extract, problems: planned.problems.map(({ message }) => message) },
    });
  const { plan } = planned;
  if (fingerprint !== undefined && planned.fingerprint !== fingerprint)
    throw new UserError(
      say`${name} has changed since it was previewed; nothing was sent. Review the refreshed preview, then send again.`,
    );
  const { duplicates, operations } = plan.counts;
  if (duplicates > 0) {
    const records = duplicates === 1 ? say`One record has` : say`${duplicates} records have`;
    throw new UserError(say`${records} an id that another record has too; nothing was sent. The preview lists them.`, {
      action: preview(extract, mapping),
    });
  }
  if (operations === 0)
    throw new UserError(say`${name} holds nothing to send: no record becomes an operation.`, {
      action: preview(extract, mapping),
    });
  return { plan, mapping: text };
}

/** What became of each record. */
function preview(extract: Uri, mapping: Uri): NoticeAction {
  return {
    title: 'Show Preview',
    run: () => commands.executeCommand(commandIds.previewExtract, extract, mapping),
  };
}
