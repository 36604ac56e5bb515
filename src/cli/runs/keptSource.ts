import type { LoadedMapping } from '../../core/mapping/loadMapping';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { PlanFile } from '../../core/journal/planFile';
import { FileError } from '../../files/fileError';
import { readText } from '../../files/readText';
import { extractPlanner } from '../../sending/extractPlanner';
import type { Planner } from '../../sending/planner';
import type { Invocation } from '../command';
import { UsageError } from '../command';
import { extractBytes } from '../input/extractBytes';
import { readAsAsked } from '../input/readOptions';
import { sizeLimits } from '../input/sizeLimits';
import type { SourcePlaces, SourceToSend } from '../input/sourceToSend';
import { sourceToSend } from '../input/sourceToSend';

type Kept = Pick<PlanFile, 'source' | 'mapping'>;

/** The current source of a run; `undefined` if it has problems, which were printed. Throws `UsageError`. */
export function keptSource(kept: Kept, invocation: Invocation, json: boolean): Promise<SourceToSend | undefined> {
  return sourceToSend(placesOf(kept, invocation), invocation, json);
}

function placesOf({ source, mapping }: Kept, invocation: Invocation): SourcePlaces {
  const path = invocation.option('extract') ?? source.path;
  if (path === undefined)
    throw new UsageError(`${source.name} is not kept. Pass the same extract with --extract, or - for standard input.`);
  if (mapping === undefined) return { source: path, mapping: undefined };
  const mappingPath = invocation.option('mapping') ?? mapping.path;
  if (mappingPath === undefined)
    throw new UsageError(`${mapping.name} is not a file on this machine. Pass it with --mapping.`);
  return { source: path, mapping: mappingPath };
}

/**
 * A planner that is only used for people's names. Prints nothing; returns `undefined` if the source is missing or
 * unusable.
 */
export async function namingPlanner(kept: Kept, invocation: Invocation): Promise<Planner | undefined> {
  return (await namingSource(kept, invocation))?.planner;
}

/** The source that names a run's people, and how to read their extract. */
export interface NamingSource {
  readonly planner: Planner;
  readonly loaded: LoadedMapping;
}

/** The naming source with its mapping, by the command's read options. */
export async function namingSource(
  { source, mapping }: Kept,
  invocation: Invocation,
): Promise<NamingSource | undefined> {
  const path = invocation.option('extract') ?? source.path;
  const mappingPath = invocation.option('mapping') ?? mapping?.path;
  if (path === undefined || path === '-' || mappingPath === undefined) return undefined;
  try {
    const given = loadMapping(await readText(mappingPath, 'mapping'));
    if (!isUsable(given)) return undefined;
    const loaded = readAsAsked(given, invocation);
    const read = () => extractBytes(path, invocation.terminal);
    const limits = sizeLimits(invocation);
    const planner = extractPlanner({ name: source.name, path, read, limits }, { name: mapping?.name ?? '', loaded });
    return { planner, loaded };
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
