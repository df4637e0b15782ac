import { describeMode } from '../../recorded.testing.ts';

describeMode('receive/hashring-mismatch', { sick: ['hashring-mismatch'], hidden: /\/configmaps\// });
