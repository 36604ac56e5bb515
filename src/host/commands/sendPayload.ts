import { momentNow } from '../../extract/momentNow';
import { commandIds } from '../contributions';
import { currentPayload, plannedPayload } from '../documents/currentPayload';
import { refuseUntrusted } from '../sending/refuseUntrusted';
import { sendSource } from '../sending/sendSource';
import { payloadSource } from '../sending/source/payloadSource';
import { defineCommand } from './command';

/** Plans a payload in its current state, shows the plan, and sends it over the connection in use after the user confirms it. */
export const sendPayload = defineCommand(commandIds.sendPayload, async (services, args) => {
  refuseUntrusted();
  const document = await currentPayload(services, args);
  const planner = payloadSource(plannedPayload(services, document), document);
  return sendSource(services, { planner, extract: document.uri, mapping: '', moment: momentNow() });
});
