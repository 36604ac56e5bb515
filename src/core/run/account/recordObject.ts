import type { Answer } from '../../logs/answer';
import type { RecordAccount } from './runAccount';

/** A record of a run as printed in JSON. */
export function recordObject(account: RecordAccount): object {
  const { record, line, externalId, state, batch, cause, remedy, also, answers } = account;
  const entries = answers.map(({ entry }) => entry);
  return {
    record,
    line,
    externalId,
    state,
    batch,
    cause,
    remedy,
    ...(also && { also: also.map(alsoObject) }),
    entries,
  };
}

function alsoObject({ entry, outcome, isReference = false }: Answer): object {
  return { entry, outcome, onlyManager: isReference };
}
