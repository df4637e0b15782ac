import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/oom-killed', { sick: ['receive-oom-killed'], hidden: /\/api\/v1\/pods\?/ });
