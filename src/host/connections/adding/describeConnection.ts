import { env, window } from 'vscode';
import type { Option, Question, QuestionContext } from '../../../connections/adding/questions';
import { questionOf, suggestedName } from '../../../connections/adding/questions';
import type { Answers, Place } from '../../../connections/adding/steps';
import { answered, begin, progressOf, wentBack } from '../../../connections/adding/steps';
import type { Step, StepAnswer, StepOption } from '../../messages/askStep';
import { askStepChoice, askStepText } from '../../messages/askStep';
import { colorDot } from './colorDot';
import type { PickInTenant } from './pickInTenant';

/** The input of describing a connection. */
export interface Description {
  readonly title: string;
  readonly isEdited: boolean;
  /** What is known before the first question. */
  readonly answers: Answers;
  readonly whyNoName: QuestionContext['whyNoName'];
  readonly freeName: (like: string) => string;
  /** Whether an earlier secret belongs to the described connection. */
  readonly hasSecret: (answers: Answers) => Promise<boolean>;
  readonly pickInTenant: PickInTenant;
}

/**
 * Asks for every setting of a connection, one step after the other, with a way back. Nothing is stored before the last answer.
 * @throws {CancellationError} when the user cancels
 */
export async function describeConnection(description: Description): Promise<Answers> {
  let place = begin(description.answers, description.isEdited);
  for (;;) {
    const given = await askAt(place, description);
    if ('answer' in given) {
      const { step, ...next } = answered(place, given.answer);
      if (step === undefined) return next.answers;
      place = { ...next, step };
    } else if (given.wish === 'back') place = wentBack(place, given.typed) ?? place;
    else place = { ...place, answers: { ...place.answers, [place.step]: (await browse()) ?? given.typed } };
  }
}

async function askAt(place: Place, description: Description): Promise<StepAnswer> {
  const { step, answers } = place;
  const context: QuestionContext = {
    whyNoName: description.whyNoName,
    isRemote: env.remoteName !== undefined,
    hasSecret: description.isEdited && (await description.hasSecret(answers)),
  };
  const question = questionOf(step, answers, context);
  const value = answers[step] ?? (step === 'name' ? suggestionOf(answers, description) : undefined);
  const head = { title: description.title, ...progressOf(place), prompt: question.prompt, value };
  return ask(question, head, place, description);
}

function ask(question: Question, head: Step, { answers }: Place, { pickInTenant }: Description): Promise<StepAnswer> {
  switch (question.kind) {
    case 'choice':
      return askStepChoice({ ...head, options: question.options.map(optionOf) });
    case 'found':
      return pickInTenant.ask(question.what, head, answers);
    case 'text':
      return askStepText({
        ...head,
        placeholder: question.placeholder,
        isSecret: question.isSecret === true,
        isFile: question.isFile === true,
        check: question.check,
      });
  }
}

function suggestionOf(answers: Answers, { freeName, pickInTenant }: Description): string {
  return freeName(suggestedName(answers, pickInTenant.nameOf(answers.app)));
}

function optionOf({ icon, color, ...option }: Option): StepOption {
  const shown = colorDot(icon, color);
  return shown === undefined ? option : { ...option, icon: shown };
}

async function browse(): Promise<string | undefined> {
  const [picked] = (await window.showOpenDialog({ title: 'Choose a File', openLabel: 'Choose' })) ?? [];
  return picked?.fsPath;
}
