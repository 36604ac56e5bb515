import type { MappedRecord } from '../../../core/convert/compileMapping';
import type { MappingKnowledge } from '../../../core/mapping/loadMapping';
import type { PlanMoment } from '../../../core/convert/planMoment';
import type { ValueFindings } from '../../../core/examine/valueFinding';
import type { ExtractProfile } from '../../../core/profile/extractProfile';

/**
 * What is known about the use of a mapping besides its text. Every fact may be missing; nothing is suggested or
 * reported about missing facts.
 */
export interface EditorKnowledge extends MappingKnowledge {
  readonly extract?: ExtractKnowledge;
  /** Why the extract cannot be read, if a line of the mapping can fix it. */
  readonly unreadable?: UnreadableExtract;
}

/** An extract that is read in the wrong encoding. */
export interface UnreadableExtract {
  /** The file's name, to be shown. */
  readonly name: string;
  /** The encoding that the file probably has. */
  readonly encoding: string;
  /** Another, equally likely encoding, which maps some bytes to other letters. */
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
  /** The values that time and random functions return when that record is evaluated. */
  readonly moment?: PlanMoment;
  /** How the extract's values affect the rules. */
  readonly values?: ValueFindings;
  /** Returns the address of a link to cells of one record, from its physical line (from 1) and their columns. */
  readonly linkTo?: (line: number, columns: readonly string[]) => string;
}
