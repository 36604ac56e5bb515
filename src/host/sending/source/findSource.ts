import { workspace } from 'vscode';
import type { PlanFile } from '../../../core/journal/planFile';
import { isUsable, loadMapping } from '../../../core/mapping/loadMapping';
import { planPayload } from '../../../core/run/planPayload';
import { hashBody } from '../../../extract/hashBody';
import { mappingText } from '../../extracts/extractFile';
import type { KeptSource } from '../../runs/keptRuns';
import { payloadSource } from './payloadSource';
import { sourceUri } from './sourceUri';
import type { SourceServices } from './workerPlanner';
import { workerPlanner } from './workerPlanner';

const NOTHING: KeptSource = { mapping: '' };

/** The source of a run, if it is still available: the user has sent it before. */
export async function findSource(
  services: SourceServices,
  { source, mapping }: Pick<PlanFile, 'source' | 'mapping'>,
): Promise<KeptSource> {
  const uri = sourceUri(source);
  try {
    if (source.kind === 'payload') {
      const document = await workspace.openTextDocument(uri);
      const { planned } = planPayload(document.getText(), hashBody);
      return planned === undefined ? NOTHING : { planner: payloadSource(planned, document), mapping: '' };
    }
    if (mapping === undefined) return NOTHING;
    const place = sourceUri(mapping);
    const text = await mappingText(place);
    if (!isUsable(loadMapping(text))) return NOTHING;
    return { planner: workerPlanner(services, uri, { uri: place, text }), mapping: text };
  } catch {
    // Moved, renamed, or on a file system that is not available
    return NOTHING;
  }
}
