import type { FromPage, ToPage } from '../../../preview/protocol';
import type { Connection } from '../../../connections/connection';
import type { PreviewPrediction } from '../../../preview/previewState';
import { predictPerson } from './predictPerson';
import type { PreviewReading } from '../previewReading';

type Question<Type extends FromPage['type']> = Extract<FromPage, { readonly type: Type }>;

/** The rows that a page requests. */
export async function rowsAnswer(
  reading: PreviewReading,
  { id, view, from, count, cells }: Question<'rows'>,
): Promise<ToPage> {
  const rows = await reading.rows({ view, from, count, cells });
  return rows === undefined
    ? { type: 'failed', id, message: 'The list has changed since these rows were requested.' }
    : { type: 'rows', id, rows };
}

/** Everything about the record that a page requests. */
export async function detailAnswer(reading: PreviewReading, { id, record }: Question<'select'>): Promise<ToPage> {
  const detail = await reading.detail(record);
  return detail === undefined
    ? { type: 'failed', id, message: `Record ${record} is not in the extract any more.` }
    : { type: 'detail', id, detail };
}

/** Predicts what would happen to the person of the record that a page requests. */
export async function predictionAnswer(
  reading: PreviewReading,
  { id, record, isWanted }: Question<'predict'>,
  connection: Connection,
  signal: AbortSignal,
): Promise<ToPage> {
  const detail = await reading.detail(record);
  const prediction: PreviewPrediction =
    detail === undefined ? { kind: 'none' } : await predictPerson(detail, connection, { isWanted, signal });
  return { type: 'prediction', id, prediction };
}
