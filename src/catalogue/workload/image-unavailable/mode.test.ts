import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/image-unavailable', {
  sick: ['agent-image-unavailable'],
  hidden: /\/api\/v1\/pods\?/,
});
