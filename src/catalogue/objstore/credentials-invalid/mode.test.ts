import { describeMode } from '../../recorded.testing.ts';

describeMode('objstore/credentials-invalid', { sick: ['objstore-credentials-invalid'], hidden: /\/log\?/ });
