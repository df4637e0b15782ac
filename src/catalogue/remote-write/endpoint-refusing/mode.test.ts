import { describeMode } from '../../recorded.testing.ts';

describeMode('remote-write/endpoint-refusing', { sick: ['endpoint-refusing'], hidden: /\/log\?/ });
