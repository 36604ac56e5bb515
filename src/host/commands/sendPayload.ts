import { sendingOf } from '../../core/run/planPayload';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { currentPayload, plannedPayload } from '../documents/currentPayload';
import { refuseUnsendable, refuseUntrusted, sendPlan } from '../runs/sendPlan';
import { defineCommand } from './command';

/** Sends a payload as it is over the connection in use, and follows the log until every operation is answered. */
export const sendPayload = defineCommand(commandIds.sendPayload, async (services, args) => {
  refuseUntrusted();
  await refuseUnsendable(services);
  const document = await currentPayload(services, args);
  const source = { extract: document.uri, extractName: fileName(document.uri), mapping: '' };
  return sendPlan(services, sendingOf(plannedPayload(document)), source);
});
