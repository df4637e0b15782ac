import { describeMode } from '../../recorded.testing.ts';

describeMode('network/name-not-found', { sick: ['agent-name-not-found'], hidden: /\/log\?/ });
