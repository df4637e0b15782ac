import { describeMode } from '../../recorded.testing.ts';

describeMode('cluster/unreachable', { sick: ['edge-unreachable'], hidden: /\/proxy\/api\/v1\/query/ });
