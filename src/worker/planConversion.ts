import { loadMapping } from '../core/mapping/loadMapping';
import { fingerprinted } from '../extract/fingerprint';
import { placeBytes } from '../extract/index/extractPlace';
import { planExtract } from '../extract/planExtract';
import type { ConversionInput, PlanAnswer } from './protocol';

/** Converts a whole extract to be sent. The mapping must have no errors. */
export async function planConversion({ bytes, mapping, ...options }: ConversionInput): Promise<PlanAnswer> {
  let fingerprint = '';
  const read = fingerprinted(placeBytes(bytes), (hash) => (fingerprint = hash));
  const reading = await planExtract(read, loadMapping(mapping), options);
  return 'fatal' in reading
    ? { kind: 'problems', problems: reading.fatal }
    : { kind: 'planned', plan: reading.plan, fingerprint };
}
