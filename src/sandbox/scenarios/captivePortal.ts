import type { Page } from '../message';
import type { Scenario } from './scenario';

const PORTAL: Page = {
  status: 200,
  html: '<!DOCTYPE html><html><head><title>Guest network</title></head><body><h1>Sign in to the guest network</h1></body></html>',
};

export const captivePortal: Scenario = {
  name: 'captive-portal',
  title: 'Captive Portal',
  summary: 'A guest network answers every call with its own page: nothing counts as sent.',
  description:
    'A guest network answers every call with its own sign-in page and status 200, so nothing counts as sent.',
  effects: { fault: () => ({ answer: PORTAL }) },
};
