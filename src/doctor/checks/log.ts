import { isDenied } from '../../tenant/classify';
import { ThrottledError } from '../../tenant/errors';
import type { Check } from '../check';
import { denied } from '../denied';
import { failed, ok, unknown } from '../report';
import { sayFailure, sayUnread } from '../sayFailure';

/** Checks whether the provisioning log can be read. Reads one page with one entry and stores nothing. */
export const log: Check = {
  id: 'log',
  title: 'Provisioning log',
  async find(examination) {
    const read = await examination.log();
    if ('value' in read)
      return ok(
        `The provisioning log can be read. ${read.value ? 'It has entries' : 'It has no entry yet'} for this job.`,
      );
    if (isDenied(read.error)) return denied('The provisioning log', 'log', read.error, examination);
    if (read.error instanceof ThrottledError)
      return unknown(
        `Whether the provisioning log can be read is unknown: it was read too often just now. ${sayFailure(read.error)}`,
        'Check again in a minute.',
      );
    return failed(sayUnread('The provisioning log', read.error), read.error.remedy);
  },
};
