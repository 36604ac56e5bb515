import { formatCount } from '../../core/text/formatCount';
import type { ReadWait } from './readPatience';

/** Describes in one sentence why a read waits. Part of it may be the service's own text. */
export function describeWait({ reason, ms, error }: ReadWait): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const time = `${formatCount(seconds)} second${seconds === 1 ? '' : 's'}`;
  if (reason === 'asked') return `The service asks to wait ${time}.`;
  if (reason === 'throttled') return `Throttled, trying again in ${time}.`;
  return `${error.message} Trying again in ${time}.`;
}
