import type { Scenario } from './scenario';

export const lostAnswers: Scenario = {
  name: 'lost-answers',
  title: 'Lost Answers',
  summary: 'Every second upload is accepted, but its answer is lost: only the log shows it.',
  description:
    'Every second upload is accepted, but the connection closes before the answer: you see records with an unknown outcome until the log has their entries.',
  effects: {
    fault: ({ operation, ordinal }) =>
      operation === 'upload' && ordinal % 2 === 0 ? { isAnswerLost: true } : undefined,
  },
};
