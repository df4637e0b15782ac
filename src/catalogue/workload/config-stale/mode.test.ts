import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/config-stale', { sick: ['agent-config-stale'], hidden: /\/metrics$/ });
