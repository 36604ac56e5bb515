import { isDenied } from '../../tenant/classify';
import type { Check } from '../check';
import { denied } from '../denied';
import { failed, ok, unknown } from '../report';
import { sayUnread } from '../sayFailure';

/** Checks whether the job's attribute mapping can be read. */
export const schema: Check = {
  id: 'schema',
  title: 'Attribute mapping',
  async find(examination) {
    const read = await examination.schema();
    if ('value' in read) return ok('The attribute mapping of the job can be read.');
    if (isDenied(read.error)) return denied('The attribute mapping', 'schema', read.error, examination);
    if (read.error.status === 404)
      return unknown('The attribute mapping does not exist, because the job does not exist.');
    return failed(sayUnread('The attribute mapping', read.error), read.error.remedy);
  },
};
