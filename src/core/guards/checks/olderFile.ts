import { utcTimesApart } from '../../text/time/utcTime';
import { dateInName } from '../dateInName';
import type { Guard } from '../guard';
import type { ComparedFacts } from '../guardFacts';
import { FIRST_TIME, uncertain } from '../uncertain';

/** Yesterday's export would undo today's changes. */
export const olderFile: Guard<ComparedFacts> = {
  id: 'G14',
  title: 'A file older than the last one',
  check: ({ plan: { source }, lastSource }) => {
    if ('unknown' in lastSource)
      return uncertain(`Whether the file is older than the last one is unknown: ${lastSource.unknown}.`);
    const last = lastSource.known;
    if (last === undefined) return FIRST_TIME;
    const [named, lastNamed] = [dateInName(source.name), dateInName(last.name)];
    if (named !== undefined && lastNamed !== undefined && named !== lastNamed) {
      if (named > lastNamed) return { decision: 'pass', message: 'The file is newer than the last one, by its name.' };
      const message = `The file is older than the last one by its name: ${named} instead of ${lastNamed}. Check that it is the right one.`;
      return { decision: 'ask', message };
    }
    if (source.modifiedAt === undefined || last.modifiedAt === undefined)
      return { decision: 'pass', message: 'Neither the name nor the time of the file shows that it is older.' };
    if (source.modifiedAt >= last.modifiedAt)
      return { decision: 'pass', message: 'The file is as new as the last one, or newer.' };
    const [written, lastWritten] = utcTimesApart(source.modifiedAt, last.modifiedAt);
    const message = `The file is older than the last one: it was written on ${written}, and the last one on ${lastWritten}. Check that it is the right one.`;
    return { decision: 'ask', message };
  },
};
