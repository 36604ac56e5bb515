import { describe, expect, it } from 'vitest';
import {
  answersOf,
  describedFile,
  describedSecret,
  signInOnly,
} from '../../../../src/connections/adding/describedFile';
import type { QuestionContext } from '../../../../src/connections/adding/questions';
import { questionOf, suggestedName } from '../../../../src/connections/adding/questions';
import { signInWays } from '../../../../src/connections/adding/signInWays';
import type { Answers, Place, StepId } from '../../../../src/connections/adding/steps';
import { answered, begin, progressOf, stepsOf, wentBack } from '../../../../src/connections/adding/steps';
import type { SignIn } from '../../../../src/connections/file/signIn';

const SP = '0f0f0f0f-1111-2222-3333-444444444444';
const CLIENT = '1e1e1e1e-1111-2222-3333-444444444444';
const SECRET = 'abc8Q~canary';
const ENDPOINT = `https://graph.microsoft.us/v1.0/servicePrincipals/${SP}/synchronization/jobs/API2AAD.x.y/bulkUpload`;
const context: QuestionContext = { whyNoName: () => undefined, isRemote: false, hasSecret: false };

/** The answers of somebody who never goes back. */
function answerAll(given: Answers, isEdited = false, known: Answers = {}): { answers: Answers; asked: StepId[] } {
  let place: Place = begin(known, isEdited);
  const asked: StepId[] = [];
  for (;;) {
    asked.push(place.step);
    const answer = given[place.step] ?? place.answers[place.step];
    if (answer === undefined) throw new Error(`Nobody answers ${place.step}.`);
    expect(progressOf(place).step).toBe(asked.length);
    const { step, ...next } = answered(place, answer);
    if (step === undefined) return { answers: next.answers, asked };
    place = { ...next, step };
  }
}

const pasted: Answers = {
  start: 'endpoint',
  endpoint: ` ${ENDPOINT} `,
  tenant: 'Contoso.onmicrosoft.us',
  signIn: 'clientSecret',
  client: CLIENT.toUpperCase(),
  secret: SECRET,
  name: 'Contoso',
  production: 'yes',
  color: 'red',
};

describe('the steps of a new connection', () => {
  it('take ids and cloud out of a pasted endpoint, and leave the secret out of the file', () => {
    const { answers, asked } = answerAll(pasted);
    expect(asked).toEqual(['start', 'endpoint', 'tenant', 'signIn', 'client', 'secret', 'name', 'production', 'color']);
    const file = describedFile(answers);
    expect(file).toEqual({
      kind: 'tenant',
      name: 'Contoso',
      cloud: 'usgov',
      tenantId: 'contoso.onmicrosoft.us',
      servicePrincipalId: SP,
      jobId: 'API2AAD.x.y',
      production: true,
      color: 'red',
      signIn: { kind: 'clientSecret', clientId: CLIENT, secret: { env: 'ENTRA_CLIENT_SECRET' } },
    });
    expect(JSON.stringify(file)).not.toContain('canary');
    expect(describedSecret(answers)).toEqual({ purpose: 'client secret', value: SECRET });
  });

  it('or let application and job be picked in the tenant, signing in first', () => {
    const { endpoint: _, ...others } = pasted;
    const { answers, asked } = answerAll({ ...others, start: 'discover', cloud: 'china', app: SP, job: 'API2AD.z' });
    expect(asked.slice(0, 8)).toEqual(['start', 'cloud', 'tenant', 'signIn', 'client', 'secret', 'app', 'job']);
    expect(describedFile(answers)).toMatchObject({ cloud: 'china', servicePrincipalId: SP, jobId: 'API2AD.z' });
    expect(signInOnly({ start: 'discover', cloud: 'china', tenant: SP, signIn: 'azureCli' })).toMatchObject({
      cloud: 'china',
      tenantId: SP,
      signIn: { kind: 'azureCli' },
    });
  });

  it.each<readonly [SignIn['kind'], Answers, object]>([
    ['browser', { client: CLIENT }, { clientId: CLIENT }],
    ['vscodeAccount', { client: CLIENT }, { clientId: CLIENT }],
    ['deviceCode', { client: CLIENT }, { clientId: CLIENT }],
    ['azureCli', {}, {}],
    ['managedIdentity', { identity: '' }, {}],
    ['managedIdentity', { identity: CLIENT }, { clientId: CLIENT }],
    ['workloadIdentity', { client: CLIENT, tokenFile: '/var/t' }, { clientId: CLIENT, tokenFile: '/var/t' }],
    [
      'clientCertificate',
      { client: CLIENT, certificate: '/c.pem', password: '' },
      { clientId: CLIENT, certificate: { file: '/c.pem' } },
    ],
    [
      'clientCertificate',
      { client: CLIENT, certificate: '/c.pfx', password: 'pw' },
      { clientId: CLIENT, certificate: { file: '/c.pfx' }, password: { env: 'ENTRA_CERTIFICATE_PASSWORD' } },
    ],
  ])('describe the way to sign in %s with %j', (signIn, more, expected) => {
    const { client: _c, secret: _s, ...others } = pasted;
    const { answers } = answerAll({ ...others, signIn, ...more });
    expect(describedFile(answers)).toMatchObject({ signIn: { kind: signIn, ...expected } });
    expect(describedFile(answers)).not.toHaveProperty('signIn.secret');
  });

  it('have a line on when to choose each way to sign in', () => {
    const question = questionOf('signIn', {}, { ...context, isRemote: true });
    if (question.kind !== 'choice') throw new Error('It is a choice.');
    expect(question.options.map(({ value }) => value)).toEqual(Object.keys(signInWays));
    for (const { detail = '' } of question.options) expect(detail.length).toBeGreaterThan(20);
    expect(question.options.find(({ value }) => value === 'browser')?.description).toContain('device code');
  });
});

describe('going back', () => {
  it('loses nothing, what is half typed included', () => {
    let place: Place = begin({}, false);
    for (const step of ['start', 'endpoint', 'tenant', 'signIn'] as const) {
      const { step: next, ...rest } = answered(place, pasted[step] ?? '');
      if (next === undefined) throw new Error('It was the last step.');
      place = { ...rest, step: next };
    }
    expect(place.step).toBe('client');
    const before = wentBack(place, 'half a cl');
    if (before === undefined) throw new Error('It was the first step.');
    expect(before.step).toBe('signIn');
    expect(before.answers).toMatchObject({ client: 'half a cl', tenant: pasted.tenant, signIn: 'clientSecret' });
    // Another way and back to the first: its answers are still there
    const other = answered(before, 'azureCli');
    expect(other.step).toBe('name');
    expect(answered({ ...before, answers: other.answers }, 'clientSecret').answers.client).toBe('half a cl');
  });

  it('ends at the first step', () => {
    expect(wentBack(begin({}, false), undefined)).toBeUndefined();
    expect(wentBack(begin(pasted, true), ENDPOINT)).toBeUndefined();
  });

  it('forgets what was picked in another tenant, and nothing else', () => {
    const answers = { ...pasted, start: 'discover', cloud: 'global', app: SP, job: 'x' };
    const at = (step: StepId): Place => ({ step, answers, isEdited: false });
    expect(answered(at('tenant'), 'fabrikam.com').answers).toEqual({
      ...answers,
      tenant: 'fabrikam.com',
      app: undefined,
      job: undefined,
    });
    expect(answered(at('tenant'), pasted.tenant ?? '').answers).toEqual(answers);
    expect(answered(at('app'), CLIENT).answers).toEqual({ ...answers, app: CLIENT, job: undefined });
  });

  it('counts the steps of the way that was chosen', () => {
    expect(stepsOf({ signIn: 'clientCertificate' }, false)).toHaveLength(10);
    expect(stepsOf({ signIn: 'azureCli' }, false)).toHaveLength(7);
    expect(stepsOf({ signIn: 'azureCli', start: 'discover' }, false)).toHaveLength(9);
    expect(stepsOf({ signIn: 'azureCli', start: 'discover' }, true)).not.toContain('start');
  });
});

describe('an edited connection', () => {
  it.each<SignIn>([
    { kind: 'clientSecret', clientId: CLIENT, secret: { file: '/s' } },
    { kind: 'clientCertificate', clientId: CLIENT, certificate: { file: '/c' }, password: { env: 'PW' } },
    { kind: 'clientCertificate', clientId: CLIENT, certificate: { file: '/c' } },
    { kind: 'workloadIdentity', clientId: CLIENT, tokenFile: '/t' },
    { kind: 'managedIdentity', clientId: CLIENT },
    { kind: 'managedIdentity' },
    { kind: 'azureCli' },
    { kind: 'vscodeAccount', clientId: CLIENT },
  ])('is the same when every answer stays: %j', (signIn) => {
    const file = describedFile(answerAll(pasted).answers);
    if ('refusal' in file) throw new Error(file.refusal);
    const before = { ...file, signIn };
    const { answers } = answerAll({ secret: '', password: '', identity: '' }, true, answersOf(before));
    const expected = signIn.kind === 'managedIdentity' ? { ...before, signIn: { kind: signIn.kind } } : before;
    expect(describedFile(answers, before)).toEqual(expected);
  });
});

describe('an answer', () => {
  const check = (step: StepId, text: string, more: Partial<QuestionContext> = {}): string | undefined => {
    const question = questionOf(step, {}, { ...context, ...more });
    if (question.kind !== 'text') throw new Error('It is not a text.');
    return question.check(text);
  };

  it.each<readonly [StepId, string, string]>([
    ['endpoint', 'https://graph.evil.example/v1.0', 'not a provisioning API endpoint'],
    ['endpoint', ENDPOINT.replace('https://graph.microsoft.us', 'http://127.0.0.1:4000'), 'a sandbox on this machine'],
    ['tenant', 'common', 'Expected the id or a domain name'],
    ['client', 'contoso', 'Expected a GUID'],
    ['identity', 'x', 'Expected a GUID, or nothing.'],
    ['certificate', 'c.pem', 'full path'],
    ['tokenFile', '', 'full path'],
    ['secret', '', 'Enter the client secret.'],
    ['secret', CLIENT, 'ID of a secret'],
    ['password', ' ', 'cannot be blank'],
  ])('%s %j is refused while it is typed', (step, text, said) => {
    expect(check(step, text)).toContain(said);
  });

  it.each<readonly [StepId, string]>([
    ['endpoint', ` ${ENDPOINT} `],
    ['tenant', ` {${SP}} `],
    ['client', ` ${CLIENT} `],
    ['identity', ''],
    ['certificate', 'C:\\certs\\c.pfx'],
    ['password', ''],
  ])('%s %j is taken', (step, text) => {
    expect(check(step, text)).toBeUndefined();
  });

  it('may leave a secret as it is where one was entered before', () => {
    expect(check('secret', '', { hasSecret: true })).toBeUndefined();
    expect(check('secret', '  ', { hasSecret: true })).toContain('blank');
  });

  it.each([
    [{ tenant: 'contoso.onmicrosoft.com' }, undefined, 'Contoso'],
    [{ tenant: SP }, undefined, 'Tenant 0f0f0f0f'],
    [{ tenant: SP }, ' HR / inbound\u202e ', 'HR   inbound'],
    [{}, undefined, 'Tenant'],
  ])('suggests a name for %j and the application %j', (answers, app, name) => {
    expect(suggestedName(answers, app)).toBe(name);
  });
});
