import { describeMode } from '../../recorded.testing.ts';

describeMode('workload/scaled-to-zero', {
  sick: ['receive-scaled-to-zero'],
  hidden: /\/(statefulsets|deployments)\?/,
});
