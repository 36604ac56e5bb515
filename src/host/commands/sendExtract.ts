import { commands } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { formatCount } from '../../core/text/formatCount';
import type { Plan } from '../../core/run/plan';
import type { LostBody, PlannedBody } from '../../core/run/plannedBody';
import { commandIds } from '../contributions';
import { extractPlace, fileName, mappingText } from '../extracts/extractFile';
import { refuseUntrusted, sendPlan } from '../runs/sendPlan';
import type { Services } from '../services';
import { UserError } from '../userError';
import { defineCommand } from './command';
import type { ExtractWithMapping } from './extractArgument';
import { conversionOf } from './extractArgument';

/** Converts an extract, sends it over the connection in use and follows the log until every operation is answered. */
export const sendExtract = defineCommand(commandIds.sendExtract, async (services, args) => {
  refuseUntrusted();
  const conversion = await conversionOf(args);
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
      `${fileName(mapping)} has problems; nothing was sent. They are listed in the Problems view.`,
      showProblems,
    );
  const { limits } = settings.current;
  const bytes = await extractPlace(extract);
  const planned = await conversions.ask('plan', { key, bytes, mapping: text, moment, limits });
  if (planned.kind === 'problems') {
    const [first] = planned.problems;
    throw new UserError(`${fileName(extract)} cannot be used; nothing was sent. ${first?.message ?? ''}`);
  }
  const { plan } = planned;
  if (fingerprint !== undefined && planned.fingerprint !== fingerprint)
    throw new UserError(
      `${fileName(extract)} has changed since it was previewed; nothing was sent. Look at the preview, which is read anew, and send then.`,
    );
  const { duplicates, operations } = plan.counts;
  if (duplicates > 0) {
    const records = duplicates === 1 ? 'One record has' : `${formatCount(duplicates)} records have`;
    throw new UserError(`${records} an id that another record has too; nothing was sent. The preview lists them.`);
  }
  if (operations === 0)
    throw new UserError(`${fileName(extract)} holds nothing to send: no record becomes an operation.`);
  return { plan, mapping: text };
}

const showProblems = { title: 'Show Problems', run: () => commands.executeCommand('workbench.actions.view.problems') };
