import type { Uri } from 'vscode';
import { commands } from 'vscode';
import type { FromPage, ToPage } from '../../../preview/protocol';
import { commandIds } from '../../contributions';
import { mappingText } from '../../extracts/extractFile';
import { showCells } from '../../extracts/showCells';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import type { PageAnswers } from './answerTo';
import { askForEncoding, askForMapping, decideStatuses, openLink } from './headActions';
import { showRun } from '../../runs/showPerson';
import { detailAnswer, predictionAnswer, rowsAnswer } from './pageAnswers';
import type { FollowedComparison } from '../comparison/followedComparison';
import type { PreviewLayouts } from '../previewLayouts';
import type { PreviewReading } from '../previewReading';
import type { CardRequest, RecordCard } from '../card/recordCard';
import type { PreviewRequests } from '../requests/previewRequests';

/** The parts of a preview that answering its page needs. */
interface AnsweringPreview {
  readonly extract: Uri;
  readonly reading: PreviewReading;
  readonly card: RecordCard;
  readonly comparison: FollowedComparison;
  readonly requests: PreviewRequests;
  readonly layouts: PreviewLayouts;
  readonly mapping: () => Uri | undefined;
  /** The detected encoding of an extract that cannot be read otherwise. */
  readonly readAs: () => string | undefined;
  /** The status word in this row of the table; `undefined` if the row does not exist. */
  readonly statusWord: (row: number) => string | undefined;
  /** Sends a new page what it cannot request. */
  readonly start: () => Promise<void>;
  readonly send: (message: ToPage) => void;
  /** Aborted when the preview is closed. */
  readonly closed: AbortSignal;
  readonly show: (mapping: Uri) => void;
  readonly convert: () => Promise<void>;
}

/** The actions of a preview for the messages of its page. */
export function previewAnswers(services: Services, preview: AnsweringPreview): PageAnswers {
  const { extract, reading, card, comparison, requests, layouts, mapping, send } = preview;
  const byCard = (request: CardRequest) => card.answer(request);
  let predicting: AbortController | undefined;
  return {
    ready: () => preview.start(),
    rows: async (question) => {
      send(await rowsAnswer(reading, question));
    },
    layout: ({ layout }) => layouts.keep(extract, layout),
    filter: ({ request }) => reading.narrow(request),
    select: async (asked) => {
      const question = await withRecordNow(asked, preview);
      // The mapping beside it shows this record's values
      if (mapping() !== undefined) services.mappings.records.choose(extract, question.record);
      const answer = await detailAnswer(reading, question);
      send(answer);
      if (answer.type === 'detail') await card.show(answer.detail);
    },
    predict: async (question) => {
      // A user who looks at the next record no longer waits for the previous one
      predicting?.abort();
      predicting = new AbortController();
      const signal = AbortSignal.any([predicting.signal, preview.closed]);
      send(await predictionAnswer(reading, question, services.connections.active, signal));
      card.renewFlow();
    },
    showCells: async (cells) => {
      const own = mapping();
      const text = own === undefined ? undefined : await mappingText(own);
      await showCells(services, extract, cells, { mapping: text, encoding: reading.chosenEncoding });
    },
    readAs: async () => {
      const encoding = preview.readAs();
      if (encoding !== undefined) await readIn(services, preview, encoding);
    },
    chooseReading: () => chooseReading(services, preview),
    chooseMapping: async () => {
      const chosen = await askForMapping(services, extract, mapping());
      if (chosen === 'new') await commands.executeCommand(commandIds.newMapping, extract);
      else preview.show(chosen);
    },
    showRun: ({ run }) => showRun(services, run),
    open: ({ link }) => openLink(services, link, mapping()),
    decide: async ({ status }) => {
      const [own, word] = [mapping(), preview.statusWord(status)];
      if (own !== undefined && word !== undefined) await decideStatuses(services, own, word);
    },
    useConnection: async () => {
      await commands.executeCommand(commandIds.useConnection);
    },
    send: () => sendShown(preview),
    compare: () => {
      comparison.look();
    },
    compareWith: ({ wish }) => comparison.wish(wish),
    comparedFilter: ({ request }) => comparison.narrow(request),
    comparedRows: (question) => comparison.rows(question),
    comparedDetail: (question) => comparison.detail(question),
    showOther: (cells) => comparison.showOther(cells),
    showRule: byCard,
    showAttribute: byCard,
    showMapping: byCard,
    showResult: byCard,
    lookBack: byCard,
    fix: byCard,
    chosen: byCard,
    ...requests.answers,
  };
}

async function readIn(services: Services, { extract, convert }: AnsweringPreview, encoding: string): Promise<void> {
  await services.encodings.choose(extract, encoding);
  await convert();
}

/** The request for a record that was shown before, by its current number; a record without an id is known only by its number. */
async function withRecordNow(
  question: Extract<FromPage, { readonly type: 'select' }>,
  { reading, card }: AnsweringPreview,
): Promise<typeof question> {
  const { shown } = card;
  if (question.follows !== true || shown === undefined) return question;
  if (shown.record !== question.record || shown.id === '') return question;
  return { ...question, record: await reading.recordOf(shown) };
}

/** A setting of the mapping can only be changed there. */
async function chooseReading(services: Services, preview: AnsweringPreview): Promise<void> {
  const { extract, reading, mapping } = preview;
  const { chosenEncoding } = reading;
  if (chosenEncoding === undefined) {
    await openLink(services, 'source', mapping());
    return;
  }
  const wish = await askForEncoding(extract, mapping(), chosenEncoding);
  if ('opens' in wish) await openLink(services, wish.opens, mapping());
  else await readIn(services, preview, wish.encoding);
}

async function sendShown({ extract, reading, mapping, convert }: AnsweringPreview): Promise<void> {
  const shown = mapping();
  if (shown === undefined) return;
  const { moment, fingerprint, chosenEncoding } = reading;
  if (chosenEncoding !== undefined)
    throw new UserError(
      say`The mapping does not state how the extract is read. State the encoding in its source block, as its quick fix does, then send.`,
    );
  const sent = await commands.executeCommand(commandIds.sendExtract, extract, shown, moment, fingerprint);
  // It may have been refused because the extract has changed
  if (sent === undefined) await convert();
}
