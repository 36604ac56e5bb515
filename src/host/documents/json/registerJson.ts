import { Disposable } from 'vscode';
import type { Services } from '../../services';
import { registerPredictionPages } from './predictionPages';
import { registerJsonActions } from './jsonActions';
import { registerJsonDiagnostics } from './jsonDiagnostics';
import { registerJsonQuestions } from './jsonQuestions';
import { registerPayloadLenses } from './payloadLenses';

/** Everything that the editor may ask about a payload or the schema of a job. */
const questions: readonly ((services: Services) => Disposable)[] = [
  registerJsonDiagnostics,
  registerJsonQuestions,
  registerJsonActions,
  registerPayloadLenses,
  registerPredictionPages,
];

export function registerJson(services: Services): Disposable {
  return Disposable.from(services.json.start(), ...questions.map((register) => register(services)));
}
