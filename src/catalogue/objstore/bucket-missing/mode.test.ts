import { describeMode } from '../../recorded.testing.ts';

describeMode('objstore/bucket-missing', { sick: ['bucket-missing'], hidden: /\/log\?/ });
