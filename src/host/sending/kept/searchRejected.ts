import type { PrepareAnswer, Preparation } from '../../../sending/preparation';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import { confirmPlan } from '../confirmPlan';
import { sendKept } from './sendKept';

/**
 * Plans and sends halves of a refused request of a run, until the records at fault are found: over the connection of that run, with a
 * separate page, dialog and journal. Returns the result as a sentence.
 */
export async function searchRejected(services: Services, id: string): Promise<string> {
  const words = await sendKept(services, id, {
    title: (name) => say`Planning the search in ${name}`,
    predicts: true,
    prepare: async ({ service, context }, request, options) =>
      prepared(await service.prepareSearch(context(), request, options)),
    confirm: (sending, preparation, source) =>
      confirmPlan(services, sending, preparation, { ...source, moment: preparation.request.moment }),
  });
  return words ?? 'Nothing was sent.';
}

/** The same extract was planned before: only a later change can keep it from being planned again. */
function prepared(answer: PrepareAnswer): Preparation {
  if (answer.kind === 'prepared') return answer;
  throw new UserError(say`The source of this run can no longer be read.`);
}
