import type { Scenario } from './scenario';

export const lostAnswers: Scenario = {
  name: 'lost-answers',
  title: 'Lost Answers',
  summary: 'Every second upload is taken in, but its answer is lost: the log has to tell.',
  description:
    'Every second upload is taken in, but the connection closes before the answer: you see records whose outcome is unknown until the log tells.',
  effects: {
    fault: ({ operation, ordinal }) =>
      operation === 'upload' && ordinal % 2 === 0 ? { isAnswerLost: true } : undefined,
  },
};
