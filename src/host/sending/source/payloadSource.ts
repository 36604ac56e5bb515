import type { TextDocument } from 'vscode';
import type { PlannedPayload } from '../../../core/run/planPayload';
import { payloadPlanner } from '../../../sending/payloadPlanner';
import type { Planner } from '../../../sending/planner';
import { fileName } from '../../extracts/extractFile';
import { placeOfUri } from './sourceUri';

/** Plans a payload with the text in front of the user. */
export function payloadSource(planned: PlannedPayload, document: TextDocument): Planner {
  const { uri } = document;
  return payloadPlanner(planned, { name: fileName(uri), ...placeOfUri(uri), text: document.getText() });
}
