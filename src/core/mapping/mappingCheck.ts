import type { Problem } from '../problem';
import type { MappingModel } from './model';
import type { ParsedMapping } from './parseMapping';

export interface CheckedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  readonly knowledge: { readonly columns?: readonly string[] };
}

/** One rule of the checker: looks at the whole mapping, yields what it finds. */
export type MappingCheck = (mapping: CheckedMapping) => Iterable<Problem>;
