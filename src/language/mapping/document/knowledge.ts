import type { MappedRecord } from '../../../core/convert/compileMapping';
import type { MappingKnowledge } from '../../../core/mapping/loadMapping';
import type { PlanMoment } from '../../../core/convert/planMoment';
import type { ValueFindings } from '../../../core/examine/valueFinding';
import type { ExtractProfile } from '../../../core/profile/extractProfile';

/**
 * What is known about where a mapping will be used, besides its text. Everything may be missing: unknown facts are
 * neither suggested nor reported.
 */
export interface EditorKnowledge extends MappingKnowledge {
  readonly extract?: ExtractKnowledge;
  /** Why the extract cannot be read, if a line of the mapping can fix that. */
  readonly unreadable?: UnreadableExtract;
}

/** An extract that is read in the wrong encoding. */
export interface UnreadableExtract {
  /** The file's name, to be shown. */
  readonly name: string;
  /** The encoding that it looks like. */
  readonly encoding: string;
  /** Another equally likely one, with other letters. */
  readonly orEncoding?: string;
  readonly line?: number;
}

/** The extract in the editor. Its columns are `MappingKnowledge.columns`. */
export interface ExtractKnowledge {
  /** The file's name, to be shown. */
  readonly name: string;
  readonly profile?: ExtractProfile;
  /** The record whose values are shown next to the rules. */
  readonly record?: MappedRecord;
  /** What time and random functions read when that record is evaluated. */
  readonly moment?: PlanMoment;
  /** The effects of the extract's values on the rules. */
  readonly values?: ValueFindings;
  /** Where a link to cells of one record leads: its physical line, from 1, and their columns. */
  readonly linkTo?: (line: number, columns: readonly string[]) => string;
}
