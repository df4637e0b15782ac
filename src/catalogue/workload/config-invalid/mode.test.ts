import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/config-invalid', { sick: ['agent-config-invalid'], hidden: /\/log\?/ });
